package io.chatmgmt.store;

import static io.chatmgmt.store.StoreFixtures.START;
import static io.chatmgmt.store.StoreFixtures.after;
import static io.chatmgmt.store.StoreFixtures.agent;
import static io.chatmgmt.store.StoreFixtures.committed;
import static io.chatmgmt.store.StoreFixtures.following;
import static io.chatmgmt.store.StoreFixtures.opening;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Control;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.ConversationTopic;
import io.chatmgmt.conversation.Customer;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.LifecycleEvent;
import io.chatmgmt.conversation.Source;
import io.chatmgmt.conversation.Status;
import io.chatmgmt.conversation.Text;
import io.chatmgmt.store.LiveFilter.Scope;
import io.chatmgmt.store.LiveSort.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every {@link LiveStore} lists and counts. */
public abstract class LiveContract extends StoreContract {

    private static final String TENANT = ConversationId.DEFAULT_TENANT;
    private static final Duration DAY = Duration.ofHours(24);
    private static final LiveMoment LATER = LiveMoment.at(after(100));

    private final Map<ConversationId, Conversation> rows = new HashMap<>();

    @Test
    void a_new_store_shows_nothing() {
        assertThat(page(LiveFilter.open(), Key.OPENED).rows()).isEmpty();
        LiveView view = store.live(TENANT, LATER, DAY, 5);
        assertThat(view)
                .isEqualTo(new LiveView(
                        LATER, LiveCounts.NONE, LiveFigures.NONE, LiveFigures.NONE, LiveFigures.NONE, List.of()));
        assertThat(store.latestMessages(List.of(ConversationId.of("a")))).isEmpty();
    }

    @Test
    @DisplayName("A06 each counter equals the list of what it counts")
    void each_counter_equals_the_list_of_what_it_counts() {
        mixed();
        LiveCounts counts = store.live(TENANT, LATER, DAY, 0).counts();
        assertThat(counts).isEqualTo(model().counts(TENANT, LATER));
        for (Status status : Status.values()) {
            assertThat(page(LiveFilter.builder().statuses(status).build(), Key.OPENED)
                            .rows())
                    .as("%s", status)
                    .hasSize(counts.of(status));
        }
        for (LiveNeed need : LiveNeed.values()) {
            assertThat(page(LiveFilter.builder().needs(need).build(), Key.OPENED)
                            .rows())
                    .as("%s", need)
                    .hasSize(counts.of(need));
        }
        assertThat(counts.open()).isEqualTo(7);
        assertThat(counts.of(LiveNeed.QUEUED)).isEqualTo(2);
        assertThat(counts.of(LiveNeed.UNASSIGNED)).isEqualTo(2);
        assertThat(counts.oldestQueued()).isEqualTo(after(3));
    }

    @Test
    @DisplayName("A06 silence alone makes a conversation pending")
    void silence_alone_makes_a_conversation_pending() {
        keep(opening("a").customerWrites("Hello?"));
        assertThat(store.live(TENANT, LiveMoment.at(after(29)), DAY, 0).counts().byStatus())
                .containsOnlyKeys(Status.ACTIVE);
        assertThat(store.live(TENANT, LiveMoment.at(after(30)), DAY, 0).counts().byStatus())
                .containsOnlyKeys(Status.PENDING);
    }

    @ParameterizedTest
    @MethodSource("filters")
    @DisplayName("A05 a filter finds what it says, in every order and every page size")
    void a_filter_finds_what_it_says(LiveFilter filter) {
        mixed();
        for (Key key : Key.values()) {
            for (LiveSort sort : List.of(LiveSort.ascending(key), LiveSort.descending(key))) {
                for (int limit : new int[] {1, 2, 3, 50}) {
                    assertThat(read(filter, sort, limit))
                            .as("%s, %d a page", sort, limit)
                            .isEqualTo(model().page(query(filter, sort, null, 1_000))
                                    .rows());
                }
            }
        }
    }

