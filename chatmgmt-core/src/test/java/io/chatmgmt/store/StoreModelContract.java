package io.chatmgmt.store;

import static io.chatmgmt.store.StoreFixtures.START;
import static io.chatmgmt.store.StoreFixtures.following;
import static io.chatmgmt.store.StoreFixtures.opening;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Control;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.Status;
import io.chatmgmt.routing.Agent;
import io.chatmgmt.routing.AgentStatus;
import io.chatmgmt.store.CommitOutcome.Repeated;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * After any story, a store knows what a simple model knows; and what it lists page by page stays right while conversations
 * change. A test class that extends this one has properties that hand stories to {@code check}, as many as are worth its
 * store's while:
 *
 * <pre>{@code
 * @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
 * void the_store_equals_a_simple_model(@ForAll("stories") List<Step> story) {
 *     check(story);
 * }
 *
 * @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
 * void pages_show_each_conversation_that_did_not_change_once(@ForAll("browsing") Browsing browsing) {
 *     check(browsing);
 * }
 * }</pre>
 */
public abstract class StoreModelContract {

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    /**
     * A store that is empty.
     *
     * @return another one for each story
     */
    protected abstract GovernanceStore create();

    /** Random stories. */
    @Provide
    protected Arbitrary<List<Step>> stories() {
        Arbitrary<Integer> lags = Arbitraries.frequency(Tuple.of(10, 0), Tuple.of(1, -1), Tuple.of(1, 1));
        return Combinators.combine(
                        Arbitraries.of(Step.Move.class),
                        Arbitraries.integers().between(0, Step.CONVERSATIONS.size() - 1),
                        Arbitraries.integers().between(0, Step.AGENTS.size() - 1),
                        Arbitraries.integers().between(0, 9),
                        lags,
                        Arbitraries.integers().between(0, 40))
                .as(Step::new)
                .list()
                .ofMaxSize(60);
    }

    /** Random lists, and what happens while somebody pages through them. */
    @Provide
    protected Arbitrary<Browsing> browsing() {
        Arbitrary<List<Browsing.Change>> changes = Combinators.combine(
                        Arbitraries.integers().between(0, Browsing.CONVERSATIONS - 1),
                        Arbitraries.of(Browsing.Happening.class),
                        Arbitraries.integers().between(0, 9))
                .as(Browsing.Change::new)
                .list()
                .ofMaxSize(40);
        return Combinators.combine(
                        filters(),
                        Arbitraries.of(LiveSort.Key.class),
                        Arbitraries.of(LiveSort.Direction.class),
                        Arbitraries.integers().between(1, 4),
                        changes,
                        changes.list().ofMaxSize(8))
                .as((filter, key, direction, limit, before, between) ->
                        new Browsing(filter, new LiveSort(key, direction), limit, before, small(between)));
    }

    private static List<List<Browsing.Change>> small(List<List<Browsing.Change>> between) {
        return between.stream()
                .map(changes -> changes.subList(0, Math.min(3, changes.size())))
                .toList();
    }

    private static Arbitrary<LiveFilter> filters() {
        Arbitrary<UnaryOperator<LiveFilterBuilder>> narrowings = Arbitraries.oneOf(List.of(
                by(Arbitraries.of(LiveFilter.Scope.class), LiveFilterBuilder::scope),
                by(Arbitraries.of(Status.class), LiveFilterBuilder::statuses),
                by(Arbitraries.of(Control.class), LiveFilterBuilder::controls),
                by(Arbitraries.of(LiveNeed.class), LiveFilterBuilder::needs),
                by(Arbitraries.of(Flag.MANUAL, Flag.AI_FAILURE), LiveFilterBuilder::flags),
                by(Arbitraries.of(Browsing.TOPICS), LiveFilterBuilder::topics),
                by(Arbitraries.of(Browsing.LANGUAGES), LiveFilterBuilder::languages),
                by(Arbitraries.of(Browsing.QUEUES), LiveFilterBuilder::queues),
                by(Arbitraries.of(Browsing.AGENTS), LiveFilterBuilder::agents),
                by(Arbitraries.integers().between(0, 5), LiveFilterBuilder::ratings),
                by(
                        Arbitraries.integers().between(0, 9),
                        (filter, tenth) ->
                                filter.confidences(new ConfidenceRange(tenth / 10.0, 1.01), ConfidenceRange.unknown())),
                by(
                        Arbitraries.integers().between(0, 9),
                        (filter, second) -> filter.openedFrom(StoreFixtures.after(second))),
                by(
                        Arbitraries.integers().between(0, 30),
                        (filter, second) -> filter.waitingBefore(StoreFixtures.after(second)))));
        return narrowings.list().ofMaxSize(3).map(each -> {
            LiveFilterBuilder filter = LiveFilter.builder();
            for (UnaryOperator<LiveFilterBuilder> narrowing : each) {
                filter = narrowing.apply(filter);
            }
            return filter.build();
        });
    }

