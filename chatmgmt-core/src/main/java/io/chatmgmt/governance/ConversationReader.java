package io.chatmgmt.governance;

import io.chatmgmt.conversation.AnswerEvent;
import io.chatmgmt.conversation.ConfidenceBand;
import io.chatmgmt.conversation.ConversationEvent;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.Participant;
import io.chatmgmt.conversation.ReviewEvent;
import io.chatmgmt.conversation.Text;
import io.chatmgmt.conversation.TextKind;
import io.chatmgmt.lifecycle.PersonInput;
import io.chatmgmt.store.ConversationStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Reads one conversation as a whole, page by page: for what people do now and then, never for a message. */
final class ConversationReader {

    private static final int PAGE = 200;

    private final ConversationStore store;
    private final ConversationId id;

    ConversationReader(ConversationStore store, ConversationId id) {
        this.store = store;
        this.id = id;
    }

    /** One text, whatever it is. */
    Optional<Text> text(int number) {
        return number < 1
                ? Optional.empty()
                : store.texts(id, number - 1, 1).stream()
                        .filter(text -> text.number() == number)
                        .findFirst();
    }

    /** Words that the AI has said or wanted to say. */
    Text wordsOfAi(int number, String name) {
        return text(number)
                .filter(text -> text.author().kind() == Participant.AI)
                .filter(text -> text.kind() == TextKind.MESSAGE || text.kind() == TextKind.DRAFT)
                .orElseThrow(() ->
                        new IllegalArgumentException(name + " must be the number of an answer of the AI: " + number));
    }

    /** An answer that the customer has read. */
    PersonInput.SentAnswer sentAnswer(int number) {
        Text text = text(number)
                .filter(found ->
                        found.kind() == TextKind.MESSAGE && found.author().kind() == Participant.AI)
                .orElseThrow(() ->
                        new IllegalArgumentException("original must be the number of a message of the AI: " + number));
        AnswerEvent.Proposed[] proposed = new AnswerEvent.Proposed[1];
        // an edited answer has a number of its own and refers to the one that was proposed
        events(event -> {
            if (event instanceof AnswerEvent.Proposed each
                    && (each.text() == number || text.refersTo() > 0 && each.text() == text.refersTo())) {
                proposed[0] = each;
            }
        });
        AnswerEvent.Proposed known = proposed[0];
        return new PersonInput.SentAnswer(
                known == null ? 0 : known.ticket(),
                number,
                text.content(),
                text.at(),
                known == null ? ConfidenceBand.UNKNOWN : known.band(),
                known == null ? "" : known.model());
    }

    /** The number of the text that the customer got instead of an answer, 0 for none. */
    int insteadOf(int number) {
        int[] sent = new int[1];
        events(event -> {
            if (event instanceof ReviewEvent.Entered entered
                    && entered.entry().original() == number
                    && entered.entry().change() > 0) {
                sent[0] = entered.entry().sent();
            }
        });
        return sent[0];
    }

    /** The latest messages before a text that the customer wrote or could read, the earliest first. */
    List<Text> messagesBefore(int number, int limit) {
        List<Text> messages = texts(text ->
                text.number() < number && (text.kind() == TextKind.MESSAGE || text.kind() == TextKind.CORRECTION));
        return messages.subList(Math.max(0, messages.size() - limit), messages.size());
    }

    private List<Text> texts(Predicate<Text> wanted) {
        List<Text> found = new ArrayList<>();
        List<Text> page = store.texts(id, 0, PAGE);
        while (!page.isEmpty()) {
            page.stream().filter(wanted).forEach(found::add);
            page = store.texts(id, page.get(page.size() - 1).number(), PAGE);
        }
        return found;
    }

    private void events(Consumer<ConversationEvent> reader) {
        List<JournalRow> page = store.journal(id, 0, PAGE);
        while (!page.isEmpty()) {
            page.forEach(row -> row.events().forEach(reader));
            page = store.journal(id, page.get(page.size() - 1).version(), PAGE);
        }
    }
}
