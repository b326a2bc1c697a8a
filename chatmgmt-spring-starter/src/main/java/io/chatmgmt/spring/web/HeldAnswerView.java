package io.chatmgmt.spring.web;

import io.chatmgmt.conversation.ConfidenceBand;
import io.chatmgmt.conversation.HoldExpiry;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer of the AI that waits for a reviewer, with all that deciding about it needs. */
record HeldAnswerView(
        String conversation,
        RowView row,
        int ticket,
        long epoch,
        int message,
        String question,
        DraftView draft,
        @Nullable Double confidence,
        ConfidenceBand band,
        String model,
        List<WhyView> reasons,
        Instant heldAt,
        Instant deadline,
        HoldExpiry onExpiry,
        String expirySentence,
        RowView.@Nullable ClaimView claim,
        List<MessageView> before) {

    /** What the AI wants to say. */
    record DraftView(int number, String text) {}

    /** Why it is held. */
    record WhyView(String code, String sentence) {}
}
