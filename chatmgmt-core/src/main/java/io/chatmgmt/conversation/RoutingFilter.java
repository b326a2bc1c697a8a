package io.chatmgmt.conversation;

/**
 * Why an agent cannot take waiting work, in the order in which it is asked: first what the agent is, then what the agent
 * is doing, so that a list of agents can be kept by the first part and only the second changes from moment to moment.
 */
public enum RoutingFilter {
    /** The agent is there for other things, or does not work here any more. */
    ROLE,
    /** Not of the team that the queue belongs to. */
    TEAM,
    /** Lacks the skill, or is not good enough at it. */
    SKILL,
    /** Does not speak the language. */
    LANGUAGE,
    /** Does not look after the region. */
    REGION,
    /** Busy, away or offline by choice. */
    STATUS,
    /** Online by choice, but the shift is over or the heartbeats have stopped. */
    PRESENCE,
    /** Has no room. */
    CAPACITY,
    /** Declined or missed this work a moment ago. */
    COOL_DOWN
}