    static Stream<LiveFilter> filters() {
        return Stream.of(
                LiveFilter.open(),
                LiveFilter.builder().scope(Scope.RESOLVED).build(),
                LiveFilter.builder().scope(Scope.ALL).build(),
                LiveFilter.builder()
                        .scope(Scope.ALL)
                        .statuses(Status.RESOLVED, Status.FLAGGED)
                        .build(),
                LiveFilter.builder().controls(Control.HUMAN).build(),
                LiveFilter.builder().flags(Flag.MANUAL, Flag.AI_FAILURE).build(),
                LiveFilter.builder().confidences(new ConfidenceRange(0.9, 1.01)).build(),
                LiveFilter.builder()
                        .confidences(new ConfidenceRange(0, 0.9), ConfidenceRange.unknown())
                        .build(),
                LiveFilter.builder().topics("billing").build(),
                LiveFilter.builder().languages("pt").build(),
                LiveFilter.builder().languages("pt-BR", "de").build(),
                LiveFilter.builder().languages("pt-PT").build(),
                LiveFilter.builder().queues("returns").build(),
                LiveFilter.builder().agents("anna").build(),
                LiveFilter.builder().scope(Scope.ALL).ratings(2).build(),
                LiveFilter.builder().ratings(0).build(),
                LiveFilter.builder().openedFrom(after(2)).openedBefore(after(5)).build(),
                LiveFilter.builder().openedFrom(after(2).plusNanos(1)).build(),
                LiveFilter.builder().waitingBefore(after(4)).build(),
                LiveFilter.builder().customer("MÜLLER").build(),
                LiveFilter.builder().customer("@example.org").build(),
                LiveFilter.builder().customer("u-3").build(),
                LiveFilter.builder()
                        .needs(LiveNeed.UNASSIGNED)
                        .queues("billing")
                        .languages("en")
                        .build());
    }

    @Test
    @DisplayName("T159 lists and counters tell tenants apart")
    void lists_and_counters_tell_tenants_apart() {
        mixed();
        Conversation other = committed(store, opening(new ConversationId("other", "a-1")));
        assertThat(store.list(new LiveQuery(
                                "other", LiveFilter.open(), LiveSort.ascending(Key.OPENED), null, 10, LATER))
                        .rows())
                .containsExactly(other);
        assertThat(store.live("other", LATER, DAY, 10).counts().open()).isOne();
        assertThat(store.live("othe", LATER, DAY, 10).counts()).isEqualTo(LiveCounts.NONE);
    }

    @Test
    @DisplayName("A21 figures count what is open and what was resolved within the span")
    void figures_count_what_is_open_and_what_was_resolved_within_the_span() {
        mixed();
        Instant nextDay = START.plus(DAY);
        keep(opening(ConversationId.of("late"), Customer.of("u"), nextDay)
                .customerWrites("Hi")
                .ticket(null)
                .aiAnswers("Hello"));
        advance("late", nextDay.plusSeconds(60), builder -> builder.resolved());
        advance("late", nextDay.plusSeconds(90), builder -> builder.rated(5));
        LiveMoment moment = LiveMoment.at(nextDay.plusSeconds(100));
        for (Duration span : List.of(LiveStore.GRAIN, Duration.ofHours(1), DAY, DAY.multipliedBy(2))) {
            assertThat(store.live(TENANT, moment, span, 100))
                    .as("%s", span)
                    .isEqualTo(model().view(TENANT, moment, span, 100));
        }
        LiveView view = store.live(TENANT, moment, DAY, 3);
        assertThat(view.recent()).hasSize(3);
        assertThat(view.resolved().ratings()).isEqualTo(1);
        assertThat(view.resolved().meanRating()).hasValue(5);
        assertThat(view.before().conversations()).isEqualTo(1);
    }

    @Test
    void a_span_is_a_whole_number_of_grains() {
        for (Duration wrong : List.of(Duration.ZERO, DAY.negated(), Duration.ofMinutes(16), DAY.plusNanos(1))) {
            assertThatIllegalArgumentException().isThrownBy(() -> store.live(TENANT, LATER, wrong, 1));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> store.live(TENANT, LATER, DAY, -1));
        assertThat(LiveStore.spanStart(Instant.parse("2026-03-02T09:15:00Z"), LiveStore.GRAIN))
                .isEqualTo(Instant.parse("2026-03-02T09:15:00Z"));
        assertThat(LiveStore.spanStart(Instant.parse("2026-03-02T09:29:59.999Z"), DAY))
                .isEqualTo(Instant.parse("2026-03-01T09:30:00Z"));
    }

