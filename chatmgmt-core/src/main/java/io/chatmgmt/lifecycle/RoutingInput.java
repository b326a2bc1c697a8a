package io.chatmgmt.lifecycle;

import io.chatmgmt.conversation.AgentId;

/** What happens between the queue and the agents. */
public sealed interface RoutingInput extends Input {

    /**
     * The waiting conversation is to be shown to an agent.
     *
     * @param handoff the number of the handoff that the choice was made for
     * @param agent who was chosen
     */
    record Offers(int handoff, AgentId agent) implements RoutingInput {

        @Override
        public Step.Verdict decide(Step step) {
            return Handoffs.offer(step, this);
        }
    }

    /**
     * An agent accepts an offer.
     *
     * @param offer the number of the offer
     * @param agent who
     * @param name the name that the customer reads
     * @param introduction whether the customer is told
     */
    record Accepts(int offer, AgentId agent, String name, PersonInput.Introduction introduction)
            implements RoutingInput {

        @Override
        public Step.Verdict decide(Step step) {
            return Handoffs.accept(step, this);
        }
    }

    /**
     * An agent declines an offer.
     *
     * @param offer the number of the offer
     * @param agent who
     */
    record Declines(int offer, AgentId agent) implements RoutingInput {

        @Override
        public Step.Verdict decide(Step step) {
            return Handoffs.decline(step, this);
        }
    }
}
