package io.chatmgmt.store;

import static io.chatmgmt.store.StoreFixtures.after;
import static io.chatmgmt.store.StoreFixtures.committed;
import static io.chatmgmt.store.StoreFixtures.following;
import static io.chatmgmt.store.StoreFixtures.opening;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.Actor;
import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.AnswerEvent;
import io.chatmgmt.conversation.Confidence;
import io.chatmgmt.conversation.ConfidenceBand;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.ConversationTopic;
import io.chatmgmt.conversation.Customer;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.HeldAnswer;
import io.chatmgmt.conversation.HoldExpiry;
import io.chatmgmt.conversation.LifecycleEvent;
import io.chatmgmt.conversation.Source;
import io.chatmgmt.conversation.StreakEffect;
import io.chatmgmt.conversation.TextKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Somebody pages through a list while conversations change between one page and the next. Immutable.
 *
 * @param filter which conversations are listed
 * @param sort in which order
 * @param limit how many a page
 * @param before what has happened before the first page
 * @param between what happens between one page and the next; nothing any more once it is used up
 */
public record Browsing(LiveFilter filter, LiveSort sort, int limit, List<Change> before, List<List<Change>> between) {

    /** How many conversations there can be; the last ones belong to another tenant. */
    static final int CONVERSATIONS = 14;

    static final List<String> TOPICS = List.of("billing", "sales");
    static final List<String> LANGUAGES = List.of("en", "pt", "pt-BR");
    static final List<String> QUEUES = List.of("billing", "returns");
    static final List<String> AGENTS = List.of("anna", "ben");

    /** The moment at which it is looked: some are pending by then, others are not yet. */
    private static final LiveMoment MOMENT = LiveMoment.at(after(40));

    private static final int OTHERS = 2;

    /** What can happen. */
    enum Happening {
        CUSTOMER_WRITES,
        AI_ANSWERS,
        HELD,
        QUEUED,
        ASSIGNED,
        HANDED_BACK,
        FLAGGED,
        ABOUT,
        SPOKEN,
        RATED,
        CLOSED_OR_REOPENED
    }

    /** One thing that happens in one conversation, which begins with it when there is none. */
    record Change(int conversation, Happening what, int amount) {

        ConversationId id() {
            return new ConversationId(conversation < CONVERSATIONS - OTHERS ? "one" : "two", "c" + conversation);
        }

        CommitBuilder to(Conversation now) {
            CommitBuilder commit = now == null
                    ? opening(id(), Customer.of("u"), after(amount % 4))
                    : following(now, now.lastAt().plusSeconds(amount % 3));
            return switch (what) {
                case CUSTOMER_WRITES -> commit.customerWrites("Hm");
                case AI_ANSWERS ->
                    commit.emit(new AnswerEvent.Sent(
                            1,
                            1,
                            commit.text(TextKind.MESSAGE, Actor.AI, "Well"),
                            Confidence.of(amount / 10.0),
                            amount,
                            AnswerEvent.Route.AUTO));
                case HELD -> hold(commit);
                case QUEUED -> commit.queued(pick(QUEUES), commit.draft().at());
                case ASSIGNED -> commit.assigned(new AgentId(id().tenant(), pick(AGENTS)));
                case HANDED_BACK -> commit.handedBack();
                case FLAGGED ->
                    commit.emit(new LifecycleEvent.FlagRaised(amount % 2 == 0 ? Flag.MANUAL : Flag.AI_FAILURE));
                case ABOUT ->
                    commit.emit(new LifecycleEvent.TopicSet(new ConversationTopic(pick(TOPICS), 1, Source.GIVEN)));
                case SPOKEN -> commit.emit(new LifecycleEvent.LanguageSet(pick(LANGUAGES), Source.GIVEN));
                case RATED -> commit.rated(1 + amount % 5);
                case CLOSED_OR_REOPENED -> now != null && !now.isOpen() ? commit.reopened() : commit.resolved();
            };
        }

        private CommitBuilder hold(CommitBuilder commit) {
            int draft = commit.text(TextKind.DRAFT, Actor.AI, "Perhaps");
            Confidence confidence = Confidence.of(0.5);
            commit.emit(
                    new AnswerEvent.Proposed(1, draft, confidence, ConfidenceBand.LOW, "", 0, StreakEffect.STAYS, 1));
            return commit.emit(new AnswerEvent.Held(new HeldAnswer(
                    1,
                    commit.draft().controlEpoch(),
                    1,
                    draft,
                    confidence,
                    ConfidenceBand.LOW,
                    "",
                    List.of("LOW_CONFIDENCE"),
                    commit.draft().at(),
                    commit.draft().at().plusSeconds(1 + amount),
                    HoldExpiry.SEND,
                    null)));
        }

        private String pick(List<String> names) {
            return names.get(amount % names.size());
        }
    }

    /** Reads all pages from an empty store, and checks who was on them. */
    void check(GovernanceStore store) {
        Map<ConversationId, Conversation> rows = new HashMap<>();
        before.forEach(change -> make(change, store, rows));
        Map<ConversationId, Conversation> start = Map.copyOf(rows);
        List<Conversation> seen = new ArrayList<>();
        Iterator<List<Change>> changes = between.iterator();
        LiveCursor after = null;
        do {
            LiveQuery query = new LiveQuery("one", filter, sort, after, limit, MOMENT);
            LivePage page = store.list(query);
            assertThat(page.rows())
                    .isEqualTo(new LiveModel(rows.values()).page(query).rows());
            seen.addAll(page.rows());
            after = page.next()
                    .map(cursor -> LiveCursor.parse(cursor.toString()))
                    .orElse(null);
            if (after != null && changes.hasNext()) {
                changes.next().forEach(change -> make(change, store, rows));
            }
        } while (after != null);

        assertThat(seen).doesNotHaveDuplicates();
        for (Conversation row : start.values()) {
            if (row.equals(rows.get(row.id()))) {
                boolean listed = row.id().tenant().equals("one") && filter.matches(row, MOMENT);
                assertThat(seen.stream().filter(each -> each.id().equals(row.id())))
                        .as("%s, which rested", row.id())
                        .hasSize(listed ? 1 : 0);
            }
        }
    }

    private static void make(Change change, GovernanceStore store, Map<ConversationId, Conversation> rows) {
        Conversation next = committed(store, change.to(rows.get(change.id())));
        rows.put(next.id(), next);
    }
}
