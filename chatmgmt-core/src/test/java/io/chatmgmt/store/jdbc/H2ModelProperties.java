package io.chatmgmt.store.jdbc;

import io.chatmgmt.store.Browsing;
import io.chatmgmt.store.GovernanceStore;
import io.chatmgmt.store.Step;
import io.chatmgmt.store.StoreModelContract;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
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

    @Property(tries = 12, edgeCases = EdgeCasesMode.NONE)
    @Label("A05 pages of a list that changes show each conversation that did not change exactly once")
    void pages_show_each_conversation_that_did_not_change_once(@ForAll("browsing") Browsing browsing) {
        check(browsing);
    }

    @Tag("slow")
    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void pages_of_many_lists_do(@ForAll("browsing") Browsing browsing) {
        check(browsing);
    }
}
