package io.chatmgmt.store;

/**
 * One thing that somebody does at the front door. Immutable.
 *
 * @param kind what
 * @param conversation in which conversation, an index
 * @param agent by which agent, an index
 * @param choice which of the ways to do it
 */
public record HouseMove(Kind kind, int conversation, int agent, int choice) {

    /** What can be done. */
    public enum Kind {
        CUSTOMER_WRITES,
        CUSTOMER_WRITES_AGAIN_WITH_THE_SAME_ID,
        CUSTOMER_WRITES_LATE,
        CUSTOMER_LEAVES,
        CUSTOMER_RATES,
        AI_ANSWERS,
        AI_ANSWERS_AN_OLD_TICKET,
        AI_FAILS,
        AGENT_COMES,
        AGENT_GOES,
        AGENT_BEATS,
        AGENT_ACCEPTS,
        AGENT_DECLINES,
        AGENT_JOINS,
        AGENT_WRITES,
        AGENT_HANDS_BACK,
        AGENT_RESOLVES,
        AGENT_REVIEWS,
        AGENT_CORRECTS,
        AGENT_ESCALATES,
        AGENT_NOTES,
        AGENT_FLAGS,
        SUPERVISOR_TAKES_OVER,
        HOST_RESOLVES,
        HOST_ACKNOWLEDGES,
        HOST_REFUSES,
        TIME_PASSES,
        CLOCK_IS_SET_BACK,
        POLICY_CHANGES
    }
}
