package io.chatmgmt.store.jdbc;

/** Whether the store creates its tables. Altering existing ones is always left to the host. */
public enum SchemaCreation {
    /** They must be there. */
    NEVER,
    /** They are created when they are not there yet. */
    IF_MISSING
}
