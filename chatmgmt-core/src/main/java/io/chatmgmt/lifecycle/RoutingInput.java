package io.chatmgmt.lifecycle;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Choice;
import io.chatmgmt.conversation.ReturnCause;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens between the queue and the agents. */
public sealed interface RoutingInput extends Input {

    /**
     * A summary has been made for whoever takes the conversation over.
     *
     * @param handoff the number of the handoff that it was made for
     * @param summary the summary, not blank
     */
    record Summarises(int handoff, String summary) implements RoutingInput {

        @Override
        public Step.Verdict decide(Step step) {
            return Handoffs.summarise(step, this);
        }
    }

    /**
     * The waiting conversation is to be shown to an agent.
     *
     * @param handoff the number of the handoff that the choice was made for
     * @param agent who was chosen
     * @param choice why
     * @param acceptedAs the name that the customer reads, when the agent gets the conversation without being asked; else
     *     null
     */
    record Offers(
            int handoff,
            AgentId agent,
            Choice choice,
            @Nullable String acceptedAs) implements RoutingInput {

        /**
         * The agent is asked.
         *
         * @param handoff the number of the handoff that the choice was made for
         * @param agent who was chosen
         * @param choice why
         */
        public Offers(int handoff, AgentId agent, Choice choice) {
            this(handoff, agent, choice, null);
        }

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

    /**
     * An agent is not there any more: what they have goes back to its queue, an offer to them is taken back.
     *
     * @param agent who
     * @param cause why
     */
    record Frees(AgentId agent, ReturnCause cause) implements RoutingInput {

        @Override
        public Step.Verdict decide(Step step) {
            return Handoffs.free(step, this);
        }
    }

    /**
     * An agent has gone: what is offered to them is taken back, what they have stays.
     *
     * @param agent who
     */
    record TakesBack(AgentId agent) implements RoutingInput {

        @Override
        public Step.Verdict decide(Step step) {
            return Handoffs.takeBack(step, agent);
        }
    }

    /**
     * The waiting conversation is to be shown to several agents at once.
     *
     * @param handoff the number of the handoff
     * @param agents who, the best first
     */
    record Calls(int handoff, List<AgentId> agents) implements RoutingInput {

        /** Copies the agents. */
        public Calls {
            agents = List.copyOf(agents);
        }

        @Override
        public Step.Verdict decide(Step step) {
            return Handoffs.call(step, this);
        }
    }

    /**
     * An agent fetches the waiting conversation.
     *
     * @param handoff the number of the handoff
     * @param agent who
     * @param name the name that the customer reads
     * @param introduction whether the customer is told
     */
    record Pulls(int handoff, AgentId agent, String name, PersonInput.Introduction introduction)
            implements RoutingInput {

        @Override
        public Step.Verdict decide(Step step) {
            return Transfers.pull(step, this);
        }
    }
}
