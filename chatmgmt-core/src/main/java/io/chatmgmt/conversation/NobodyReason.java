package io.chatmgmt.conversation;

/** Why nobody can take a conversation at the moment. */
public enum NobodyReason {
    /** All who could take it have no room. */
    ALL_BUSY,
    /** Nobody who could take it is online. */
    NO_AGENT_ONLINE,
    /** The queue is closed by its calendar. */
    OUT_OF_HOURS,
    /** Nobody has the skill at all. */
    NO_SKILL,
    /** As many wait as may wait. */
    QUEUE_FULL,
    /** The queue takes nothing new. */
    QUEUE_CLOSED,
    /** It was passed on as often as it may be. */
    TOO_MANY_HOPS
}
