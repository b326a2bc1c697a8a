package io.chatmgmt.conversation;

/** What an answer's confidence does to the streak of low ones. */
public enum StreakEffect {
    /** Low: the streak grows. */
    GROWS,
    /** Not low: the streak ends. */
    ENDS,
    /** Unknown, or small talk: the streak stays as it is. */
    STAYS
}
