package io.chatmgmt.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * An AI answer that waits for a reviewer. Immutable. A conversation has at most one.
 *
 * @param ticket the ticket that it answers: its number names the answer
 * @param epoch the control epoch that it belongs to
 * @param message the number of the message that it answers
 * @param draft the number of its text
 * @param confidence how sure the AI was
 * @param band the band that the confidence fell into
 * @param reasons why it is held, as codes
 * @param heldAt since when
 * @param deadline until when
 * @param onExpiry what happens then, as the policy said when it was held
 */
public record HeldAnswer(
        int ticket,
        long epoch,
        int message,
        int draft,
        Confidence confidence,
        ConfidenceBand band,
        List<String> reasons,
        Instant heldAt,
        Instant deadline,
        HoldExpiry onExpiry) {

    /** Checks the parts and copies the reasons. */
    public HeldAnswer {
        Bounds.positive(ticket, "ticket");
        Bounds.positive(draft, "draft");
        Objects.requireNonNull(confidence, "confidence");
        Objects.requireNonNull(band, "band");
        reasons = List.copyOf(reasons);
        Objects.requireNonNull(heldAt, "heldAt");
        Objects.requireNonNull(deadline, "deadline");
        Objects.requireNonNull(onExpiry, "onExpiry");
    }
}
