package io.chatmgmt.routing;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Customer;
import io.chatmgmt.conversation.Handoff;
import io.chatmgmt.conversation.HandoffMode;
import io.chatmgmt.conversation.Priority;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One step of the router on a busy floor, beside looking at every agent one after the other. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RoutingBenchmark {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final List<String> SKILLS = List.of("general", "billing", "technical", "sales");
    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es");

    /** Agents and conversations that wait. */
    @Param({"100:1000", "10000:100000"})
    private String size;

    private final RoutingPolicy policy = RoutingPolicy.builder()
            .rule("billing", q -> q.minLevel(3).language(QueueRule.Need.REQUIRED))
            .build();
    private final Random random = new Random(7);
    private final List<Agent> agents = new ArrayList<>();
    private final List<Work> arriving = new ArrayList<>();
    private RoutingIndex index;
    private int turn;

    /** A floor on which nine of ten agents are full, and work of every queue waits. */
    @Setup(Level.Trial)
    public void open() {
        int crowd = Integer.parseInt(size.substring(0, size.indexOf(':')));
        int queue = Integer.parseInt(size.substring(size.indexOf(':') + 1));
        index = new RoutingIndex(policy, null);
        for (int i = 0; i < crowd; i++) {
            AgentProfile profile = AgentProfile.of(AgentId.of("agent-" + i), "Agent")
                    .skilled(SKILLS.get(i % 4), 1 + i % 5)
                    .skilled(SKILLS.get((i + 1) % 4), 5)
                    .speaking(LANGUAGES.get(i % 3), 5);
            int used = i % 10 == 0 ? 20 * (i % 5) : 100;
            Agent agent = new Agent(profile, 1, 100, Presence.online(), used, NOW.minusSeconds(i), Instant.EPOCH);
            agents.add(agent);
            index.put(agent, NOW);
        }
        for (int i = 0; i < queue; i++) {
            index.put(work("waiting-" + i, NOW.minusMillis(random.nextInt(10_000_000))));
        }
        for (int i = 0; i < 1_000; i++) {
            arriving.add(work("arriving-" + i, NOW));
        }
    }

    private Work work(String id, Instant enqueuedAt) {
        String queue = SKILLS.get(random.nextInt(4));
        Priority priority = Priority.values()[random.nextInt(4)];
        Instant key = policy.orderKey(enqueuedAt, priority, Customer.Standing.REGULAR);
        Handoff handoff = Handoff.waiting(1, HandoffMode.DIRECT, queue, priority, enqueuedAt, key, 20);
        String language = LANGUAGES.get(random.nextInt(4));
        return new Work(
                ConversationId.of(id), 1, enqueuedAt, handoff, Demand.of(policy, queue, language, "", 0), 0, null);
    }

    /** Who takes this work? */
    @Benchmark
    public Object decideForWork() {
        return index.choose(arriving.get(next(arriving)), NOW);
    }

    /** The same by looking at everybody. */
    @Benchmark
    public Object decideForWorkByScan() {
        return Candidates.best(policy, null, arriving.get(next(arriving)), agents, NOW);
    }

    /** What does this agent take? */
    @Benchmark
    public Object decideForAgent() {
        return index.next(agents.get(10 * (next(agents) / 10)).id(), NOW);
    }

    /** Work comes, and goes again. */
    @Benchmark
    public Object enqueueAndLeave() {
        Work work = arriving.get(next(arriving));
        index.put(work);
        index.remove(work.id(), work.version());
        return work;
    }

    /** An agent takes a slot, and gives it back. */
    @Benchmark
    public Object acceptAndRelease() {
        Agent agent = agents.get(10 * (next(agents) / 10));
        index.put(agent.holding(agent.used() + 20, NOW, agent.lastReleasedAt()), NOW);
        index.put(agent, NOW);
        return agent;
    }

    private int next(List<?> list) {
        turn++;
        return Math.floorMod(turn * 7_919, list.size());
    }
}
