package io.chatmgmt.spring.web;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.HeldAnswer;
import io.chatmgmt.conversation.HoldExpiry;
import io.chatmgmt.conversation.TextKind;
import io.chatmgmt.governance.Desk;
import java.util.List;

/** Shows held answers with what came before them. Thread-safe. */
final class HeldAnswers {

    private static final int LOOKED_AT = 20;
    private static final int SHOWN = 6;

    private final Rows rows;
    private final Words words;
    private final Messages messages;

    HeldAnswers(Rows rows, Words words, Messages messages) {
        this.rows = rows;
        this.words = words;
        this.messages = messages;
    }

    HeldAnswerView of(Desk desk, Conversation row, HeldAnswer answer) {
        List<MessageView> before = words.before(row.id(), answer.message(), LOOKED_AT).stream()
                .filter(text -> text.kind() == TextKind.MESSAGE || text.kind() == TextKind.CORRECTION)
                .map(text -> messages.plain(row.id(), text))
                .toList();
        return new HeldAnswerView(
                row.id().value(),
                rows.of(desk, row),
                answer.ticket(),
                answer.epoch(),
                answer.message(),
                words.of(row.id(), answer.message()),
                new HeldAnswerView.DraftView(answer.draft(), words.of(row.id(), answer.draft())),
                Amounts.known(answer.confidence().value()),
                answer.band(),
                answer.model(),
                answer.reasons().stream()
                        .map(code -> new HeldAnswerView.WhyView(code, HoldWords.of(code, answer.confidence())))
                        .toList(),
                answer.heldAt(),
                answer.deadline(),
                answer.onExpiry(),
                words(answer.onExpiry()),
                rows.claim(answer.claim()),
                before.subList(Math.max(0, before.size() - SHOWN), before.size()));
    }

    private static String words(HoldExpiry expiry) {
        return switch (expiry) {
            case SEND -> "It goes out as it stands.";
            case FALLBACK -> "The customer gets a fallback message instead.";
            case ESCALATE -> "A person is called.";
        };
    }
}
