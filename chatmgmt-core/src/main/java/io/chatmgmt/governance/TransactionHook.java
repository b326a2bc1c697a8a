package io.chatmgmt.governance;

/** Runs what has to wait for the host's transaction. Implementations are thread-safe. */
@FunctionalInterface
public interface TransactionHook {

    /** No host transaction: everything has been committed already. */
    TransactionHook NONE = Runnable::run;

    /**
     * Runs an action once the current transaction of the host has been committed; at once when there is none; never when
     * it is rolled back.
     *
     * @param action what to run
     */
    void afterCommit(Runnable action);
}