    @Test
    void what_changes_is_shown_as_it_is_now() {
        keep(opening("a").customerWrites("Hi"));
        keep(opening("b").customerWrites("Hi"));
        advance("a", after(50), builder -> builder.resolved());
        assertThat(ids(page(LiveFilter.open(), Key.OPENED))).containsExactly("b");
        advance("a", after(60), builder -> builder.reopened().customerWrites("Again"));
        assertThat(page(LiveFilter.open(), Key.LAST_MESSAGE).rows())
                .containsExactly(rows.get(ConversationId.of("b")), rows.get(ConversationId.of("a")));
        assertThat(store.live(TENANT, LATER, DAY, 9)).isEqualTo(model().view(TENANT, LATER, DAY, 9));
    }

    @Test
    @DisplayName("A08 the latest message is never a note or a draft")
    void the_latest_message_is_never_a_note_or_a_draft() {
        Conversation a = committed(
                store, opening("a").customerWrites("Hi").aiAnswers("Hello").noted("a tricky one"));
        Conversation b = committed(store, opening("b").noted("nothing said yet"));
        Map<ConversationId, Text> latest = store.latestMessages(List.of(a.id(), b.id(), ConversationId.of("nowhere")));
        assertThat(latest).containsOnlyKeys(a.id());
        assertThat(latest.get(a.id()).content()).isEqualTo("Hello");
    }

    @Test
    @DisplayName("A05 pages under concurrent change show each conversation that did not change exactly once")
    void pages_under_concurrent_change_show_each_conversation_that_did_not_change_once() throws Exception {
        int still = 40;
        Random random = new Random(7);
        Set<String> resting = new HashSet<>();
        for (int i = 0; i < still; i++) {
            int second = random.nextInt(30);
            resting.add("still-" + i);
            committed(
                    store,
                    opening(ConversationId.of("still-" + i), Customer.of("u"), after(second))
                            .customerWrites("Hi"));
        }
        for (int i = 0; i < 20; i++) {
            keep(opening(ConversationId.of("moving-" + i), Customer.of("u"), after(i)));
        }
        AtomicBoolean done = new AtomicBoolean();
        race.between(() -> move(done), () -> {
            try {
                for (int round = 0; round < rounds() / 10; round++) {
                    Key key = Key.values()[round % Key.values().length];
                    LiveSort sort = round % 2 == 0 ? LiveSort.ascending(key) : LiveSort.descending(key);
                    List<Conversation> seen = read(LiveFilter.open(), sort, 7);
                    assertThat(seen.stream().map(LiveContract::id).filter(resting::contains))
                            .as("%s", sort)
                            .containsExactlyInAnyOrderElementsOf(resting);
                    assertThat(seen.stream().map(row -> row.id() + " " + row.version()))
                            .doesNotHaveDuplicates();
                }
            } finally {
                done.set(true);
            }
            return still;
        });
    }

    @Test
    @DisplayName("A21 a view under concurrent change tells of one instant")
    void a_view_under_concurrent_change_tells_of_one_instant() throws Exception {
        for (int i = 0; i < 20; i++) {
            keep(opening(ConversationId.of("moving-" + i), Customer.of("u"), after(i)));
        }
        AtomicBoolean done = new AtomicBoolean();
        race.between(() -> move(done), () -> {
            try {
                for (int round = 0; round < rounds() / 4; round++) {
                    LiveMoment moment = LiveMoment.at(after(40 + round));
                    LiveView view = store.live(TENANT, moment, DAY, 100);
                    LiveView again = new LiveModel(view.recent()).view(TENANT, moment, DAY, 100);
                    assertThat(view.counts()).isEqualTo(again.counts());
                    assertThat(view.open()).isEqualTo(again.open());
                    // one conversation at a time is resolved for a moment
                    assertThat(view.counts().open()).isBetween(19, 20);
                    assertThat(view.counts().open()
                                    + view.resolved().conversations()
                                    + view.before().conversations())
                            .isEqualTo(20);
                }
            } finally {
                done.set(true);
            }
            return 0;
        });
    }

