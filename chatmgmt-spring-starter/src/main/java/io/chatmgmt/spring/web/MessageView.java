package io.chatmgmt.spring.web;

import io.chatmgmt.conversation.AnswerEvent;
import io.chatmgmt.conversation.ConfidenceBand;
import io.chatmgmt.conversation.Participant;
import io.chatmgmt.conversation.TextKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that was written. */
record MessageView(
        int number,
        TextKind kind,
        Participant author,
        @Nullable PersonView by,
        Instant at,
        Instant sentAt,
        int refersTo,
        String text,
        @Nullable AnswerView answer) {

    /** What is known of an answer of the AI. */
    record AnswerView(
            int ticket,
            @Nullable Double confidence,
            ConfidenceBand band,
            String model,
            AnswerEvent.@Nullable Route route,
            boolean held,
            boolean stale) {}
}
