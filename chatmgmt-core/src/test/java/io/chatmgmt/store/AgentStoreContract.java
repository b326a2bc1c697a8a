package io.chatmgmt.store;

import static io.chatmgmt.store.CommitBuilder.WEIGHT;
import static io.chatmgmt.store.StoreFixtures.START;
import static io.chatmgmt.store.StoreFixtures.after;
import static io.chatmgmt.store.StoreFixtures.agent;
import static io.chatmgmt.store.StoreFixtures.committed;
import static io.chatmgmt.store.StoreFixtures.following;
import static io.chatmgmt.store.StoreFixtures.newAgent;
import static io.chatmgmt.store.StoreFixtures.opening;
import static io.chatmgmt.store.StoreFixtures.saving;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.Role;
import io.chatmgmt.routing.Acceptance;
import io.chatmgmt.routing.Agent;
import io.chatmgmt.routing.AgentProfile;
import io.chatmgmt.routing.AgentStatus;
import io.chatmgmt.routing.Capacity;
import io.chatmgmt.routing.Presence;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every {@link AgentStore} does. */
public abstract class AgentStoreContract extends StoreContract {

    private static final AgentId ANNA = AgentId.of("anna");

    @Test
    void an_agent_who_was_never_saved_is_not_found() {
        assertThat(store.findAgent(ANNA)).isEmpty();
        assertThat(store.agents("default")).isEmpty();
    }

    @Test
    void an_agent_is_found_as_saved() {
        AgentProfile profile = new AgentProfile(
                ANNA,
                "Ånna 👩‍💻",
                Set.of(Role.AGENT, Role.SUPERVISOR),
                Map.of("billing", 5, "Technik", 1),
                Map.of("de", 5, "pt-BR", 2),
                Capacity.UNLIMITED,
                Set.of("Nord", "süd"),
                Set.of("EU", "US"),
                "früh",
                Acceptance.AUTOMATIC,
                Map.of("billing", START.plusSeconds(60)));
        Presence away = new Presence(
                Presence.Employment.DEACTIVATED,
                AgentStatus.AWAY_REASSIGN,
                "Pause ☕",
                START.plusNanos(1_000),
                START.plusNanos(2_000),
                START.minusNanos(1_000),
                3,
                Presence.Freeing.PENDING,
                START.plusNanos(3_000),
                START.plusNanos(4_000));
        Agent anna = new Agent(profile, 1, Integer.MAX_VALUE, away, 0, Instant.EPOCH, Instant.EPOCH);
        assertThat(store.save(anna)).isTrue();
        assertThat(store.findAgent(ANNA)).contains(anna);

        Agent back = new Agent(
                profile.with(Capacity.limit(0)).with(Role.AGENT),
                2,
                0,
                Presence.online(),
                0,
                Instant.EPOCH,
                Instant.EPOCH);
        assertThat(store.save(back)).isTrue();
        assertThat(store.findAgent(ANNA)).contains(back);
    }

    @Test
    void a_new_agent_holds_nothing() {
        assertThat(store.save(newAgent(ANNA, 5).holding(60, START, START))).isTrue();
        assertThat(store.findAgent(ANNA)).contains(newAgent(ANNA, 5));
    }

    @Test
    void saving_leaves_alone_what_the_agent_holds() {
        agent(store, ANNA, 5);
        committed(store, opening("c-1").take(ANNA));
        assertThat(store.save(saving(newAgent(ANNA, 5), AgentStatus.BUSY, START)))
                .isTrue();
        Agent anna = store.findAgent(ANNA).orElseThrow();
        assertThat(anna.status()).isEqualTo(AgentStatus.BUSY);
        assertThat(anna.used()).isEqualTo(WEIGHT);
        assertThat(anna.lastAssignedAt()).isEqualTo(START);
        assertThat(anna.lastReleasedAt()).isEqualTo(Instant.EPOCH);
    }

    @Test
    @DisplayName("E01 a slot that is given back is remembered with its time")
    void a_slot_that_is_given_back_is_remembered() {
        agent(store, ANNA, 5);
        Conversation row = committed(store, opening("c-1").take(ANNA));
        committed(store, following(row).release(ANNA));
        Agent anna = store.findAgent(ANNA).orElseThrow();
        assertThat(anna.lastAssignedAt()).isEqualTo(START);
        assertThat(anna.lastReleasedAt()).isEqualTo(after(1));
    }

