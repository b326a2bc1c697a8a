package io.chatmgmt.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.policy.GovernancePolicy;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/**
 * Whatever customers, AIs, agents, hosts, clocks and policies do at the front door of two nodes over one store, in
 * whichever order: what must always hold, holds after every act. A test class that extends this one has properties that
 * hand stories to {@link #check} and {@link #checkRepeatable}, as many as are worth its store's while.
 */
public abstract class FrontDoorStoryContract {

    /**
     * A store that is empty.
     *
     * @return another one for each story
     */
    protected abstract GovernanceStore create();

    /** Random stories. */
    @Provide
    protected Arbitrary<List<Act>> stories() {
        return acts().list().ofMaxSize(120).withSizeDistribution(RandomDistribution.uniform());
    }

    /** Random stories in which a lot happens in one conversation. */
    @Provide
    protected Arbitrary<List<Act>> longStories() {
        Arbitrary<Act> oneConversation =
                acts().map(act -> new Act(act.kind(), 0, act.agent(), act.variant(), act.node()));
        return oneConversation.list().ofMaxSize(600).withSizeDistribution(RandomDistribution.uniform());
    }

    /** Random policies for a story. */
    @Provide
    protected Arbitrary<List<GovernancePolicy>> policies() {
        return StoryPolicies.random();
    }

    private static Arbitrary<Act> acts() {
        @SuppressWarnings("unchecked") // the array holds nothing but tuples
        Tuple.Tuple2<Integer, Act.Kind>[] kinds = Arrays.stream(Act.Kind.values())
                .map(kind -> Tuple.of(kind.weight(), kind))
                .toArray(Tuple.Tuple2[]::new);
        return Combinators.combine(
                        Arbitraries.frequency(kinds),
                        Arbitraries.frequency(Tuple.of(4, 0), Tuple.of(2, 1), Tuple.of(1, 2)),
                        Arbitraries.integers().between(0, Act.AGENTS.size() - 1),
                        Arbitraries.integers().between(0, Act.VARIANTS - 1),
                        Arbitraries.integers().between(0, 1))
                .as(Act::new);
    }

    /** Tells a story, and checks everything after each act. */
    protected final void check(List<Act> acts) {
        tell(StoryPolicies.TYPICAL, acts);
    }

    /** Tells a story under policies of its own, and checks everything after each act. */
    protected final void check(List<GovernancePolicy> policies, List<Act> acts) {
        tell(policies, acts);
    }

    /** Tells a story twice: the same inputs give the same journal, bit by bit. */
    protected final void checkRepeatable(List<Act> acts) {
        assertThat(tell(StoryPolicies.TYPICAL, acts).everything())
                .usingRecursiveComparison()
                .isEqualTo(tell(StoryPolicies.TYPICAL, acts).everything());
    }

    private FrontDoorStory tell(List<GovernancePolicy> policies, List<Act> acts) {
        FrontDoorStory story = new FrontDoorStory(create(), policies);
        for (int i = 0; i < acts.size(); i++) {
            try {
                story.play(acts.get(i));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("act " + i + ": " + story + ": " + e.getMessage(), e);
            }
        }
        try {
            story.checkFigures();
        } catch (AssertionError e) {
            throw new AssertionError("at the end: " + story + ": " + e.getMessage(), e);
        }
        return story;
    }
}
