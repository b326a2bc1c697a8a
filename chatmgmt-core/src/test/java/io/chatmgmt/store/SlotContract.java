package io.chatmgmt.store;

import static io.chatmgmt.store.CommitBuilder.WEIGHT;
import static io.chatmgmt.store.StoreFixtures.START;
import static io.chatmgmt.store.StoreFixtures.after;
import static io.chatmgmt.store.StoreFixtures.agent;
import static io.chatmgmt.store.StoreFixtures.committed;
import static io.chatmgmt.store.StoreFixtures.content;
import static io.chatmgmt.store.StoreFixtures.following;
import static io.chatmgmt.store.StoreFixtures.held;
import static io.chatmgmt.store.StoreFixtures.newAgent;
import static io.chatmgmt.store.StoreFixtures.opening;
import static io.chatmgmt.store.StoreFixtures.saving;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.CustomerHistory;
import io.chatmgmt.conversation.SlotChange;
import io.chatmgmt.routing.Agent;
import io.chatmgmt.routing.AgentStatus;
import io.chatmgmt.store.CommitOutcome.Committed;
import io.chatmgmt.store.CommitOutcome.Moved;
import io.chatmgmt.store.CommitOutcome.SlotRefused;
import io.chatmgmt.store.StoreFixtures.Content;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every store does with the capacity of agents when a conversation is committed. */
public abstract class SlotContract extends StoreContract {

    private static final ConversationId ID = ConversationId.of("c-1");
    private static final AgentId NOBODY = AgentId.of("nobody");

    @Test
    void a_slot_is_taken_with_the_commit() {
        AgentId anna = agent(store, "anna", 3);
        committed(store, opening(ID).queued("billing", START).offered(anna));
        assertThat(store.findAgent(anna).orElseThrow())
                .isEqualTo(newAgent(anna, 3).holding(WEIGHT, START, Instant.EPOCH));
    }

    @Test
    void the_last_slot_can_be_taken_and_no_more() {
        AgentId anna = agent(store, "anna", 2);
        committed(store, opening("c-1").take(anna));
        committed(store, opening("c-2").take(anna));
        assertThat(store.commit(opening("c-3").take(anna).build())).isEqualTo(new SlotRefused(anna));
        assertThat(held(store, anna)).isEqualTo(2);
    }

    @Test
    void a_slot_is_as_large_as_its_weight() {
        AgentId anna = agent(store, "anna", 1);
        SlotChange tooMuch = new SlotChange.Take(anna, WEIGHT + 1, START);
        SlotChange endless = new SlotChange.Take(anna, Integer.MAX_VALUE, START);
        assertThat(store.commit(opening(ID).slot(tooMuch).build())).isEqualTo(new SlotRefused(anna));
        assertThat(store.commit(opening(ID).slot(endless).build())).isEqualTo(new SlotRefused(anna));
        committed(store, opening(ID).slot(new SlotChange.Take(anna, 1, START)));
        assertThat(store.findAgent(anna).orElseThrow().used()).isEqualTo(1);
    }

    @Test
    void a_slot_is_refused_from_the_moment_at_which_the_agent_is_no_longer_routable() {
        AgentId anna = agent(store, "anna", 3);
        Agent leaving = saving(newAgent(anna, 3), AgentStatus.ONLINE, after(10));
        assertThat(store.save(leaving)).isTrue();

        SlotChange inTime = new SlotChange.Take(anna, WEIGHT, after(10).minusNanos(1_000));
        SlotChange late = new SlotChange.Take(anna, WEIGHT, after(10));
        assertThat(store.commit(opening("c-1").slot(late).build())).isEqualTo(new SlotRefused(anna));
        committed(store, opening("c-1").slot(inTime));
    }

    @Test
    void an_agent_who_does_not_exist_refuses() {
        assertThat(store.commit(opening(ID).take(NOBODY).build())).isEqualTo(new SlotRefused(NOBODY));
        assertThat(store.commit(
                        opening(ID).slot(new SlotChange.Force(NOBODY, 1)).build()))
                .isEqualTo(new SlotRefused(NOBODY));
    }