    @Test
    @DisplayName("F01 who is due is found by time, over all tenants")
    void who_is_due_is_found_by_time() {
        assertThat(store.nextAgentDue()).isEmpty();
        due(new AgentId("one", "late"), after(20));
        due(new AgentId("two", "early"), after(10));
        due(new AgentId("one", "never"), null);
        due(new AgentId("one", "alike"), after(20));

        assertThat(store.nextAgentDue()).contains(after(10));
        assertThat(store.agentsDue(after(9), 10)).isEmpty();
        assertThat(store.agentsDue(after(10), 10))
                .extracting(each -> each.id().value())
                .containsExactly("early");
        assertThat(store.agentsDue(after(60), 10))
                .extracting(each -> each.id().value())
                .containsExactly("early", "alike", "late");
        assertThat(store.agentsDue(after(60), 2)).hasSize(2);
        Agent early = store.findAgent(new AgentId("two", "early")).orElseThrow();
        assertThat(store.save(saving(early, AgentStatus.ONLINE, Agent.FOREVER))).isTrue();
        assertThat(store.nextAgentDue()).contains(after(20));
        assertThatThrownBy(() -> store.agentsDue(START, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private void due(AgentId id, Instant at) {
        Presence presence = new Presence(
                Presence.Employment.ACTIVE,
                AgentStatus.AWAY,
                "",
                at,
                Agent.FOREVER,
                Instant.EPOCH,
                0,
                Presence.Freeing.NONE,
                at,
                null);
        assertThat(store.save(new Agent(newAgent(id, 1).profile(), 1, 20, presence, 0, Instant.EPOCH, Instant.EPOCH)))
                .isTrue();
    }

    @Test
    void slots_leave_the_version_alone() {
        agent(store, ANNA, 5);
        Conversation row = committed(store, opening("c-1").take(ANNA));
        committed(store, following(row).release(ANNA));
        assertThat(store.findAgent(ANNA).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void a_lost_race_returns_false() {
        Agent first = newAgent(ANNA, 5);
        assertThat(store.save(saving(first, AgentStatus.BUSY, START))).isFalse();
        assertThat(store.findAgent(ANNA)).isEmpty();

        assertThat(store.save(first)).isTrue();
        assertThat(store.save(newAgent(ANNA, 7))).isFalse();
        Agent second = saving(first, AgentStatus.BUSY, START);
        assertThat(store.save(saving(second, AgentStatus.AWAY, START))).isFalse();
        assertThat(store.findAgent(ANNA)).contains(first);

        assertThat(store.save(second)).isTrue();
        assertThat(store.save(saving(first, AgentStatus.OFFLINE, START))).isFalse();
        assertThat(store.findAgent(ANNA)).contains(second);
    }

    @Test
    @DisplayName("T159 agents are listed by tenant, in order of id")
    void agents_are_listed_by_tenant_in_order_of_id() {
        for (String id : List.of("ben", "anna", "Zoe", "anna ", "5")) {
            agent(store, new AgentId("one", id), 1);
        }
        agent(store, new AgentId("two", "anna"), 1);
        agent(store, new AgentId("on", "x"), 1);
        agent(store, new AgentId("one ", "x"), 1);

        assertThat(store.agents("one"))
                .extracting(each -> each.id().value())
                .containsExactly("5", "Zoe", "anna", "anna ", "ben");
        assertThat(store.agents("two")).extracting(Agent::id).containsExactly(new AgentId("two", "anna"));
        assertThat(store.agents("ONE")).isEmpty();
        assertThatThrownBy(() -> store.agents("one").clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void of_two_who_save_at_once_one_wins() throws Exception {
        for (int round = 0; round < rounds(); round++) {
            AgentId id = AgentId.of("agent " + round);
            Agent first = newAgent(id, 1);
            assertThat(race.between(() -> store.save(first), () -> store.save(first)))
                    .containsExactlyInAnyOrder(true, false);
            Agent busy = saving(first, AgentStatus.BUSY, START);
            Agent away = saving(first, AgentStatus.AWAY, START);
            List<Boolean> saved = race.between(() -> store.save(busy), () -> store.save(away));
            assertThat(saved).containsExactlyInAnyOrder(true, false);
            assertThat(store.findAgent(id)).contains(saved.get(0) ? busy : away);
        }
    }

    @Test
    void presence_and_slots_do_not_disturb_each_other() throws Exception {
        agent(store, ANNA, 100_000);
        Conversation first = committed(store, opening("c-1"));
        race.between(
                () -> {
                    Conversation row = first;
                    for (int i = 0; i < rounds(); i++) {
                        row = committed(store, following(row).take(ANNA));
                    }
                    return row;
                },
                () -> {
                    for (int i = 1; i <= rounds(); i++) {
                        Agent anna = store.findAgent(ANNA).orElseThrow();
                        Instant until = Agent.FOREVER.minusSeconds(i);
                        assertThat(store.save(saving(anna, AgentStatus.ONLINE, until)))
                                .isTrue();
                    }
                    return true;
                });
        Agent anna = store.findAgent(ANNA).orElseThrow();
        assertThat(anna.used()).isEqualTo(rounds() * WEIGHT);
        assertThat(anna.version()).isEqualTo(rounds() + 1);
        assertThat(anna.routableUntil()).isEqualTo(Agent.FOREVER.minusSeconds(rounds()));
        assertThat(anna.lastAssignedAt()).isEqualTo(after(rounds()));
    }
}
