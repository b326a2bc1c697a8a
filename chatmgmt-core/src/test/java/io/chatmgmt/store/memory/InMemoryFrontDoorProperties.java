package io.chatmgmt.store.memory;

import io.chatmgmt.policy.GovernancePolicy;
import io.chatmgmt.store.Act;
import io.chatmgmt.store.FrontDoorStoryContract;
import io.chatmgmt.store.GovernanceStore;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

class InMemoryFrontDoorProperties extends FrontDoorStoryContract {

    @Override
    protected GovernanceStore create() {
        return InMemoryStore.ofDefaults();
    }

    @Property(tries = 300)
    void what_must_always_hold_holds_after_every_act(@ForAll("stories") List<Act> story) {
        check(story);
    }

    @Property(tries = 30)
    void it_holds_in_long_conversations(@ForAll("longStories") List<Act> story) {
        check(story);
    }

    @Property(tries = 100)
    void it_holds_under_any_policy(
            @ForAll("policies") List<GovernancePolicy> policies, @ForAll("stories") List<Act> story) {
        check(policies, story);
    }

    @Property(tries = 40)
    void the_same_story_leaves_the_same_journal(@ForAll("stories") List<Act> story) {
        checkRepeatable(story);
    }

    @Tag("slow")
    @Property(tries = 20_000)
    void it_holds_in_a_great_many_stories(@ForAll("stories") List<Act> story) {
        check(story);
    }

    @Tag("slow")
    @Property(tries = 2_000)
    void it_holds_in_a_great_many_long_conversations(@ForAll("longStories") List<Act> story) {
        check(story);
    }

    @Tag("slow")
    @Property(tries = 20_000)
    void it_holds_in_a_great_many_stories_under_any_policy(
            @ForAll("policies") List<GovernancePolicy> policies, @ForAll("stories") List<Act> story) {
        check(policies, story);
    }

    @Tag("slow")
    @Property(tries = 2_000)
    void it_holds_in_a_great_many_long_conversations_under_any_policy(
            @ForAll("policies") List<GovernancePolicy> policies, @ForAll("longStories") List<Act> story) {
        check(policies, story);
    }
}
