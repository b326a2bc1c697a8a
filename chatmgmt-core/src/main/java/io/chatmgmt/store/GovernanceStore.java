package io.chatmgmt.store;

/** Everything that the front door keeps, in one store with one transaction. Implementations are thread-safe. */
public interface GovernanceStore
        extends ConversationStore,
                WorkStore,
                LiveStore,
                ReviewStore,
                ChangeStore,
                PrivacyStore,
                AgentStore,
                RollupStore {}
