package io.chatmgmt.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.governance.TransactionHook;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("Q03: announcements and the transactions of Spring")
class SpringTransactionHookTest {

    private final TransactionTemplate transaction = new TransactionTemplate(new NoResource());
    private final TransactionHook hook = new SpringTransactionHook();
    private final List<String> done = new ArrayList<>();

    @Test
    void are_made_at_once_outside_a_transaction() {
        hook.afterCommit(() -> done.add("announced"));
        assertThat(done).containsExactly("announced");
    }

    @Test
    void wait_for_the_commit() {
        transaction.executeWithoutResult(status -> {
            hook.afterCommit(() -> done.add("announced"));
            done.add("still inside");
        });
        assertThat(done).containsExactly("still inside", "announced");
    }

    @Test
    void are_never_made_after_a_rollback() {
        transaction.executeWithoutResult(status -> {
            hook.afterCommit(() -> done.add("announced"));
            status.setRollbackOnly();
        });
        assertThat(done).isEmpty();
    }

    @Test
    void are_made_at_once_where_a_scope_supports_transactions_but_has_none() {
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_SUPPORTS);
        transaction.executeWithoutResult(status -> {
            hook.afterCommit(() -> done.add("announced"));
            done.add("still inside");
        });
        assertThat(done).containsExactly("announced", "still inside");
    }

    /** Transactions without anything to commit. */
    private static final class NoResource extends AbstractPlatformTransactionManager {

        private static final long serialVersionUID = 1L;

        @Override
        protected Object doGetTransaction() {
            return new Object();
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {}

        @Override
        protected void doCommit(DefaultTransactionStatus status) {}

        @Override
        protected void doRollback(DefaultTransactionStatus status) {}
    }
}
