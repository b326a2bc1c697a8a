package io.chatmgmt.store.jdbc;

import io.chatmgmt.store.GovernanceStore;
import io.chatmgmt.store.Step;
import io.chatmgmt.store.StoreModelContract;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

class H2ModelProperties extends StoreModelContract {

    @Override
    protected GovernanceStore create() {
        return H2Databases.SHARED.empty();
    }

    @Property(tries = 6, edgeCases = EdgeCasesMode.NONE)
    void the_store_equals_a_simple_model(@ForAll("stories") List<Step> story) {
        check(story);
    }

    @Tag("slow")
    @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
    void it_equals_the_model_after_many_stories(@ForAll("stories") List<Step> story) {
        check(story);
    }
}
