package io.chatmgmt.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.JournalRow;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;

/**
 * The state machine of the whole kernel on a store: whatever people, AIs, hosts and time do at the front door, the global
 * invariants hold after every step, and the same story told again gives the same journal. A test class that extends this
 * one has properties that hand stories to {@link #check} and {@link #checkReplay}.
 */
public abstract class GovernedHouseContract {

    /**
     * A store that is empty.
     *
     * @return another one for each story
     */
    protected abstract GovernanceStore create();

    /** Random stories. */
    @Provide
    protected Arbitrary<List<HouseMove>> stories() {
        return Combinators.combine(
                        Arbitraries.of(HouseMove.Kind.class),
                        Arbitraries.integers().between(0, GovernedHouse.CONVERSATIONS.size() - 1),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(0, 10))
                .as(HouseMove::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(80);
    }

    /** Tells a story, and looks at everything after each step. */
    protected final void check(List<HouseMove> story) {
        GovernedHouse house = new GovernedHouse(create());
        for (HouseMove move : story) {
            house.make(move);
            HouseInvariants.check(house);
        }
    }

    /** Tells a story twice: invariant 11, the same inputs give the same journal. */
    protected final void checkReplay(List<HouseMove> story) {
        assertThat(journals(story)).isEqualTo(journals(story));
    }

    private List<List<String>> journals(List<HouseMove> story) {
        GovernedHouse house = new GovernedHouse(create());
        story.forEach(house::make);
        return GovernedHouse.CONVERSATIONS.stream()
                .map(id -> journal(house, id))
                .toList();
    }

    private static List<String> journal(GovernedHouse house, ConversationId id) {
        return house.store.journal(id, 0, 100_000).stream()
                .map(JournalRow::toString)
                .toList();
    }
}
