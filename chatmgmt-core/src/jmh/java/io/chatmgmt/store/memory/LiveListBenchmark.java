package io.chatmgmt.store.memory;

import io.chatmgmt.conversation.Actor;
import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.AnswerEvent;
import io.chatmgmt.conversation.Confidence;
import io.chatmgmt.conversation.Control;
import io.chatmgmt.conversation.ConversationDraft;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.ConversationLanguage;
import io.chatmgmt.conversation.ConversationTopic;
import io.chatmgmt.conversation.Customer;
import io.chatmgmt.conversation.CustomerHistory;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.HandoffEvent;
import io.chatmgmt.conversation.HandoffMode;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.LifecycleEvent;
import io.chatmgmt.conversation.Priority;
import io.chatmgmt.conversation.Source;
import io.chatmgmt.conversation.Status;
import io.chatmgmt.store.Commit;
import io.chatmgmt.store.LiveCursor;
import io.chatmgmt.store.LiveFilter;
import io.chatmgmt.store.LiveMoment;
import io.chatmgmt.store.LivePage;
import io.chatmgmt.store.LiveQuery;
import io.chatmgmt.store.LiveSort;
import io.chatmgmt.store.LiveSort.Key;
import io.chatmgmt.store.LiveStore;
import io.chatmgmt.store.LiveView;
import java.time.Instant;
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
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a supervisor's screen asks for, over a hundred thousand open conversations. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class LiveListBenchmark {

    private static final int OPEN = 100_000;
    private static final int PAGE = 50;
    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
    private static final LiveMoment NOW = LiveMoment.at(START.plusSeconds(4_000));
    private static final String[] TOPICS = {"billing", "technical", "sales", "shipping"};
    private static final String[] LANGUAGES = {"en", "de", "pt-BR", "ja"};

    private final InMemoryStore store = InMemoryStore.ofDefaults();

    @Setup(Level.Trial)
    public void open() {
        Random random = new Random(1);
        for (int i = 0; i < OPEN; i++) {
            ConversationDraft draft = ConversationDraft.opening(
                    ConversationId.of("c" + i),
                    Customer.of("u" + i),
                    START.plusSeconds(random.nextInt(3_600)),
                    Actor.CUSTOMER);
            draft.emit(new LifecycleEvent.Opened(
                    "web",
                    Customer.Standing.REGULAR,
                    CustomerHistory.NONE,
                    ConversationLanguage.of(LANGUAGES[i % 4], Source.GIVEN)));
            draft.emit(new LifecycleEvent.TopicSet(new ConversationTopic(TOPICS[i % 3], 1, Source.GIVEN)));
            draft.emit(new AnswerEvent.Sent(1, 1, 2, Confidence.of(random.nextDouble()), 7, AnswerEvent.Route.AUTO));
            if (i % 10 == 0) {
                draft.emit(new HandoffEvent.Queued(
                        1, HandoffMode.DIRECT, TOPICS[i % 3], Priority.NORMAL, draft.at(), 20, null));
            }
            if (i % 20 == 0) {
                draft.emit(new HandoffEvent.ControlMoved(Control.HUMAN, AgentId.of("a" + i % 100), 2));
            }
            if (i % 15 == 0) {
                draft.emit(new LifecycleEvent.FlagRaised(Flag.LOW_CONFIDENCE));
            }
            JournalRow journal =
                    new JournalRow(draft.id(), 1, draft.at(), draft.actor(), null, "policy-1", draft.events());
            store.commit(new Commit(draft.build(), journal, List.of(), List.of()));
        }
    }

    private LivePage page(LiveFilter filter, LiveSort sort) {
        return store.list(new LiveQuery(ConversationId.DEFAULT_TENANT, filter, sort, null, PAGE, NOW));
    }

    @Benchmark
    public LivePage latest() {
        return page(LiveFilter.open(), LiveSort.descending(Key.LAST_MESSAGE));
    }

    @Benchmark
    public LivePage longestWaiting() {
        return page(LiveFilter.open(), LiveSort.ascending(Key.WAITING));
    }

    @Benchmark
    public LivePage pendingAboutBillingInPortuguese() {
        return page(
                LiveFilter.builder()
                        .statuses(Status.PENDING)
                        .topics("billing")
                        .languages("pt")
                        .build(),
                LiveSort.ascending(Key.CONFIDENCE));
    }

    /** The last page: a cursor nearly everything stands before. */
    @Benchmark
    public LivePage lastPage() {
        return store.list(new LiveQuery(
                ConversationId.DEFAULT_TENANT,
                LiveFilter.open(),
                LiveSort.ascending(Key.OPENED),
                new LiveCursor(LiveColumns.micros(START.plusSeconds(3_599)), "c0"),
                PAGE,
                NOW));
    }

    @Benchmark
    public LiveView allCounters() {
        return store.live(ConversationId.DEFAULT_TENANT, NOW, LiveStore.GRAIN, 0);
    }

    @Benchmark
    public LiveView dashboard() {
        return store.live(ConversationId.DEFAULT_TENANT, NOW, LiveStore.GRAIN, 10);
    }
}
