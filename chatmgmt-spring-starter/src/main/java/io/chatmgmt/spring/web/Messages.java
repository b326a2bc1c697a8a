package io.chatmgmt.spring.web;

import io.chatmgmt.conversation.AnswerEvent;
import io.chatmgmt.conversation.Confidence;
import io.chatmgmt.conversation.ConfidenceBand;
import io.chatmgmt.conversation.ConversationEvent;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.Participant;
import io.chatmgmt.conversation.Text;
import io.chatmgmt.governance.ChatGovernance;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows what was written, with what the journal knows of the AI's answers. Thread-safe. */
final class Messages {

    private static final int PAGE = 500;

    private final ChatGovernance governance;
    private final Names names;

    Messages(ChatGovernance governance, Names names) {
        this.governance = governance;
        this.names = names;
    }

    List<MessageView> of(ConversationId id, List<Text> texts) {
        Map<Integer, Answer> answers = texts.isEmpty() ? Map.of() : answers(id);
        return texts.stream()
                .map(text -> {
                    Answer own = answers.get(text.number());
                    Answer answer = own == null ? answers.get(text.refersTo()) : own;
                    return view(id, text, answer == null ? null : answer.view());
                })
                .toList();
    }

    /** A text without what is known of it as an answer. */
    MessageView plain(ConversationId id, Text text) {
        return view(id, text, null);
    }

    private MessageView view(ConversationId id, Text text, MessageView.@Nullable AnswerView answer) {
        boolean isOfAi = text.author().kind() == Participant.AI;
        return new MessageView(
                text.number(),
                text.kind(),
                text.author().kind(),
                names.person(id.tenant(), text.author()),
                text.at(),
                text.sentAt(),
                text.refersTo(),
                text.content(),
                isOfAi ? answer : null);
    }

    /** What became of one answer. */
    private static final class Answer {

        private final int ticket;
        private final Confidence confidence;
        private final ConfidenceBand band;
        private final String model;
        private AnswerEvent.@Nullable Route route;
        private boolean held;
        private boolean stale;

        private Answer(AnswerEvent.Proposed proposed) {
            ticket = proposed.ticket();
            confidence = proposed.confidence();
            band = proposed.band();
            model = proposed.model();
        }

        private MessageView.AnswerView view() {
            return new MessageView.AnswerView(
                    ticket, Amounts.known(confidence.value()), band, model, route, held, stale);
        }
    }

    /** The answers by the numbers of their texts: of what was proposed, and of what was sent instead. */
    private Map<Integer, Answer> answers(ConversationId id) {
        Map<Integer, Answer> byText = new HashMap<>();
        Map<Integer, Answer> byTicket = new HashMap<>();
        List<JournalRow> page = governance.conversations().journal(id, 0, PAGE);
        while (!page.isEmpty()) {
            for (JournalRow row : page) {
                row.events().forEach(event -> note(event, byText, byTicket));
            }
            page = governance
                    .conversations()
                    .journal(id, page.get(page.size() - 1).version(), PAGE);
        }
        return byText;
    }

    private static void note(ConversationEvent event, Map<Integer, Answer> byText, Map<Integer, Answer> byTicket) {
        if (event instanceof AnswerEvent.Proposed proposed) {
            Answer answer = new Answer(proposed);
            byText.put(proposed.text(), answer);
            byTicket.put(proposed.ticket(), answer);
        } else if (event instanceof AnswerEvent.Held held) {
            Answer answer = byTicket.get(held.answer().ticket());
            if (answer != null) {
                answer.held = true;
            }
        } else if (event instanceof AnswerEvent.WentStale stale) {
            Answer answer = byTicket.get(stale.ticket());
            if (answer != null) {
                answer.stale = true;
            }
        } else if (event instanceof AnswerEvent.Sent sent) {
            Answer answer = byTicket.get(sent.ticket());
            if (answer != null) {
                answer.route = sent.route();
                byText.put(sent.text(), answer);
            }
        }
    }
}