    /** Changes conversations, one after the other, in whatever lists ask for. */
    private long move(AtomicBoolean done) {
        long moves = 0;
        while (!done.get()) {
            String id = "moving-" + moves % 20;
            Instant at = rows.get(ConversationId.of(id)).lastAt().plusMillis(1);
            switch ((int) (moves / 20 % 5)) {
                case 0 -> advance(id, at, builder -> builder.customerWrites("Hm"));
                case 1 -> advance(id, at, builder -> builder.aiAnswers("Well"));
                case 2 ->
                    advance(
                            id,
                            at,
                            builder -> builder.queued("billing", builder.draft().at()));
                case 3 -> advance(id, at, builder -> builder.emit(new LifecycleEvent.FlagRaised(Flag.MANUAL)));
                default -> {
                    advance(id, at, builder -> builder.resolved());
                    advance(id, at, builder -> builder.reopened());
                }
            }
            moves++;
        }
        return moves;
    }

    /** One conversation of each sort that lists and counters tell apart. */
    private void mixed() {
        AgentId anna = agent(store, "anna", 5);
        keep(opening("a-1").customerWrites("Hi").ticket(after(60)).aiAnswers("Hello"));
        keep(opening(ConversationId.of("b-2"), of("u-2", "Jörg Müller", "jm@example.org"), after(2))
                .emit(new LifecycleEvent.LanguageSet("de", Source.GIVEN))
                .customerWrites("Hallo"));
        keep(opening(ConversationId.of("c-3"), of("u-3", "", ""), after(3))
                .emit(new LifecycleEvent.TopicSet(new ConversationTopic("billing", 1, Source.GIVEN)))
                .customerWrites("Hi")
                .queued("billing", after(3)));
        keep(opening(ConversationId.of("d-4"), of("u-4", "Ana", "ana@example.com"), after(4))
                .emit(new LifecycleEvent.LanguageSet("pt-BR", Source.GIVEN))
                .customerWrites("Oi")
                .queued("returns", after(-9))
                .offered(anna));
        keep(opening(ConversationId.of("e-5"), of("u-5", "", ""), after(5))
                .queued("returns", after(5))
                .offered(anna)
                .accepted()
                .agentWrites(anna, "I am Anna"));
        keep(opening(ConversationId.of("f-6"), of("u-6", "", ""), after(5))
                .emit(new LifecycleEvent.FlagRaised(Flag.MANUAL)));
        keep(opening(ConversationId.of("g-7"), of("u-7", "", ""), after(6))
                .emit(new LifecycleEvent.FlagRaised(Flag.AI_FAILURE)));
        keep(opening(ConversationId.of("h-8"), of("u-8", "", ""), after(7)).aiAnswers("Bye"));
        advance("h-8", after(8), builder -> builder.resolved());
        advance("h-8", after(9), builder -> builder.rated(2));
    }

    private static Customer of(String id, String name, String email) {
        return new Customer(id, name, email, Customer.Standing.REGULAR, "", Map.of());
    }

    private void keep(CommitBuilder builder) {
        Conversation row = committed(store, builder);
        rows.put(row.id(), row);
    }

    /** What happens next in a conversation. */
    private interface Next {

        CommitBuilder in(CommitBuilder builder);
    }

    private void advance(String id, Instant at, Next next) {
        keep(next.in(following(rows.get(ConversationId.of(id)), at)));
    }

    private LiveModel model() {
        return new LiveModel(rows.values());
    }

    private LivePage page(LiveFilter filter, Key key) {
        return store.list(query(filter, LiveSort.ascending(key), null, 50));
    }

    private static LiveQuery query(LiveFilter filter, LiveSort sort, LiveCursor after, int limit) {
        return new LiveQuery(TENANT, filter, sort, after, limit, LATER);
    }

    /** All pages, one after the other; each cursor is written down and read again. */
    private List<Conversation> read(LiveFilter filter, LiveSort sort, int limit) {
        List<Conversation> all = new ArrayList<>();
        LiveCursor after = null;
        do {
            LivePage page = store.list(query(filter, sort, after, limit));
            assertThat(page.rows().size()).isLessThanOrEqualTo(limit);
            all.addAll(page.rows());
            after = page.next()
                    .map(cursor -> LiveCursor.parse(cursor.toString()))
                    .orElse(null);
        } while (after != null);
        return all;
    }

    private static List<String> ids(LivePage page) {
        return page.rows().stream().map(LiveContract::id).toList();
    }

    private static String id(Conversation row) {
        return row.id().value();
    }
}
