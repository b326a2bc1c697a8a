package io.chatmgmt.governance;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.AiAction;
import io.chatmgmt.conversation.AiSettings;
import io.chatmgmt.conversation.Confidence;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Customer;
import io.chatmgmt.conversation.Resolution;
import io.chatmgmt.conversation.Ticket;
import io.chatmgmt.governance.RecordedTalks.Line;
import io.chatmgmt.lifecycle.Opening;
import io.chatmgmt.response.AiAnswer;
import io.chatmgmt.routing.AgentProfile;
import io.chatmgmt.store.memory.InMemoryStore;
import io.chatmgmt.testkit.MutableClock;
import java.time.Duration;
import java.util.List;
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

/**
 * One governed message, averaged over recorded conversations that are played round and round: half of the messages are
 * the customer's, with all detectors, triggers, journal and commit; half are the AI's, through the gate. A conversation
 * that ends is resolved, and the next one begins in its place.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms4g", "-Xmx4g"})
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 6, time = 3)
public class GovernedMessageBenchmark {

    @Param({"1000", "100000"})
    int live;

    private final List<List<Line>> talks = RecordedTalks.load();
    private final MutableClock clock = MutableClock.at("2026-01-05T10:00:00Z");
    private ChatGovernance governance;
    private Seat[] seats;
    private int next;
    private int talk;

    /** One conversation in progress. */
    private static final class Seat {
        private ConversationId id;
        private Opening opening;
        private List<Line> lines;
        private int line;
        private Ticket ticket;
        private Ticket last;
    }

    @Setup(Level.Trial)
    public void open() {
        governance = ChatGovernance.builder()
                .store(InMemoryStore.bounded(live * 2L + 1000))
                .clock(clock)
                .build();
        for (String skill : List.of("general", "technical", "billing", "sales")) {
            governance.agents().register(AgentProfile.of(AgentId.of(skill), skill, skill));
        }
        seats = new Seat[live];
        for (int i = 0; i < live; i++) {
            seats[i] = new Seat();
            begin(seats[i]);
            // stagger, so that not all conversations begin and end together
            for (int ahead = i % 13; ahead > 0; ahead--) {
                play(seats[i]);
            }
        }
    }

    @Benchmark
    public long message() {
        Seat seat = seats[next];
        next = next + 1 == live ? 0 : next + 1;
        if (next == 0) {
            clock.advance(Duration.ofSeconds(10));
        }
        return play(seat);
    }

    private long play(Seat seat) {
        if (seat.line == seat.lines.size()) {
            governance.resolve(seat.id, Resolution.ASSUMED);
            begin(seat);
        }
        Line line = seat.lines.get(seat.line);
        seat.line++;
        if (line.byCustomer()) {
            TurnResult result = governance.onCustomerMessage(
                    new CustomerMessage(seat.id, "m" + seat.line, line.text(), null, seat.opening));
            seat.ticket = result.ticket().orElse(null);
            return result.version();
        }
        TurnResult result = governance.onAiAnswer(
                ticket(seat), new AiAnswer(line.text(), Confidence.of(0.93), AiAction.CONTINUE, 0));
        return result.version();
    }

    /** The ticket of the customer's message; a new one for an AI that writes again; a stale one when people have it. */
    private Ticket ticket(Seat seat) {
        Ticket ticket = seat.ticket;
        if (ticket == null) {
            governance.open(seat.id, seat.opening);
            ticket = governance.requestTicket(seat.id).orElse(seat.last);
        }
        seat.ticket = null;
        seat.last = ticket;
        return ticket;
    }

    private void begin(Seat seat) {
        talk++;
        seat.id = ConversationId.of("c" + talk);
        seat.opening = new Opening(Customer.of("u" + talk), "web", null, null);
        seat.lines = talks.get(talk % talks.size());
        seat.line = 0;
        seat.ticket = null;
        seat.last = new Ticket(seat.id, 1, 0, 0, clock.instant(), null, "en", AiSettings.OF_POLICY);
    }
}
