package io.chatmgmt.governance;

import io.chatmgmt.conversation.ChatGovernanceException;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.RatingRefusal;
import io.chatmgmt.conversation.Survey;
import java.time.Instant;

/** A rating comes too late, or is about an episode that the customer was not asked about. Nothing has changed. */
public final class RatingRefusedException extends ChatGovernanceException {

    private static final long serialVersionUID = 1L;

    private final int episode;
    private final RatingRefusal reason;

    private RatingRefusedException(Conversation conversation, int episode, RatingRefusal reason) {
        super(
                "no rating of episode " + episode + " of " + conversation.id() + " any more: " + reason,
                conversation.id(),
                null);
        this.episode = episode;
        this.reason = reason;
    }

    /** Says why what was just refused was refused. */
    static RatingRefusedException of(Conversation row, int number, Kernel kernel) {
        Instant clock = kernel.now();
        Instant now = clock.isBefore(row.lastAt()) ? row.lastAt() : clock;
        int episode =
                number > 0 ? number : Survey.meant(row.surveys(), row.episode().number(), now);
        RatingRefusal reason = kernel.policy(row.id().tenant(), now)
                .survey()
                .refusal(row.episode(), row.surveys(), episode, now)
                .orElse(RatingRefusal.EXPIRED);
        return new RatingRefusedException(row, episode, reason);
    }

    /**
     * Which episode was rated.
     *
     * @return its number
     */
    public int episode() {
        return episode;
    }

    /**
     * Why the rating is not taken.
     *
     * @return the reason
     */
    public RatingRefusal reason() {
        return reason;
    }
}
