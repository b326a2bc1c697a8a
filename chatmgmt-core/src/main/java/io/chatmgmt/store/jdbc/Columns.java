package io.chatmgmt.store.jdbc;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Control;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.Handoff;
import io.chatmgmt.conversation.HandoffState;
import io.chatmgmt.conversation.LifecycleEvent;
import io.chatmgmt.conversation.Offer;
import io.chatmgmt.conversation.SurveyEvent;
import io.chatmgmt.conversation.Text;
import io.chatmgmt.conversation.TextKind;
import io.chatmgmt.store.Commit;
import io.chatmgmt.store.LiveFigures;
import io.chatmgmt.store.LiveFilter;
import io.chatmgmt.store.LiveSort;
import io.chatmgmt.store.json.StoreCodec;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a conversation's row beside its key: what queries look for, and the state. One entry a column says what
 * it becomes at the first commit and at later ones. Immutable.
 */
final class Columns {

    private static final String BOUND = "?";

    /** Earlier only: see {@link io.chatmgmt.store.WorkStore}. */
    private static final String EARLIER = "CASE WHEN due_at <= ? THEN due_at ELSE COALESCE(?, due_at) END";

    /** The agent who resolved; else the one who has the conversation now and did not before; else as before. */
    private static final String AGENT = "COALESCE(?, CASE WHEN ? <> COALESCE(assignee, '') THEN ? ELSE last_agent END)";

    private static final String AGENT_AT =
            "COALESCE(?, CASE WHEN ? <> COALESCE(assignee, '') THEN ? ELSE last_agent_at END)";

    private interface Binding {

        void bind(Binder binder, Commit commit) throws SQLException;
    }

    private record Column(String name, String update, Binding first, Binding later) {}

    private final List<Column> columns;

    /** The columns; those that look at the old value of another one come before it, as MySQL assigns in order. */
    Columns(StoreCodec codec) {
        columns = List.of(
                new Column(
                        "last_agent",
                        AGENT,
                        (to, commit) -> to.text(value(agent(commit))),
                        (to, commit) -> to.text(value(resolver(commit)))
                                .text(value(assigned(commit)))
                                .text(value(assigned(commit)))),
                new Column(
                        "last_agent_at",
                        AGENT_AT,
                        (to, commit) -> to.time(at(agent(commit), commit)),
                        (to, commit) -> to.time(at(resolver(commit), commit))
                                .text(value(assigned(commit)))
                                .time(commit.journal().at())),
                new Column(
                        "last_rating",
                        "COALESCE(?, last_rating)",
                        (to, commit) -> to.numberOrNull(rating(commit)),
                        (to, commit) -> to.numberOrNull(rating(commit))),
                new Column(
                        "last_rating_at",
                        "COALESCE(?, last_rating_at)",
                        (to, commit) -> to.time(at(rating(commit), commit)),
                        (to, commit) -> to.time(at(rating(commit), commit))),
                new Column(
                        "last_survey_at",
                        "COALESCE(?, last_survey_at)",
                        (to, commit) -> to.time(surveyAt(commit)),
                        (to, commit) -> to.time(surveyAt(commit))),
                text("assignee", row -> value(row.assignee())),
                text("offered_to", Columns::offeredTo),
                new Column(
                        "due_at",
                        EARLIER,
                        (to, commit) -> to.time(commit.row().dueAt()),
                        (to, commit) ->
                                to.time(commit.row().dueAt()).time(commit.row().dueAt())),
                plain("version", (to, commit) -> to.number(commit.row().version())),
                plain("format", (to, commit) -> to.number(commit.row().format())),
                plain("is_open", (to, commit) -> to.flag(commit.row().isOpen())),
                time("opened_at", Conversation::openedAt),
                time("resolved_at", Columns::resolvedAt),
                text(
                        "queue_tenant",
                        row -> queued(row) == null ? null : row.id().tenant()),
                text("queue", row -> of(queued(row), Handoff::queue)),
                time("order_key", row -> of(queued(row), Handoff::orderKey)),
                text("customer", row -> row.customer().id()),
                plain(
                        "episodes",
                        (to, commit) -> to.number(commit.row().episode().number())),
                text("status", LiveMarks::status),
                text("control", row -> row.control().name()),
                text("needs", LiveMarks::needs),
                text("flags", LiveMarks::flags),
                text("topic", row -> row.topic() == null ? null : row.topic().code()),
                text("language", row -> row.language().tag()),
                text("team", LiveFilter::queueOf),
                plain("rating", (to, commit) -> to.number(commit.row().episode().rating())),
                key("episode_opened_at", LiveSort.Key.OPENED),
                key("last_message_at", LiveSort.Key.LAST_MESSAGE),
                new Column(
                        "last_message",
                        "COALESCE(?, last_message)",
                        (to, commit) -> to.numberOrNull(message(commit)),
                        (to, commit) -> to.numberOrNull(message(commit))),
                key("waiting_since", LiveSort.Key.WAITING),
                key("enqueued_at", LiveSort.Key.QUEUED),
                key("hold_deadline", LiveSort.Key.HOLD_DEADLINE),
                key("confidence", LiveSort.Key.CONFIDENCE),
                figure("answered", LiveFigures::answered),
                figure("escalated", LiveFigures::escalated),
                figure("confidences", LiveFigures::confidences),
                figure("confidence_sum", LiveFigures::confidenceSum),
                figure("answers", LiveFigures::answers),
                figure("answer_micros", LiveFigures::answerMicros),
                text("state", codec::write));
    }

