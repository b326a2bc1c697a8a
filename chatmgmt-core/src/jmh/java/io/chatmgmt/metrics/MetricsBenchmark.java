package io.chatmgmt.metrics;

import io.chatmgmt.conversation.Actor;
import io.chatmgmt.conversation.AnswerEvent;
import io.chatmgmt.conversation.Confidence;
import io.chatmgmt.conversation.ConfidenceBand;
import io.chatmgmt.conversation.ConversationEvent;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.ConversationLanguage;
import io.chatmgmt.conversation.ConversationTopic;
import io.chatmgmt.conversation.Customer;
import io.chatmgmt.conversation.CustomerHistory;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.LifecycleEvent;
import io.chatmgmt.conversation.MessageEvent;
import io.chatmgmt.conversation.MessageSignals;
import io.chatmgmt.conversation.Placement;
import io.chatmgmt.conversation.Resolution;
import io.chatmgmt.conversation.Source;
import io.chatmgmt.conversation.StreakEffect;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Recording the events of a conversation into all measures, and a dashboard of thirty days over a million of them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms3g", "-Xmx3g"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class MetricsBenchmark {

    /** How many events {@link #record} records each time. */
    private static final int EVENTS = 9;

    private static final int CONVERSATIONS = 1_000_000;
    private static final int DAYS = 30;
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final long SPAN = DAYS * 86_400L;
    private static final String[] LANGUAGES = {"en", "de", "fr", "es", "it", "pt", "nl", "pl"};
    private static final String[] TOPICS = {"", "billing", "technical", "refund", "sales", "account"};

    private final Rollups rollups = new Rollups();
    private final Buckets days = Buckets.of(FIRST, FIRST.plusDays(DAYS), ZoneId.of("Europe/Berlin"), Granularity.DAY);
    private List<JournalRow> talk = List.of();
    private final Figures figures = new Figures(rollups::totals, "default");

    @Setup
    public void fill() {
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        long before = runtime.totalMemory() - runtime.freeMemory();
        for (int i = 0; i < CONVERSATIONS; i++) {
            ConversationTally tally = new ConversationTally(ConversationId.of("c"), "customer " + i * 7 % 300_000);
            talk(i).forEach(row -> tally.record(row, rollups));
        }
        System.gc();
        long mib = (runtime.totalMemory() - runtime.freeMemory() - before) >> 20;
        System.out.println("rollups of " + CONVERSATIONS + " conversations in " + DAYS + " days: " + mib + " MiB");
        talk = talk(1);
    }

    private static List<JournalRow> talk(int i) {
        Instant at = START.plusSeconds(i * 7_919L % SPAN);
        int wait = 1 + i % 90;
        return List.of(
                row(
                        1,
                        at,
                        new LifecycleEvent.Opened(
                                "web",
                                Customer.Standing.REGULAR,
                                CustomerHistory.NONE,
                                ConversationLanguage.of(LANGUAGES[i % LANGUAGES.length], Source.DETECTED)),
                        new MessageEvent.CustomerWrote(1, Placement.CURRENT, MessageSignals.NONE),
                        new LifecycleEvent.TopicSet(
                                new ConversationTopic("t" + TOPICS[i % TOPICS.length], 1, Source.DETECTED))),
                row(2, at.plusSeconds(wait), answer(1, 1, 2, i)),
                row(
                        3,
                        at.plusSeconds(wait + 40L),
                        new MessageEvent.CustomerWrote(3, Placement.CURRENT, MessageSignals.NONE)),
                row(4, at.plusSeconds(2L * wait + 40), answer(2, 3, 4, i)),
                row(5, at.plusSeconds(300), new LifecycleEvent.Resolved(Resolution.ASSUMED, null)));
    }

    private static ConversationEvent[] answer(int ticket, int message, int text, int i) {
        Confidence confidence = Confidence.of((i % 50 + 50) / 100.0);
        return new ConversationEvent[] {
            new AnswerEvent.Proposed(ticket, text, confidence, ConfidenceBand.HIGH, "", 0, StreakEffect.STAYS, 0),
            new AnswerEvent.Sent(ticket, message, text, confidence, 0, AnswerEvent.Route.AUTO)
        };
    }

    private static JournalRow row(long version, Instant at, ConversationEvent... events) {
        return new JournalRow(ConversationId.of("c"), version, at, Actor.CUSTOMER, null, "policy", List.of(events));
    }

    /** One conversation from its opening to its resolution; the time is that of one event. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    @OutputTimeUnit(TimeUnit.NANOSECONDS)
    public long record() {
        ConversationTally tally = new ConversationTally(ConversationId.of("c"), "customer");
        for (int i = 0; i < talk.size(); i++) {
            tally.record(talk.get(i), rollups);
        }
        return tally.version();
    }

    /** Every key figure of thirty days, with the days before, peaks, topics, languages and people. */
    @Benchmark
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public PeriodReport wholeReport() {
        return PeriodReport.of(figures, days);
    }

    /** The cards of the dashboard: every key figure that adds up, customers left out, whom only a set can count. */
    @Benchmark
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public Totals cards() {
        List<MetricDefinition> cards = KeyFigures.all().stream()
                .filter(each -> each.measures().stream().noneMatch(m -> m.kind() == Measure.Kind.SET))
                .toList();
        return figures.totals(cards, days.whole(), Dimension.ALL).get(0);
    }
}
