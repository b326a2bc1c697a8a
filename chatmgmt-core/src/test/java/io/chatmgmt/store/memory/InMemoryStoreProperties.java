package io.chatmgmt.store.memory;

import io.chatmgmt.store.GovernanceStore;
import io.chatmgmt.store.Step;
import io.chatmgmt.store.StoreModelContract;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class InMemoryStoreProperties extends StoreModelContract {

    @Override
    protected GovernanceStore create() {
        return InMemoryStore.ofDefaults();
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void the_store_equals_a_simple_model(@ForAll("stories") List<Step> story) {
        check(story);
    }
}
