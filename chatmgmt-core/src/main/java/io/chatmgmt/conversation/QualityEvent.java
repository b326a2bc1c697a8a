package io.chatmgmt.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said about the quality of an episode, by programs and by people. */
public sealed interface QualityEvent extends ConversationEvent {

    /**
     * A program scored an episode. Said again, it replaces what was said before.
     *
     * @param episode the number of the episode
     * @param score how good it was
     */
    record Scored(int episode, QualityScore score) implements QualityEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            // a score is for those who read the journal; no decision about the conversation depends on it
        }
    }

    /**
     * A person reviewed a resolved episode.
     *
     * @param episode the number of the episode
     * @param reviewer who
     * @param scorecard the scorecard's id with its version
     * @param ratings what was given for each criterion, those that do not apply left out
     * @param raw the score before critical criteria and automatic fails, null when nothing applied
     * @param score the score, 0 to 100, null when nothing applied
     * @param comment the number of the comment's text, 0 for none
     */
    record ReviewSubmitted(
            int episode,
            AgentId reviewer,
            String scorecard,
            List<CriterionRating> ratings,
            @Nullable Double raw,
            @Nullable Double score,
            int comment)
            implements QualityEvent {

        /** Copies the ratings. */
        public ReviewSubmitted {
            ratings = List.copyOf(ratings);
        }

        @Override
        public void applyTo(ConversationDraft draft) {
            draft.numbered(comment);
        }
    }
}
