package io.chatmgmt.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.HandoffEvent;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.LedgerEntry;
import io.chatmgmt.conversation.ReviewEvent;
import io.chatmgmt.routing.Agent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What must hold after every act of a story. */
final class StoryChecks {

    private static final int ALL = 10_000;
    private static final Instant END_OF_TIME = Instant.parse("2200-01-01T00:00:00Z");

    private final GovernanceStore store;
    private final List<String> tenants;
    private final Map<ConversationId, Long> versions = new HashMap<>();

    StoryChecks(GovernanceStore store, List<String> tenants) {
        this.store = store;
        this.tenants = tenants;
    }

    /** Checks everything, given the agents as they were before the act. */
    void after(Act act, Map<AgentId, Agent> before, Instant now) {
        slots(act, before);
        newOffers(now);
        deadlines(act, now);
        lists(now);
        ledger();
    }

    /** All agents of the story. */
    Map<AgentId, Agent> agents() {
        Map<AgentId, Agent> agents = new HashMap<>();
        tenants.forEach(tenant -> store.agents(tenant).forEach(agent -> agents.put(agent.id(), agent)));
        return agents;
    }

    /** What agents hold is what conversations say, and beyond the limit only by stepping in. */
    private void slots(Act act, Map<AgentId, Agent> before) {
        Map<AgentId, Integer> held = new HashMap<>();
        Act.CONVERSATIONS.forEach(id -> store.find(id).ifPresent(row -> HeldSlots.add(row, held)));
        agents().forEach((id, agent) -> {
            assertThat(agent.used()).as("what %s holds", id).isEqualTo(held.getOrDefault(id, 0));
            if (act.kind() != Act.Kind.JOIN && agent.used() > agent.max()) {
                assertThat(agent.used())
                        .as("what %s holds beyond the limit", id)
                        .isLessThanOrEqualTo(before.get(id).used());
            }
        });
    }

    /** Work is offered to nobody who may not get it. */
    private void newOffers(Instant now) {
        Map<AgentId, Agent> agents = agents();
        for (ConversationId id : Act.CONVERSATIONS) {
            for (JournalRow row : store.journal(id, versions.getOrDefault(id, 0L), ALL)) {
                versions.put(id, row.version());
                row.find(HandoffEvent.Offered.class).ifPresent(offered -> {
                    Agent agent = agents.get(offered.offer().agent());
                    assertThat(agent.isRoutable(now) || agent.missedOffers() > 0)
                            .as("%s is there", agent.id())
                            .isTrue();
                });
            }
        }
    }

    /** The store looks at everything that may be due; after a sweep nothing is. */
    private void deadlines(Act act, Instant now) {
        for (ConversationId id : Act.CONVERSATIONS) {
            Instant due = store.find(id).map(Conversation::dueAt).orElse(null);
            if (due != null) {
                assertThat(store.due(due, ALL)).as("what is due at %s", due).contains(id);
                if (act.kind() == Act.Kind.SWEEP) {
                    assertThat(due).as("nothing is overdue after a sweep").isAfter(now);
                }
            }
        }
    }

    /** B10 The ledger is what a recount of all journals gives. */
    private void ledger() {
        for (String tenant : tenants) {
            Map<JournalPlace, LedgerEntry> ledger = new TreeMap<>();
            for (JournalRow row : store.reviews(tenant, Instant.EPOCH, END_OF_TIME, null, ALL)) {
                row.find(ReviewEvent.Entered.class)
                        .ifPresent(entered -> ledger.put(JournalPlace.of(row), entered.entry()));
            }
            assertThat(ledger).isEqualTo(LedgerRecount.of(store, tenant, Act.CONVERSATIONS));
        }
    }

    /** Lists and counters show what a look at every conversation shows. */
    private void lists(Instant now) {
        List<Conversation> rows = new ArrayList<>();
        Act.CONVERSATIONS.forEach(id -> store.find(id).ifPresent(rows::add));
        LiveModel model = new LiveModel(rows);
        LiveMoment moment = LiveMoment.at(now);
        for (String tenant : tenants) {
            assertThat(store.live(tenant, moment, LiveStore.GRAIN, ALL / 10))
                    .isEqualTo(model.view(tenant, moment, LiveStore.GRAIN, ALL / 10));
        }
    }
}
