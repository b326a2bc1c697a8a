package io.chatmgmt.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.FilterCount;
import io.chatmgmt.conversation.RoutingFilter;
import io.chatmgmt.routing.Candidates.Candidate;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;

/** Whatever happens to agents and work, the index says what looking at everybody says. */
class RoutingIndexProperties {

    private static final int AGENTS = 12;

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    @Label("E01 E04 E06 E08 E13 the index chooses the agent that looking at everybody finds, for the same reasons")
    void the_index_chooses_like_a_scan(@ForAll RoutingStrategy strategy, @ForAll long seed) {
        Floor floor = new Floor(strategy, seed);
        for (int i = 0; i < 60; i++) {
            floor.somethingHappens();
            Work work = floor.anyWork(1_000 + i);
            List<Candidate> all = Candidates.of(floor.policy, Floor.ORDER, work, floor.agents(), floor.now);
            List<Candidate> eligible =
                    all.stream().filter(Candidate::isEligible).toList();
            Optional<RoutingIndex.Placement> placement = floor.index.choose(work, floor.now);
            boolean patient = floor.waitsForLast(work);
            if (eligible.isEmpty() || patient) {
                assertThat(placement).isEmpty();
                continue;
            }
            assertThat(placement).isPresent();
            assertThat(placement.get().agent().id()).isEqualTo(eligible.get(0).id());
            if (!eligible.get(0).id().equals(work.lastAgent())) {
                AgentId second = eligible.size() > 1 ? eligible.get(1).id() : null;
                assertThat(placement.get().choice().runnerUp()).isEqualTo(second);
                assertThat(placement.get().choice().candidates())
                        .isLessThanOrEqualTo(eligible.size() + coolingDown(all));
                assertThat(withoutCoolDown(counted(placement.get().choice().rejected())))
                        .isEqualTo(withoutCoolDown(counts(all)));
            }
        }
    }

    private static int coolingDown(List<Candidate> all) {
        return counts(all).getOrDefault(RoutingFilter.COOL_DOWN, 0);
    }

    /** Who cools down further back is not looked at, once somebody better has been found. */
    private static Map<RoutingFilter, Integer> withoutCoolDown(Map<RoutingFilter, Integer> counts) {
        counts.remove(RoutingFilter.COOL_DOWN);
        return counts;
    }

    private static Map<RoutingFilter, Integer> counts(List<Candidate> all) {
        Map<RoutingFilter, Integer> counts = new EnumMap<>(RoutingFilter.class);
        all.stream()
                .filter(each -> each.rejectedBy() != null)
                .forEach(each -> counts.merge(each.rejectedBy(), 1, Integer::sum));
        return counts;
    }