    private static <T> Arbitrary<UnaryOperator<LiveFilterBuilder>> by(
            Arbitrary<T> values, BiFunction<LiveFilterBuilder, T, LiveFilterBuilder> narrowing) {
        return values.map(value -> filter -> narrowing.apply(filter, value));
    }

    /** Pages through a list of a new store while it changes; each conversation that rests must be shown exactly once. */
    protected final void check(Browsing browsing) {
        browsing.check(create());
    }

    /** Tells a story to a new store and to the model, and compares what they know after each step. */
    protected final void check(List<Step> story) {
        GovernanceStore store = create();
        StoreModel model = new StoreModel();
        for (Step step : story) {
            switch (step.move()) {
                case AGENT_SAVED -> save(step, store, model);
                case RESCHEDULED -> reschedule(step, store, model);
                default -> commit(step, store, model);
            }
            compareWork(store, model);
            compareConversation(store, model, step.conversationId());
        }
        Step.CONVERSATIONS.forEach(id -> compareConversation(store, model, id));
    }

    private static void commit(Step step, GovernanceStore store, StoreModel model) {
        Commit commit = step.applyTo(begin(step, model)).build();
        CommitOutcome expected = model.commit(commit);
        CommitOutcome actual = store.commit(commit);
        if (expected instanceof Repeated repeated) {
            assertThat(actual)
                    .isInstanceOfSatisfying(
                            Repeated.class,
                            other -> assertThat(other.journal())
                                    .usingRecursiveComparison()
                                    .isEqualTo(repeated.journal()));
        } else {
            assertThat(actual).isEqualTo(expected);
        }
    }

    private static CommitBuilder begin(Step step, StoreModel model) {
        ConversationId id = step.conversationId();
        List<Commit> seen = model.commits(id);
        int version = seen.size() + step.lag();
        if (version <= 0) {
            return opening(id, step.customer(), START);
        }
        if (version <= seen.size()) {
            return following(seen.get(version - 1).row());
        }
        CommitBuilder unseen = seen.isEmpty()
                ? opening(id, step.customer(), START)
                : following(seen.get(seen.size() - 1).row()).noted("never committed");
        return following(unseen.build().row());
    }

    private static void save(Step step, GovernanceStore store, StoreModel model) {
        Agent now = model.agent(step.agentId());
        Agent next = new Agent(
                StoreFixtures.newAgent(step.agentId(), 0).profile(),
                (now == null ? 1 : now.version() + 1) + step.lag(),
                step.amount() / 2 * CommitBuilder.WEIGHT,
                StoreFixtures.present(AgentStatus.ONLINE, step.amount() == 9 ? START : Agent.FOREVER),
                step.amount(),
                START,
                START);
        if (next.version() > 0) {
            assertThat(store.save(next)).isEqualTo(model.save(next));
        }
    }

    private static void reschedule(Step step, GovernanceStore store, StoreModel model) {
        ConversationId id = step.conversationId();
        long version = model.commits(id).size() + step.lag();
        Instant at = step.amount() == 0 ? null : step.time();
        assertThat(store.reschedule(id, version, at)).isEqualTo(model.reschedule(id, version, at));
    }

    private static void compareConversation(GovernanceStore store, StoreModel model, ConversationId id) {
        Conversation row = model.row(id);
        assertThat(store.find(id)).isEqualTo(Optional.ofNullable(row));
        assertThat(store.journal(id, 0, 1_000)).usingRecursiveComparison().isEqualTo(model.journal(id));
        assertThat(store.texts(id, 0, 1_000)).isEqualTo(model.texts(id));
        if (row != null) {
            assertThat(Conversation.fold(row.customer(), store.journal(id, 0, 1_000)))
                    .isEqualTo(row);
        }
    }

    private static void compareWork(GovernanceStore store, StoreModel model) {
        List<ConversationId> due = store.due(LATEST, 100);
        assertThat(due).containsExactlyInAnyOrderElementsOf(model.due().keySet());
        assertThat(due).extracting(model.due()::get).isSorted();
        assertThat(store.nextDue()).isEqualTo(due.stream().findFirst().map(model.due()::get));
        for (String tenant : List.of("one", "two")) {
            for (String queue : Step.QUEUES) {
                assertThat(store.queued(tenant, queue, 100)).isEqualTo(model.queued(tenant, queue));
            }
            assertThat(store.queues(tenant)).containsExactlyInAnyOrderElementsOf(model.queues(tenant));
            assertThat(store.tenantsWithQueues().contains(tenant))
                    .isNotEqualTo(model.queues(tenant).isEmpty());
            assertThat(store.open(tenant, null, 100)).isEqualTo(model.open(tenant));
            assertThat(store.agents(tenant)).isEqualTo(model.agents(tenant));
            for (String customer : List.of("kim", "lee")) {
                assertThat(store.customer(tenant, customer)).isEqualTo(model.customer(tenant, customer));
            }
            for (String agent : Step.AGENTS) {
                AgentId id = new AgentId(tenant, agent);
                assertThat(store.findAgent(id)).isEqualTo(Optional.ofNullable(model.agent(id)));
            }
        }
    }
}