    private static Column plain(String name, Binding binding) {
        return new Column(name, BOUND, binding, binding);
    }

    private static Column text(String name, Function<Conversation, @Nullable String> value) {
        return plain(name, (to, commit) -> to.text(value.apply(commit.row())));
    }

    private static Column time(String name, Function<Conversation, @Nullable Instant> value) {
        return plain(name, (to, commit) -> to.time(value.apply(commit.row())));
    }

    /** What lists are sorted by, as its number. */
    private static Column key(String name, LiveSort.Key key) {
        LiveSort sort = LiveSort.ascending(key);
        return plain(name, (to, commit) -> to.numberUnless(LiveSort.ABSENT, sort.rank(commit.row())));
    }

    private static Column figure(String name, ToLongFunction<LiveFigures> figure) {
        return plain(name, (to, commit) -> to.number(figure.applyAsLong(LiveFigures.of(commit.row()))));
    }

    /** The names, for an INSERT. */
    String names() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    /** A place for each value, for an INSERT. */
    String places() {
        return columns.stream().map(column -> BOUND).collect(Collectors.joining(", "));
    }

    /** The assignments, for an UPDATE. */
    String assignments() {
        List<String> assignments = new ArrayList<>();
        for (Column column : columns) {
            assignments.add(column.name() + " = " + column.update());
        }
        return String.join(", ", assignments);
    }

    void bindFirst(Binder binder, Commit commit) throws SQLException {
        for (Column column : columns) {
            column.first().bind(binder, commit);
        }
    }

    void bindLater(Binder binder, Commit commit) throws SQLException {
        for (Column column : columns) {
            column.later().bind(binder, commit);
        }
    }

    private static @Nullable String offeredTo(Conversation row) {
        Handoff handoff = row.handoff();
        Offer offer = handoff == null ? null : handoff.offer();
        return offer == null ? null : value(offer.agent());
    }

    private static @Nullable String value(@Nullable AgentId agent) {
        return agent == null ? null : agent.value();
    }

    private static @Nullable Instant at(@Nullable Object what, Commit commit) {
        return what == null ? null : commit.journal().at();
    }

    private static @Nullable AgentId agent(Commit commit) {
        AgentId resolver = resolver(commit);
        return resolver == null ? assigned(commit) : resolver;
    }

    private static @Nullable AgentId resolver(Commit commit) {
        return commit.journal()
                .find(LifecycleEvent.Resolved.class)
                .map(LifecycleEvent.Resolved::agent)
                .orElse(null);
    }

    private static @Nullable AgentId assigned(Commit commit) {
        return commit.row().control() == Control.HUMAN ? commit.row().assignee() : null;
    }

    private static @Nullable Integer rating(Commit commit) {
        return commit.journal()
                .find(SurveyEvent.Rated.class)
                .map(SurveyEvent.Rated::stars)
                .orElse(null);
    }

    private static @Nullable Instant surveyAt(Commit commit) {
        return commit.journal().find(SurveyEvent.Asked.class).isPresent()
                ? commit.journal().at()
                : null;
    }

    /** The number of the latest text that the customer wrote or could read. */
    private static @Nullable Integer message(Commit commit) {
        Integer latest = null;
        for (Text text : commit.texts()) {
            if (text.kind() == TextKind.MESSAGE || text.kind() == TextKind.CORRECTION) {
                latest = text.number();
            }
        }
        return latest;
    }

    private static @Nullable Handoff queued(Conversation row) {
        Handoff handoff = row.handoff();
        return handoff != null && handoff.state() == HandoffState.QUEUED ? handoff : null;
    }

    private static <T> @Nullable T of(@Nullable Handoff handoff, Function<Handoff, T> part) {
        return handoff == null ? null : part.apply(handoff);
    }

    private static @Nullable Instant resolvedAt(Conversation row) {
        if (row.isOpen()) {
            return null;
        }
        Instant at = row.episode().resolvedAt();
        return at == null ? row.lastAt() : at;
    }
}