    @Test
    void a_forced_slot_is_taken_beyond_the_limit_and_from_whoever_is_away() {
        AgentId anna = agent(store, "anna", 1);
        assertThat(store.save(saving(newAgent(anna, 1), AgentStatus.AWAY, Instant.EPOCH)))
                .isTrue();
        committed(store, opening("c-1").slot(new SlotChange.Force(anna, WEIGHT)));
        committed(store, opening("c-2").slot(new SlotChange.Force(anna, WEIGHT)));
        assertThat(held(store, anna)).isEqualTo(2);
        assertThat(store.findAgent(anna).orElseThrow().lastAssignedAt()).isEqualTo(START);
    }

    @Test
    void a_slot_given_back_can_be_taken_again() {
        AgentId anna = agent(store, "anna", 1);
        Conversation row = committed(store, opening("c-1").take(anna));
        committed(store, following(row).release(anna));
        assertThat(held(store, anna)).isZero();
        assertThat(store.findAgent(anna).orElseThrow().lastAssignedAt()).isEqualTo(START);
        committed(store, opening("c-2").take(anna));
    }

    @Test
    void nobody_holds_less_than_nothing() {
        AgentId anna = agent(store, "anna", 1);
        committed(store, opening(ID).release(anna));
        assertThat(held(store, anna)).isZero();
    }

    @Test
    void giving_back_a_slot_of_an_agent_who_does_not_exist_is_no_reason_to_refuse() {
        committed(store, opening(ID).release(NOBODY));
        assertThat(store.findAgent(NOBODY)).isEmpty();
    }

    @Test
    void a_transfer_gives_back_one_slot_and_takes_another() {
        AgentId anna = agent(store, "anna", 1);
        AgentId ben = agent(store, "ben", 1);
        Conversation row = committed(store, opening(ID).take(ben).assigned(ben));
        committed(store, following(row).release(ben).take(anna).assigned(anna));
        assertThat(held(store, ben)).isZero();
        assertThat(held(store, anna)).isEqualTo(1);
    }

    @Test
    void slots_of_one_agent_change_in_order() {
        AgentId anna = agent(store, "anna", 1);
        Conversation row = committed(store, opening(ID).take(anna));
        row = committed(store, following(row).release(anna).take(anna));
        assertThat(held(store, anna)).isEqualTo(1);
        assertThat(store.commit(following(row).take(anna).release(anna).build()))
                .isEqualTo(new SlotRefused(anna));
    }

    @Test
    void the_first_agent_who_refuses_is_named() {
        AgentId zoe = agent(store, "zoe", 0);
        AgentId anna = agent(store, "anna", 0);
        AgentId ben = agent(store, "ben", 1);
        assertThat(store.commit(opening(ID).take(ben).take(zoe).take(anna).build()))
                .isEqualTo(new SlotRefused(zoe));
        assertThat(held(store, ben)).isZero();
    }

    @Test
    void a_refused_slot_leaves_nothing_behind() {
        AgentId ben = agent(store, "ben", 1);
        AgentId full = agent(store, "full", 0);
        Conversation row = committed(store, opening(ID).customerWrites("Help"));
        Content before = content(store, ID);

        Commit refused = following(row)
                .key("m-1")
                .customerWrites("Help!")
                .ticket(after(5))
                .queued("billing", START)
                .rated(5)
                .take(ben)
                .release(ben)
                .take(ben)
                .take(full)
                .build();
        assertThat(store.commit(refused)).isEqualTo(new SlotRefused(full));

        assertThat(content(store, ID)).isEqualTo(before);
        assertThat(store.findCommand(ID, "m-1")).isEmpty();
        assertThat(store.findAgent(ben)).contains(newAgent(ben, 1));
        assertThat(store.nextDue()).isEmpty();
        assertThat(store.queued("default", "billing", 10)).isEmpty();
        assertThat(store.queues("default")).isEmpty();
        assertThat(store.customer("default", row.customer().id()).lastRating()).isZero();
        committed(store, following(row).key("m-1").customerWrites("Again"));
    }

