package io.chatmgmt.routing;

/** What an agent chose to be; whether work is offered also depends on being alive and having room. */
public enum AgentStatus {
    /** Takes work. */
    ONLINE,
    /** Works on what they have and takes nothing new. */
    BUSY,
    /** Away for a while. */
    AWAY,
    /** Not there. */
    OFFLINE
}