    private static Map<RoutingFilter, Integer> counted(List<FilterCount> rejected) {
        return rejected.stream()
                .collect(Collectors.toMap(
                        FilterCount::filter,
                        FilterCount::agents,
                        Integer::sum,
                        () -> new EnumMap<>(RoutingFilter.class)));
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    @Label("T027 T094 an agent gets the first in line whom they can serve, however hard those before are to serve")
    void an_agent_gets_the_first_whom_they_can_serve(@ForAll RoutingStrategy strategy, @ForAll long seed) {
        Floor floor = new Floor(strategy, seed);
        Map<ConversationId, Work> waiting = new TreeMap<>(Comparator.comparing(ConversationId::value));
        for (int i = 0; i < 80; i++) {
            floor.somethingHappens();
            Work work = floor.anyWork(floor.random.nextInt(30));
            if (floor.random.nextInt(4) == 0) {
                floor.index.remove(work.id(), Long.MAX_VALUE);
                waiting.remove(work.id());
            } else {
                floor.index.put(work);
                waiting.put(work.id(), work);
            }
            Agent agent = floor.agents().get(floor.random.nextInt(floor.agents().size()));
            assertThat(floor.index.next(agent.id(), floor.now)).isEqualTo(floor.scan(waiting.values(), agent));
            assertThat(floor.index.size()).isEqualTo(waiting.size());
        }
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    @Label("T007 looking for an agent changes nothing about anybody")
    void looking_changes_nothing(@ForAll RoutingStrategy strategy, @ForAll long seed) {
        Floor floor = new Floor(strategy, seed);
        floor.somethingHappens();
        Work work = floor.anyWork(1);
        Optional<RoutingIndex.Placement> first = floor.index.choose(work, floor.now);
        for (int i = 0; i < 20; i++) {
            floor.index.choose(floor.anyWork(i), floor.now);
        }
        assertThat(floor.index.choose(work, floor.now)).isEqualTo(first);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    @Label("E03 T094 nobody is overtaken by work that comes later than the difference of the head starts")
    void starvation_is_bounded(@ForAll long seed) {
        Floor floor = new Floor(RoutingStrategy.LEAST_LOADED, seed);
        for (int i = 0; i < 60; i++) {
            Work one = floor.anyWork(i);
            Work other = floor.anyWork(i + 1_000);
            Duration head = Duration.between(
                            other.handoff().orderKey(), other.handoff().enqueuedAt())
                    .minus(Duration.between(
                            one.handoff().orderKey(), one.handoff().enqueuedAt()));
            boolean later = other.handoff()
                    .enqueuedAt()
                    .isAfter(one.handoff().enqueuedAt().plus(head));
            if (later) {
                assertThat(one).isLessThan(other);
            }
        }
    }

    /** A floor of agents and queues on which anything happens. */
    static final class Floor {

        static final AgentOrder ORDER = (agent, demand) ->
                (agent.id().value().hashCode() * 31L + demand.queue().length() + agent.used()) % 7;

        final Random random;
        final RoutingPolicy policy;
        final RoutingIndex index;
        final Map<AgentId, Agent> agents = new TreeMap<>();
        Instant now = Instant.parse("2026-03-02T09:00:00Z");

        Floor(RoutingStrategy strategy, long seed) {
            random = new Random(seed);
            policy = RoutingPolicy.builder()
                    .strategy(strategy)
                    .lookAhead(1_000)
                    .queue("vip", "")
                    .rule("billing", q -> q.minLevel(3).language(QueueRule.Need.REQUIRED))
                    .rule("sales", q -> q.team("north").region(QueueRule.Need.PREFERRED))
                    .rule("technical", q -> q.region(QueueRule.Need.REQUIRED).language(QueueRule.Need.IGNORED))
                    .team("north", new TeamRule(Capacity.INHERIT, "south"))
                    .build();
            index = new RoutingIndex(policy, ORDER);
            for (int i = 0; i < AGENTS; i++) {
                hire(i);
            }
        }

        List<Agent> agents() {
            return List.copyOf(agents.values());
        }

        private void hire(int number) {
            AgentProfile profile = AgentProfile.of(AgentId.of("agent " + number), "Agent");
            for (String skill : List.of("general", "billing", "sales", "technical")) {
                if (random.nextBoolean()) {
                    profile = profile.skilled(skill, 1 + random.nextInt(5));
                }
            }
            for (String language : List.of("de", "pt")) {
                if (random.nextBoolean()) {
                    profile = profile.speaking(language, 1 + random.nextInt(5));
                }
            }
            profile = switch (random.nextInt(4)) {
                case 0 -> profile.inTeams("north");
                case 1 -> profile.inTeams("south");
                case 2 -> profile.inRegions("EU");
                default -> profile;
            };
            put(new Agent(profile, 1, 100, Presence.online(), 0, Instant.EPOCH, Instant.EPOCH));
        }

        private void put(Agent agent) {
            agents.put(agent.id(), agent);
            index.put(agent, now);
        }

        void somethingHappens() {
            now = now.plusSeconds(random.nextInt(20));
            int number = random.nextInt(AGENTS);
            Agent agent = agents.get(AgentId.of("agent " + number));
            switch (random.nextInt(6)) {
                case 0 -> put(agent.holding(20 * random.nextInt(6), now, agent.lastReleasedAt()));
                case 1 -> put(agent.holding(20 * random.nextInt(3), agent.lastAssignedAt(), now));
                case 2 -> put(agent.next(agent.profile(), 100, Presence.NEW.choosing(AgentStatus.AWAY, "", null)));
                case 3 -> put(agent.next(agent.profile(), 100, Presence.online().routable(now.plusSeconds(25), null)));
                case 4 -> hire(number);
                default -> put(agent.next(agent.profile(), 100, Presence.online()));
            }
        }

        Work anyWork(int number) {
            String queue =
                    List.of("general", "billing", "sales", "technical", "vip").get(random.nextInt(5));
            return TestWork.of(
                    policy,
                    "c-" + number,
                    queue,
                    List.of("de", "pt-BR", "fr").get(random.nextInt(3)),
                    List.of("EU", "US", "").get(random.nextInt(3)),
                    random.nextInt(4),
                    now.minusSeconds(random.nextInt(600)),
                    random.nextInt(3) == 0 ? AgentId.of("agent " + random.nextInt(AGENTS + 1)) : null,
                    random.nextInt(3) == 0 ? AgentId.of("agent " + random.nextInt(AGENTS)) : null,
                    now);
        }

        boolean waitsForLast(Work work) {
            Agent last = work.lastAgent() == null ? null : agents.get(work.lastAgent());
            return last != null
                    && last.isRoutable(now)
                    && work.demand().rejects(last, policy) == null
                    && !last.hasRoomFor(work.handoff().weight())
                    && now.isBefore(
                            work.handoff().enqueuedAt().plus(policy.rules().lastAgentFirst()));
        }

        Optional<Work> scan(Iterable<Work> waiting, Agent agent) {
            Work best = null;
            Work own = null;
            for (Work work : waiting) {
                boolean eligible = Candidates.of(policy, ORDER, work, List.of(agent), now)
                        .get(0)
                        .isEligible();
                if (eligible && agent.id().equals(work.lastAgent())) {
                    own = own == null || work.compareTo(own) < 0 ? work : own;
                }
                if (eligible && !waitsForLast(work)) {
                    best = best == null || work.compareTo(best) < 0 ? work : best;
                }
            }
            return Optional.ofNullable(own == null ? best : own);
        }
    }
}
