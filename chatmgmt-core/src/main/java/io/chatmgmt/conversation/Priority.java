package io.chatmgmt.conversation;

/** How urgent waiting work is; later constants are more urgent. */
public enum Priority {
    /** Can wait. */
    LOW,
    /** Like everything. */
    NORMAL,
    /** Goes ahead of normal work. */
    HIGH,
    /** Goes ahead of everything else. */
    URGENT
}
