package io.chatmgmt.conversation;

/** Who speaks or acts in a conversation. */
public enum Participant {
    /** The person who asks for help. */
    CUSTOMER,
    /** The host's AI that answers. */
    AI,
    /** A person who takes conversations over. */
    AGENT,
    /** A person who watches over conversations and agents. */
    SUPERVISOR,
    /** A rule or program of the host that acts by itself. */
    AUTOMATION,
    /** This library or the host, acting for nobody in particular. */
    SYSTEM
}
