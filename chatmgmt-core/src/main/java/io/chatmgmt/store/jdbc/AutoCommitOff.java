package io.chatmgmt.store.jdbc;

/** What it means that a connection comes with auto-commit off. */
public enum AutoCommitOff {
    /** A transaction of the host is open: the store joins it and leaves its end to the host. */
    MEANS_HOST_TRANSACTION,
    /** Nothing, because all connections of the pool come that way: the store commits what it does. */
    MEANS_NOTHING
}
