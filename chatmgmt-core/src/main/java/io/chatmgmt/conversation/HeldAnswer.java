package io.chatmgmt.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An AI answer that waits for a reviewer. Immutable. A conversation has at most one.
 *
 * @param ticket the ticket that it answers: its number names the answer
 * @param epoch the control epoch that it belongs to
 * @param message the number of the message that it answers
 * @param draft the number of its text
 * @param confidence how sure the AI was
 * @param band the band that the confidence fell into
 * @param model the version of the AI that answered, empty when the host does not tell
 * @param reasons why it is held, as codes
 * @param heldAt since when
 * @param deadline until when
 * @param onExpiry what happens then, as the policy said when it was held
 * @param claim who has taken it up last, null when nobody has
 */
public record HeldAnswer(
        int ticket,
        long epoch,
        int message,
        int draft,
        Confidence confidence,
        ConfidenceBand band,
        String model,
        List<String> reasons,
        Instant heldAt,
        Instant deadline,
        HoldExpiry onExpiry,
        @Nullable ReviewClaim claim) {

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
        Objects.requireNonNull(model, "model");
    }

    /**
     * Whether only one person may decide at the moment, and another asks.
     *
     * @param reviewer who asks
     * @param now the moment
     * @return true while somebody else's lease lasts
     */
    public boolean isClaimedByOther(AgentId reviewer, Instant now) {
        return claim != null && !claim.reviewer().equals(reviewer) && now.isBefore(claim.until());
    }

    HeldAnswer claimed(ReviewClaim claim, Instant deadline) {
        return new HeldAnswer(
                ticket, epoch, message, draft, confidence, band, model, reasons, heldAt, deadline, onExpiry, claim);
    }
}
