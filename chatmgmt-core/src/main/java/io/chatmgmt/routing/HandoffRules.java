package io.chatmgmt.routing;

import io.chatmgmt.conversation.TimeLimit;
import java.time.Duration;
import java.util.Objects;

/**
 * What the house promises on the way to a person, and how nothing gets stuck there. Immutable; ranges are checked when
 * the whole policy is built.
 *
 * @param allBusy what happens to new work while all who could take it are busy
 * @param nobodyOnline what happens to it while nobody who could take it is online
 * @param outOfHours what happens to it while its queue is closed
 * @param nobodySkilled what happens to it when nobody has the skill at all
 * @param holdingMessage how often a customer who writes while waiting is asked for patience
 * @param unanswered how long an agent may leave a conversation unanswered that they were given
 * @param silence how long a customer who wrote may wait for the agent who has the conversation before it goes back to its
 *     queue
 * @param wrapUp how long an agent is left in peace after a conversation
 * @param lastAgentFirst how long waiting work waits for the customer's last agent, if that agent is there but has no
 *     room; zero for not preferring them
 * @param maxHops how often a conversation may be passed on
 * @param maxOffers after how many offers in vain work moves on to the queue that its own overflows to
 * @param lostAfter how long heartbeats may be missing beyond their end before an agent counts as lost
 * @param onAgentLost what happens to the conversations of a lost agent
 * @param longestQueued how long a conversation may wait before it is flagged as stuck
 * @param longestAssigned how long a person may have one before it is flagged as stuck
 * @param callBackWithin when a promised call-back is due while nobody knows when people are there again
 */
public record HandoffRules(
        Nobody allBusy,
        Nobody nobodyOnline,
        Nobody outOfHours,
        Nobody nobodySkilled,
        TimeLimit holdingMessage,
        TimeLimit unanswered,
        TimeLimit silence,
        Duration wrapUp,
        Duration lastAgentFirst,
        int maxHops,
        int maxOffers,
        Duration lostAfter,
        AgentLost onAgentLost,
        TimeLimit longestQueued,
        TimeLimit longestAssigned,
        Duration callBackWithin) {

    /** What happens to new work that nobody can take at the moment. */
    public enum Nobody {
        /** It waits. */
        QUEUE,
        /** The AI goes on, and the customer is told that nobody is there. */
        STAY_WITH_AI,
        /** The AI goes on, the customer is told, and people will come back to it: a follow-up of the queue. */
        CALL_BACK,
        /** It goes to the queue that its own overflows to, or to the default queue. */
        OVERFLOW,
        /** The customer is told that nobody can help. */
        DECLINE
    }

    /** What happens to the conversations of a lost agent. */
    public enum AgentLost {
        /** They wait for the agent. */
        KEEP,
        /** They go back to their queues with their old age. */
        REQUEUE,
        /** They go back to their queues as urgent, so that the next agent who is free takes them. */
        REASSIGN,
        /** They end; a customer who writes again begins a new episode. */
        CLOSE
    }

    /** The defaults of the product. */
    public static final HandoffRules DEFAULT = new HandoffRules(
            Nobody.QUEUE,
            Nobody.QUEUE,
            Nobody.CALL_BACK,
            Nobody.OVERFLOW,
            TimeLimit.of(Duration.ofMinutes(5)),
            TimeLimit.of(Duration.ofMinutes(2)),
            TimeLimit.never(),
            Duration.ZERO,
            Duration.ofSeconds(30),
            5,
            3,
            Duration.ofSeconds(60),
            AgentLost.REQUEUE,
            TimeLimit.of(Duration.ofHours(24)),
            TimeLimit.of(Duration.ofHours(24)),
            Duration.ofHours(24));

    /** Checks for nulls. */
    public HandoffRules {
        Objects.requireNonNull(allBusy, "allBusy");
        Objects.requireNonNull(nobodyOnline, "nobodyOnline");
        Objects.requireNonNull(outOfHours, "outOfHours");
        Objects.requireNonNull(nobodySkilled, "nobodySkilled");
        Objects.requireNonNull(holdingMessage, "holdingMessage");
        Objects.requireNonNull(unanswered, "unanswered");
        Objects.requireNonNull(silence, "silence");
        Objects.requireNonNull(wrapUp, "wrapUp");
        Objects.requireNonNull(lastAgentFirst, "lastAgentFirst");
        Objects.requireNonNull(lostAfter, "lostAfter");
        Objects.requireNonNull(onAgentLost, "onAgentLost");
        Objects.requireNonNull(longestQueued, "longestQueued");
        Objects.requireNonNull(longestAssigned, "longestAssigned");
        Objects.requireNonNull(callBackWithin, "callBackWithin");
    }

    /**
     * A builder that starts from the defaults.
     *
     * @return a new builder
     */
    public static HandoffRulesBuilder builder() {
        return new HandoffRulesBuilder(DEFAULT);
    }

    /**
     * A builder that starts from these rules.
     *
     * @return a new builder
     */
    public HandoffRulesBuilder toBuilder() {
        return new HandoffRulesBuilder(this);
    }
}