    @Test
    void a_refused_first_commit_leaves_no_conversation_behind() {
        AgentId full = agent(store, "full", 0);
        Commit refused = opening(ID)
                .key("m-1")
                .customerWrites("Help")
                .queued("billing", START)
                .take(full)
                .build();
        assertThat(store.commit(refused)).isEqualTo(new SlotRefused(full));

        assertThat(store.find(ID)).isEmpty();
        assertThat(store.journal(ID, 0, 10)).isEmpty();
        assertThat(store.texts(ID, 0, 10)).isEmpty();
        assertThat(store.findCommand(ID, "m-1")).isEmpty();
        assertThat(store.open("default", null, 10)).isEmpty();
        assertThat(store.tenantsWithQueues()).isEmpty();
        assertThat(store.customer("default", refused.row().customer().id())).isEqualTo(CustomerHistory.NONE);
        committed(store, opening(ID).key("m-1"));
    }

    @Test
    void a_version_that_moved_outweighs_a_slot_that_would_be_refused() {
        AgentId full = agent(store, "full", 0);
        Conversation first = committed(store, opening(ID));
        Conversation second = committed(store, following(first).noted("moves on"));
        assertThat(store.commit(following(first).take(full).build())).isEqualTo(new Moved(second));
    }

    @Test
    @DisplayName("T159 agents of two tenants with the same id have slots of their own")
    void agents_of_two_tenants_have_slots_of_their_own() {
        AgentId one = agent(store, new AgentId("one", "anna"), 1);
        AgentId two = agent(store, new AgentId("two", "anna"), 1);
        committed(store, opening(new ConversationId("one", "c")).take(one));
        assertThat(held(store, one)).isEqualTo(1);
        assertThat(held(store, two)).isZero();
    }

    @Test
    @DisplayName("T003 of two conversations that want the last slot, one gets it")
    void of_two_conversations_that_want_the_last_slot_one_gets_it() throws Exception {
        for (int round = 0; round < rounds(); round++) {
            AgentId anna = agent(store, "anna-" + round, 1);
            Commit one = opening("one-" + round).take(anna).assigned(anna).build();
            Commit two = opening("two-" + round).take(anna).assigned(anna).build();
            List<CommitOutcome> outcomes = race.between(() -> store.commit(one), () -> store.commit(two));

            assertThat(outcomes).containsExactlyInAnyOrder(Committed.INSTANCE, new SlotRefused(anna));
            assertThat(held(store, anna)).isEqualTo(1);
            assertThat(store.find(one.row().id()).isPresent())
                    .isNotEqualTo(store.find(two.row().id()).isPresent());
        }
    }

    @Test
    @DisplayName("T003 nobody ever holds more than the limit, and no slot gets lost")
    void nobody_ever_holds_more_than_the_limit() throws Exception {
        AgentId anna = agent(store, "anna", 2);
        AgentId ben = agent(store, "ben", 2);
        List<Callable<Boolean>> dispatchers = IntStream.range(0, 4)
                .mapToObj(each -> (Callable<Boolean>) () -> takeAndGiveBack(each, anna, ben))
                .toList();
        race.between(dispatchers);
        assertThat(held(store, anna)).isZero();
        assertThat(held(store, ben)).isZero();
    }

    /** Half of the dispatchers name the agents the other way round: whoever locks in order cannot block another. */
    private boolean takeAndGiveBack(int dispatcher, AgentId anna, AgentId ben) {
        AgentId first = dispatcher % 2 == 0 ? anna : ben;
        AgentId second = dispatcher % 2 == 0 ? ben : anna;
        Conversation row = committed(store, opening("c-" + dispatcher));
        for (int round = 0; round < 2 * rounds(); round++) {
            Commit taking = following(row).take(first).take(second).build();
            if (store.commit(taking) instanceof Committed) {
                int most = Math.max(held(store, anna), held(store, ben));
                if (most > 2) {
                    throw new AssertionError(most + " held, 2 allowed");
                }
                row = committed(store, following(taking.row()).release(second).release(first));
            }
        }
        return true;
    }

    @Test
    void a_first_commit_is_not_lost_beside_one_that_is_refused() throws Exception {
        AgentId full = agent(store, "full", 0);
        for (int round = 0; round < rounds(); round++) {
            Commit refused = opening("c-" + round).take(full).build();
            Commit kept = opening("c-" + round).customerWrites("Hello").build();
            List<CommitOutcome> outcomes =
                    race.between(() -> store.commit(refused), () -> store.commit(kept), () -> store.commit(refused));
            assertThat(outcomes.get(1)).isEqualTo(Committed.INSTANCE);
            assertThat(store.find(kept.row().id())).contains(kept.row());
        }
    }
}
