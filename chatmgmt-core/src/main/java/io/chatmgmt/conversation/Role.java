package io.chatmgmt.conversation;

/** What a person of the support team is there for; decides what they may do. */
public enum Role {
    /** Reads along. */
    VIEWER,
    /** Takes conversations over. */
    AGENT,
    /** Decides about held answers and scores conversations. */
    REVIEWER,
    /** Watches over conversations, agents and answers, and steps in. */
    SUPERVISOR,
    /** Changes policies and agents. */
    ADMIN,
    /** Reads everything, journals included, and changes nothing. */
    AUDITOR
}
