package io.chatmgmt.routing;

/** What an agent chose to be; whether work is offered also depends on being alive and having room. */
public enum AgentStatus {
    /** Takes work. */
    ONLINE,
    /** Works on what they have and takes nothing new. */
    BUSY,
    /** Away for a while; what they have waits for them. */
    AWAY,
    /** Away, and what they have goes to others. */
    AWAY_REASSIGN,
    /** Not there. */
    OFFLINE;

    /**
     * Whether it is an absence that may end by itself.
     *
     * @return true for the two kinds of being away
     */
    public boolean isAway() {
        return this == AWAY || this == AWAY_REASSIGN;
    }
}
