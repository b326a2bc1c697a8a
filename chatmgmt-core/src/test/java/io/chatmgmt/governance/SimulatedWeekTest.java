package io.chatmgmt.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.access.Caller;
import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Customer;
import io.chatmgmt.conversation.Handoff;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.Offer;
import io.chatmgmt.conversation.Resolution;
import io.chatmgmt.conversation.WaitQuote;
import io.chatmgmt.lifecycle.Opening;
import io.chatmgmt.policy.GovernancePolicy;
import io.chatmgmt.routing.AgentProfile;
import io.chatmgmt.routing.AgentStatus;
import io.chatmgmt.routing.Capacity;
import io.chatmgmt.testkit.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A week of a busy house on a virtual clock: seeded arrivals and handle times, forty agents on three skills. */
class SimulatedWeekTest {

    private static final List<String> TOPICS = List.of("technical", "billing", "sales");
    private static final int AGENTS = 40;

    private final MutableClock clock = MutableClock.at("2026-01-05T00:00:00Z");
    private final Random random = new Random(42);
    private final PriorityQueue<Event> agenda =
            new PriorityQueue<>(Comparator.comparing(Event::at).thenComparing(Event::number));
    private final Map<ConversationId, WaitQuote> quotes = new HashMap<>();
    private final List<Duration> waits = new ArrayList<>();
    private final Map<AgentId, Integer> handled = new HashMap<>();
    private int told;
    private int kept;
    private int events;
    private ChatGovernance governance;

    private record Event(Instant at, int number, Runnable what) {}

    private void at(Instant at, Runnable what) {
        agenda.add(new Event(at, events++, what));
    }

    private void open(Duration lastAgentFirst) {
        governance = ChatGovernance.builder()
                .clock(clock)
                .policy(GovernancePolicy.builder()
                        .routing(r -> r.rules(rules -> rules.lastAgentFirst(lastAgentFirst)))
                        .build())
                .listener(new GovernanceListener() {
                    @Override
                    public void onCommitted(JournalRow row, Conversation conversation) {
                        hear(conversation);
                    }
                })
                .build();
    }

    private void hear(Conversation row) {
        Handoff handoff = row.handoff();
        Offer offer = handoff == null ? null : handoff.offer();
        if (offer != null && offer.madeAt().equals(row.lastAt())) {
            at(row.lastAt().plusSeconds(2 + random.nextInt(6)), () -> accept(row.id(), offer));
        }
    }

    private void accept(ConversationId id, Offer offer) {
        Handoff before = governance.conversations().get(id).handoff();
        if (!governance
                .desk(Caller.agent(offer.agent().value()))
                .accept(id, offer.number())
                .isWon()) {
            return;
        }
        waits.add(Duration.between(before.enqueuedAt(), clock.instant()));
        handled.merge(offer.agent(), 1, Integer::sum);
        WaitQuote quote = before.quote();
        if (quote != null && !quote.p90().isZero()) {
            told++;
            kept += Duration.between(quote.asOf(), clock.instant()).compareTo(quote.p90()) <= 0 ? 1 : 0;
        }
        at(
                clock.instant().plusMillis(exponential(Duration.ofMinutes(6))),
                () -> governance.resolve(id, Resolution.CONFIRMED));
    }

    private long exponential(Duration mean) {
        return Math.max(1_000, Math.round(-Math.log(1 - random.nextDouble()) * mean.toMillis()));
    }

    private void hire(int number, String... skills) {
        AgentId id = AgentId.of(String.format("agent-%02d", number));
        governance.agents().register(AgentProfile.of(id, "Agent", skills).with(Capacity.limit(2 * Floor.CHAT)));
        governance.agents().status(id, AgentStatus.ONLINE);
    }

    private void arrive(int number, Instant end) {
        ConversationId id = ConversationId.of("c-" + number);
        governance.open(
                id,
                new Opening(Customer.of("customer " + number), "web", null, TOPICS.get(random.nextInt(TOPICS.size()))));
        governance.onCustomerMessage(
                CustomerMessage.of(id, "m", "I want to speak to a human").from(Customer.of("customer " + number)));
        Instant next = clock.instant().plusMillis(exponential(pace(clock.instant())));
        if (next.isBefore(end)) {
            at(next, () -> arrive(number + 1, end));
        }
    }

    /** Every hour another pace, so that lines build up and go away again. */
    private static Duration pace(Instant now) {
        long hour = now.getEpochSecond() / 3_600 % 24;
        return Duration.ofMillis(hour >= 10 && hour < 14 ? 4_600 : hour >= 19 && hour < 21 ? 4_900 : 9_000);
    }

    private void run(Instant end) {
        while (!agenda.isEmpty()) {
            Event next = agenda.poll();
            governance.sweep(1_000);
            if (next.at().isAfter(clock.instant())) {
                clock.set(next.at());
                governance.sweep(1_000);
            }
            next.what().run();
        }
    }

    @Test
    @Tag("slow")
    @DisplayName("E11 E18 T093 a week: the quoted far end covers 85 to 95 % of the waits, and no wake-up is missed")
    void a_week_of_waits() {
        week(Duration.ofDays(7));
    }

    @Test
    @DisplayName("E11 E18 half a day: the quoted far end covers most waits, and no wake-up is missed")
    void half_a_day_of_waits() {
        clock.set(Instant.parse("2026-01-05T09:00:00Z"));
        week(Duration.ofHours(6));
    }

    private void week(Duration length) {
        open(Duration.ZERO);
        for (int i = 0; i < AGENTS; i++) {
            String first = TOPICS.get(i % 3);
            if (i % 4 == 0) {
                hire(i, first, TOPICS.get((i + 1) % 3));
            } else {
                hire(i, first);
            }
        }
        Instant end = clock.instant().plus(length);
        at(clock.instant(), () -> arrive(0, end));
        run(end);

        assertThat(governance.missedWakeUps()).as("missed wake-ups").isZero();
        assertThat(told).as("customers who were told").isGreaterThan(100);
        double share = (double) kept / told;
        System.out.println("quoted p90 covered " + Math.round(1000 * share) / 10.0 + " % of " + told + " waits, of "
                + waits.size() + " handoffs; the longest took "
                + waits.stream().max(Comparator.naturalOrder()).orElse(Duration.ZERO));
        assertThat(share).isBetween(0.85, 0.95);
        assertThat(governance.agents().list("default")).allMatch(agent -> agent.used() == 0);
    }

    @Test
    @DisplayName("T054 four equal agents differ by at most one, whatever comes in whichever order")
    void four_equal_agents_get_the_same() {
        open(Duration.ZERO);
        for (int i = 0; i < 4; i++) {
            AgentId id = AgentId.of("agent-0" + i);
            governance
                    .agents()
                    .register(AgentProfile.of(id, "Agent", "technical", "billing", "sales")
                            .with(Capacity.limit(100 * Floor.CHAT)));
            governance.agents().status(id, AgentStatus.ONLINE);
        }
        for (int i = 0; i < 400; i++) {
            arrive(10_000 + i, clock.instant());
            clock.advance(Duration.ofMillis(10));
        }
        List<Integer> held = governance.agents().list("default").stream()
                .map(agent -> agent.used() / Floor.CHAT)
                .toList();
        assertThat(held).containsOnly(100);
    }
}
