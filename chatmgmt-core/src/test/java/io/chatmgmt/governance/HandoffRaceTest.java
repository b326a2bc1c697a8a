package io.chatmgmt.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.access.Caller;
import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Handoff;
import io.chatmgmt.conversation.Offer;
import io.chatmgmt.conversation.Resolution;
import io.chatmgmt.conversation.TransferKind;
import io.chatmgmt.policy.GovernancePolicy;
import io.chatmgmt.routing.Agent;
import io.chatmgmt.routing.AgentProfile;
import io.chatmgmt.routing.AgentStatus;
import io.chatmgmt.routing.Capacity;
import io.chatmgmt.store.ConversationAudit;
import io.chatmgmt.store.HeldSlots;
import io.chatmgmt.store.memory.InMemoryStore;
import io.chatmgmt.testkit.MutableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many threads on one floor: nothing is assigned twice, no limit is exceeded, nothing is lost or stuck. */
class HandoffRaceTest {

    private static final int CHATS = 3;
    private static final int FIRST = 100;

    private final MutableClock clock = MutableClock.at("2026-01-05T10:00:00Z");
    private final InMemoryStore store = InMemoryStore.ofDefaults();
    private final ChatGovernance governance = ChatGovernance.builder()
            .store(store)
            .clock(clock)
            .policy(GovernancePolicy.builder()
                    .routing(r -> r.rules(rules -> rules.wrapUp(Duration.ofSeconds(5))))
                    .build())
            .build();
    private final List<AgentId> agents = new ArrayList<>();
    private final List<ConversationId> conversations = new ArrayList<>();
    private final Map<ConversationId, ConversationAudit> audits = new HashMap<>();

    private void open(int items, int people) {
        for (int i = 0; i < people; i++) {
            AgentId id = AgentId.of("agent-" + i);
            agents.add(id);
            governance
                    .agents()
                    .register(AgentProfile.of(id, "Agent", "general", "billing")
                            .with(Capacity.limit(CHATS * Floor.CHAT)));
            governance.agents().status(id, AgentStatus.ONLINE);
        }
        for (int i = 0; i < items; i++) {
            ConversationId id = ConversationId.of("c-" + i);
            conversations.add(id);
            audits.put(id, new ConversationAudit(id, version -> false));
        }
    }

    private void act(Random random, int round) {
        ConversationId id = conversations.get(random.nextInt(conversations.size()));
        AgentId agent = agents.get(random.nextInt(agents.size()));
        Conversation row = store.find(id).orElse(null);
        Handoff handoff = row == null ? null : row.handoff();
        if (handoff == null) {
            governance.onCustomerMessage(CustomerMessage.of(
                    id, "m-" + round + "-" + random.nextInt(1_000_000), "I want to speak to a human"));
            return;
        }
        Offer offer = handoff.offer();
        AgentId holder = offer != null ? offer.agent() : row.assignee() != null ? row.assignee() : agent;
        Desk desk = governance.desk(Caller.agent(holder.value()));
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> desk.accept(id, offer == null ? 1 : offer.number());
            case 3 -> desk.decline(id, offer == null ? 1 : offer.number());
            case 4 -> desk.transferToAgent(id, agent, TransferKind.values()[random.nextInt(2)]);
            case 5 -> desk.transferToQueue(id, "billing", TransferKind.COLD);
            case 6, 7 -> governance.resolve(id, Resolution.CONFIRMED);
            case 8 -> governance.agents().status(agent, AgentStatus.values()[random.nextInt(5)]);
            case 9 -> governance.agents().status(agent, AgentStatus.ONLINE);
            case 10 -> {
                if (random.nextInt(20) == 0) {
                    governance.agents().deactivate(agent);
                } else {
                    governance.agents().reactivate(agent);
                    governance.agents().status(agent, AgentStatus.ONLINE);
                }
            }
            default -> governance.sweep(200);
        }
    }

    private void race(int threads, int rounds, int actsPerThread) throws ExecutionException, InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (int round = 0; round < rounds; round++) {
                int number = round;
                List<Future<?>> running = new ArrayList<>();
                for (int thread = 0; thread < threads; thread++) {
                    Random random = new Random(1_000_003L * round + thread);
                    running.add(pool.submit(() -> {
                        for (int i = 0; i < actsPerThread; i++) {
                            act(random, number);
                        }
                    }));
                }
                for (Future<?> each : running) {
                    each.get();
                }
                clock.advance(Duration.ofSeconds(7));
                governance.sweep(100_000);
                check();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** Everything that must hold whenever nothing is under way. */
    private void check() {
        Map<AgentId, Integer> held = new HashMap<>();
        for (ConversationId id : conversations) {
            audits.get(id).read(store);
            Conversation row = store.find(id).orElse(null);
            if (row == null) {
                continue;
            }
            HeldSlots.add(row, held);
            if (row.dueAt() != null) {
                assertThat(row.dueAt()).as("nothing is overdue").isAfter(clock.instant());
            }
        }
        boolean room = false;
        for (Agent agent : store.agents("default")) {
            assertThat(agent.used()).as("what %s holds", agent.id()).isEqualTo(held.getOrDefault(agent.id(), 0));
            assertThat(agent.used()).isLessThanOrEqualTo(agent.max());
            room |= agent.isRoutable(clock.instant()) && agent.hasRoomFor(Floor.CHAT);
        }
        if (room) {
            checkNobodyStands();
        }
    }

    /** While somebody has room, whoever still waits is cooling down with all of them; the first of each queue show it. */
    private void checkNobodyStands() {
        for (String queue : store.queues("default")) {
            for (Conversation row : store.queued("default", queue, FIRST)) {
                Explanations.StillWaiting why =
                        governance.explanations().whyWaiting(row.id()).orElseThrow();
                assertThat(why.candidates())
                        .as("%s waits although somebody could take it: %s", row.id(), why.sentence())
                        .noneMatch(candidate -> candidate.isEligible() && !isReserved(row));
            }
        }
    }

    private static boolean isReserved(Conversation row) {
        return row.episode().history().lastAgent() != null;
    }

    @Test
    @DisplayName("T001 T002 T003 T004 T011 T044 races of eight threads: every invariant holds after each round")
    void a_small_race() throws Exception {
        open(60, 8);
        race(8, 12, 40);
    }

    @Test
    @Tag("slow")
    @DisplayName(
            "T001 T002 T003 T004 T011 T044 races of 64 threads over 10,000 conversations and 50 agents, 200 rounds")
    void a_large_race() throws Exception {
        open(10_000, 50);
        race(64, 200, 40);
    }
}
