package io.chatmgmt.store.jdbc;

import io.chatmgmt.store.Act;
import io.chatmgmt.store.FrontDoorStoryContract;
import io.chatmgmt.store.GovernanceStore;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

@Tag("mariadb")
class MariaDbFrontDoorProperties extends FrontDoorStoryContract {

    @Override
    protected GovernanceStore create() {
        return MariaDbServer.SHARED.empty();
    }

    @Property(tries = 20, edgeCases = EdgeCasesMode.NONE)
    void it_holds_in_many_stories(@ForAll("stories") List<Act> story) {
        check(story);
    }
}
