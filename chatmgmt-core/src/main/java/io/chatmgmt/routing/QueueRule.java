package io.chatmgmt.routing;

import io.chatmgmt.conversation.TimeLimit;
import java.util.Objects;

/**
 * How one queue works. Immutable; ranges are checked when the whole policy is built.
 *
 * @param state whether it takes work
 * @param hours the calendar that it works by, empty for day and night; see {@link OpeningHours}
 * @param minLevel the level of the skill that its agents need, from 1 to {@value AgentProfile#MAX_LEVEL}
 * @param language what the language of the conversation counts for
 * @param region what the region of the customer counts for
 * @param team the team that works on it, empty for everybody
 * @param capacity how many units an agent may hold who inherits and works on it
 * @param maxDepth how many conversations may wait in it
 * @param maxWait how long one may wait
 * @param overflow the queue that takes what this one cannot, empty for none
 * @param ladder what waiting work gives up
 * @param offers how agents get its work
 * @param acceptance whether they are asked
 */
public record QueueRule(
        State state,
        String hours,
        int minLevel,
        Need language,
        Need region,
        String team,
        Capacity capacity,
        int maxDepth,
        TimeLimit maxWait,
        String overflow,
        Ladder ladder,
        Offers offers,
        Acceptance acceptance) {

    /** Whether a queue takes work. */
    public enum State {
        /** It takes work, and gives it out. */
        OPEN,
        /** It takes nothing new, and gives out what it has. */
        DRAINING,
        /** It takes nothing new, and gives nothing out. */
        CLOSED
    }

    /** What a fact counts for. */
    public enum Need {
        /** Nothing. */
        IGNORED,
        /** Who matches is asked first. */
        PREFERRED,
        /** Only who matches is asked. */
        REQUIRED
    }

    /** How agents get the work of a queue. */
    public enum Offers {
        /** It is offered to one of them, whose slot it takes at once. */
        DIRECT,
        /** It is shown to all who could take it; the first who accepts gets it, and a slot is taken then. */
        BROADCAST,
        /** They fetch it. */
        PULL
    }

    /** Open day and night, for everybody with the skill; speakers of the language are asked first. */
    public static final QueueRule DEFAULT = new QueueRule(
            State.OPEN,
            "",
            1,
            Need.PREFERRED,
            Need.IGNORED,
            "",
            Capacity.INHERIT,
            10_000,
            TimeLimit.never(),
            "",
            Ladder.NONE,
            Offers.DIRECT,
            Acceptance.ASKED);

    /** Checks for nulls. */
    public QueueRule {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(hours, "hours");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(team, "team");
        Objects.requireNonNull(capacity, "capacity");
        Objects.requireNonNull(maxWait, "maxWait");
        Objects.requireNonNull(overflow, "overflow");
        Objects.requireNonNull(ladder, "ladder");
        Objects.requireNonNull(offers, "offers");
        Objects.requireNonNull(acceptance, "acceptance");
    }

    /**
     * A builder that starts from the defaults.
     *
     * @return a new builder
     */
    public static QueueRuleBuilder builder() {
        return new QueueRuleBuilder(DEFAULT);
    }

    /**
     * A builder that starts from this rule.
     *
     * @return a new builder
     */
    public QueueRuleBuilder toBuilder() {
        return new QueueRuleBuilder(this);
    }
}
