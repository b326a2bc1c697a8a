package io.chatmgmt.store.memory;

import io.chatmgmt.store.GovernanceStore;
import io.chatmgmt.store.GovernedHouseContract;
import io.chatmgmt.store.HouseMove;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

class InMemoryHouseProperties extends GovernedHouseContract {

    @Override
    protected GovernanceStore create() {
        return InMemoryStore.ofDefaults();
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void the_invariants_hold_after_every_step(@ForAll("stories") List<HouseMove> story) {
        check(story);
    }

    @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
    void the_same_story_gives_the_same_journal(@ForAll("stories") List<HouseMove> story) {
        checkReplay(story);
    }

    @Tag("slow")
    @Property(tries = 5000, edgeCases = EdgeCasesMode.NONE)
    void the_invariants_hold_in_thousands_of_stories(@ForAll("stories") List<HouseMove> story) {
        check(story);
    }
}
