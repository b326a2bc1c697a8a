package io.chatmgmt.store;

import org.junit.jupiter.api.Nested;

/**
 * What every {@link GovernanceStore} does: the whole contract, races included. A store is tried by a test class that
 * extends this one; its model-based half is {@link StoreModelContract}.
 */
public abstract class GovernanceStoreContract {

    /**
     * A store that is empty.
     *
     * @return another one for each test
     */
    protected abstract GovernanceStore create();

    /**
     * How often a race is run; fewer for stores that are far away.
     *
     * @return 1 or more
     */
    protected int rounds() {
        return 200;
    }

    @Nested
    final class Conversations extends ConversationStoreContract {

        @Override
        protected GovernanceStore create() {
            return GovernanceStoreContract.this.create();
        }

        @Override
        protected int rounds() {
            return GovernanceStoreContract.this.rounds();
        }
    }

    @Nested
    final class Slots extends SlotContract {

        @Override
        protected GovernanceStore create() {
            return GovernanceStoreContract.this.create();
        }

        @Override
        protected int rounds() {
            return GovernanceStoreContract.this.rounds();
        }
    }

    @Nested
    final class Due extends DueContract {

        @Override
        protected GovernanceStore create() {
            return GovernanceStoreContract.this.create();
        }

        @Override
        protected int rounds() {
            return GovernanceStoreContract.this.rounds();
        }
    }

    @Nested
    final class Queues extends QueueContract {

        @Override
        protected GovernanceStore create() {
            return GovernanceStoreContract.this.create();
        }

        @Override
        protected int rounds() {
            return GovernanceStoreContract.this.rounds();
        }
    }

    @Nested
    final class Live extends LiveContract {

        @Override
        protected GovernanceStore create() {
            return GovernanceStoreContract.this.create();
        }

        @Override
        protected int rounds() {
            return GovernanceStoreContract.this.rounds();
        }
    }

    @Nested
    final class Reviews extends ReviewContract {

        @Override
        protected GovernanceStore create() {
            return GovernanceStoreContract.this.create();
        }
    }

    @Nested
    final class Changes extends ChangeContract {

        @Override
        protected GovernanceStore create() {
            return GovernanceStoreContract.this.create();
        }

        @Override
        protected int rounds() {
            return GovernanceStoreContract.this.rounds();
        }
    }

    @Nested
    final class Privacy extends PrivacyContract {

        @Override
        protected GovernanceStore create() {
            return GovernanceStoreContract.this.create();
        }
    }

    @Nested
    final class Customers extends CustomerContract {

        @Override
        protected GovernanceStore create() {
            return GovernanceStoreContract.this.create();
        }

        @Override
        protected int rounds() {
            return GovernanceStoreContract.this.rounds();
        }
    }

    @Nested
    final class Agents extends AgentStoreContract {

        @Override
        protected GovernanceStore create() {
            return GovernanceStoreContract.this.create();
        }

        @Override
        protected int rounds() {
            return GovernanceStoreContract.this.rounds();
        }
    }

    @Nested
    final class Visibility extends VisibilityContract {

        @Override
        protected GovernanceStore create() {
            return GovernanceStoreContract.this.create();
        }

        @Override
        protected int rounds() {
            return GovernanceStoreContract.this.rounds();
        }
    }

    @Nested
    final class Rollups extends RollupContract {

        @Override
        protected GovernanceStore create() {
            return GovernanceStoreContract.this.create();
        }

        @Override
        protected int rounds() {
            return GovernanceStoreContract.this.rounds();
        }
    }
}
