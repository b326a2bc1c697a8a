package io.chatmgmt.store.jdbc;

import io.chatmgmt.policy.GovernancePolicy;
import io.chatmgmt.store.Act;
import io.chatmgmt.store.FrontDoorStoryContract;
import io.chatmgmt.store.GovernanceStore;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

class PostgresFrontDoorProperties extends FrontDoorStoryContract {

    @Override
    protected GovernanceStore create() {
        return PostgresServer.SHARED.empty();
    }

    @Property(tries = 6, edgeCases = EdgeCasesMode.NONE)
    void what_must_always_hold_holds_after_every_act(@ForAll("stories") List<Act> story) {
        check(story);
    }

    @Tag("slow")
    @Property(tries = 120, edgeCases = EdgeCasesMode.NONE)
    void it_holds_in_many_stories_under_any_policy(
            @ForAll("policies") List<GovernancePolicy> policies, @ForAll("stories") List<Act> story) {
        check(policies, story);
    }
}
