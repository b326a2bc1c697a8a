package io.chatmgmt.conversation;

import java.time.Instant;

/** Whether the customer is asked how an episode was. */
public sealed interface SurveyEvent extends ConversationEvent {

    /**
     * The customer was asked to rate the episode.
     *
     * @param episode the number of the episode
     * @param text the number of the text that asks
     * @param expiresAt until when an answer counts
     */
    record Asked(int episode, int text, Instant expiresAt) implements SurveyEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            draft.surveyed(episode, survey -> survey.asked(text, draft.at(), expiresAt));
        }
    }

    /**
     * The customer was not asked to rate the episode.
     *
     * @param episode the number of the episode
     * @param reason why
     */
    record NotAsked(int episode, NotAskedReason reason) implements SurveyEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            draft.surveyed(episode, survey -> survey.notAsked(reason));
        }
    }

    /**
     * The customer rated an episode, asked or not; a rating replaces the one before.
     *
     * @param episode the number of the episode, the current one or one before
     * @param stars 1 to 5
     * @param comment the number of the comment's text, 0 for none
     * @param changeableUntil until when another rating replaces it
     */
    record Rated(int episode, int stars, int comment, Instant changeableUntil) implements SurveyEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            if (episode == draft.episode.number()) {
                draft.episode = draft.episode.rated(stars);
            }
            draft.surveyed(episode, survey -> survey.answered(stars, draft.at(), changeableUntil));
            draft.numbered(comment);
        }
    }
}
