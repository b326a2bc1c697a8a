package io.chatmgmt.lifecycle;

import io.chatmgmt.conversation.CustomerHistory;
import io.chatmgmt.conversation.MessageSignals;
import java.time.Instant;

/** What the customer does. */
public sealed interface CustomerInput extends Input {

    /**
     * The customer writes.
     *
     * @param opening how the conversation begins, should this be its first message
     * @param text the message
     * @param sentAt when the customer sent it, as the host says
     * @param signals what the detectors heard in it
     * @param history what is known of the customer's earlier episodes, should this begin one
     */
    record Writes(Opening opening, String text, Instant sentAt, MessageSignals signals, CustomerHistory history)
            implements CustomerInput {

        @Override
        public Step.Verdict decide(Step step) {
            return CustomerTurn.take(step, this);
        }
    }

    /** The customer left. */
    record Leaves() implements CustomerInput {

        @Override
        public Step.Verdict decide(Step step) {
            return Handoffs.abandon(step);
        }
    }

    /**
     * The customer rates an episode.
     *
     * @param episode the number of the episode, 0 when the customer does not say which
     * @param stars 1 to 5
     * @param comment what the customer wrote beside it, empty for nothing
     */
    record Rates(int episode, int stars, String comment) implements CustomerInput {

        @Override
        public Step.Verdict decide(Step step) {
            return Surveys.rate(step, this);
        }
    }
}
