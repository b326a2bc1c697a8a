package io.chatmgmt.spring;

import io.chatmgmt.governance.TransactionHook;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Waits for the transaction of Spring that the current thread is in. What runs after its commit is outside of it, though
 * Spring keeps its connection bound to the thread for a little longer: what is written there then would never be
 * committed. Thread-safe.
 */
final class SpringTransactionHook implements TransactionHook {

    private final ThreadLocal<Boolean> afterCommit = new ThreadLocal<>();

    @Override
    public void afterCommit(Runnable action) {
        if (!isInTransaction()) {
            action.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                afterCommit.set(Boolean.TRUE);
                try {
                    action.run();
                } finally {
                    afterCommit.remove();
                }
            }
        });
    }

    /** Whether what the current thread does now becomes part of a transaction of Spring. */
    boolean isInTransaction() {
        return TransactionSynchronizationManager.isSynchronizationActive()
                && TransactionSynchronizationManager.isActualTransactionActive()
                && afterCommit.get() == null;
    }
}
