package io.chatmgmt.spring.web;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Text;
import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.routing.Agent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The readers of one tenant, and what they are told. Not thread-safe; {@link #note} and {@link #size} are. */
final class FeedTenant {

    /** How many changed conversations a reader is told who comes back; with more it had better read the list again. */
    private static final int MAX_CATCH_UP = 2_000;

    /** How many events are kept, so that readers who come back together need not be written to one by one. */
    private static final int KEPT = 4_000;

    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final Duration SURVEY = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String tenant;
    private final ChatGovernance governance;
    private final FeedFollower follower;
    private final Rows rows;
    private final AgentRows agentRows;
    private final JsonMapper mapper;
    private final Duration maxAge;
    private final List<FeedReader> readers = new CopyOnWriteArrayList<>();
    private final Map<String, Agent> agents = new HashMap<>();
    private final Map<ConversationId, FeedRow> written = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ConversationId, FeedRow> eldest) {
            return size() > KEPT;
        }
    };
    private Instant surveyedAt;
    private Instant beatAt;
    private @Nullable CountersView counters;

    FeedTenant(
            String tenant,
            ChatGovernance governance,
            FeedFollower follower,
            Rows rows,
            AgentRows agentRows,
            JsonMapper mapper,
            Duration maxAge,
            Instant now) {
        this.tenant = tenant;
        this.governance = governance;
        this.follower = follower;
        this.rows = rows;
        this.agentRows = agentRows;
        this.mapper = mapper;
        this.maxAge = maxAge;
        this.surveyedAt = now;
        this.beatAt = now;
        governance.agents().list(tenant).forEach(agent -> agents.put(agent.id().value(), agent));
    }

    /** What a connection, or one that comes back, is told first. */
    private record Hello(Instant asOf, boolean resumed) {}

    /** The moment of a heartbeat, or of a break that only reading everything again mends. */
    private record Moment(Instant asOf) {}

    /** Notes a commit of this node. */
    void note(ConversationId id) {
        follower.note(id);
    }

    boolean isEmpty() {
        return readers.isEmpty();
    }

    int size() {
        return (int) readers.stream().filter(reader -> !reader.isClosed()).count();
    }

    List<FeedReader> readers() {
        return List.copyOf(readers);
    }

    /** Takes a reader in: tells it what it missed first, and what happens from now on. */
    void welcome(FeedReader reader, Instant now) {
        FeedPosition since = reader.since();
        List<Conversation> missed = since == null ? List.of() : follower.since(since, MAX_CATCH_UP);
        reader.leave(FeedEvent.RETRY);
        tell(reader, "hello", new Hello(now, since != null && missed != null));
        if (missed == null) {
            tell(reader, "reset", new Moment(now));
        } else {
            tell(List.of(reader), missed);
        }
        readers.add(reader);
        reader.write(now);
    }

    /** Tells the readers what has changed, and lets those go that are gone, stuck or old. */
    void pass(Instant now) {
        tell(readers, follower.look());
        if (!now.isBefore(surveyedAt.plus(SURVEY))) {
            surveyedAt = now;
            surveyAgents();
            surveyCounters();
        }
        if (!now.isBefore(beatAt.plus(HEARTBEAT))) {
            beatAt = now;
            byte[] beat = FeedEvent.of("heartbeat", null, mapper.writeValueAsBytes(new Moment(now)));
            readers.forEach(reader -> reader.leave(beat));
        }
        Instant stuck = now.minus(PATIENCE);
        Instant old = now.minus(maxAge);
        for (FeedReader reader : readers) {
            reader.write(now);
            if (reader.isStuckSince(stuck) || reader.connectedAt().isBefore(old)) {
                reader.close();
            }
        }
        readers.removeIf(FeedReader::isClosed);
    }

    private void tell(List<FeedReader> audience, List<Conversation> changed) {
        if (changed.isEmpty()) {
            return;
        }
        List<Conversation> ordered = new ArrayList<>(changed);
        ordered.sort(Comparator.comparing(Conversation::lastAt)
                .thenComparing(row -> row.id().value()));
        for (FeedRow event : events(ordered)) {
            for (FeedReader reader : audience) {
                byte[] bytes = event.forReader(reader);
                if (bytes != null) {
                    reader.leave(bytes);
                }
            }
        }
    }

    private List<FeedRow> events(List<Conversation> changed) {
        List<Conversation> unwritten =
                changed.stream().filter(row -> !isWritten(row)).toList();
        Map<ConversationId, Text> latest = rows.latest(unwritten);
        unwritten.forEach(row -> written.put(row.id(), new FeedRow(row, latest.get(row.id()), rows, mapper)));
        List<FeedRow> events = new ArrayList<>(changed.size());
        changed.forEach(row -> events.add(Objects.requireNonNull(written.get(row.id()))));
        return events;
    }

    private boolean isWritten(Conversation row) {
        FeedRow known = written.get(row.id());
        return known != null && known.version() == row.version();
    }

    private void surveyAgents() {
        for (Agent agent : governance.agents().list(tenant)) {
            Agent before = agents.put(agent.id().value(), agent);
            if (!agent.equals(before)) {
                tellOverview("agent", agentRows.of(agent));
            }
        }
    }

    private void surveyCounters() {
        FeedReader anybody = readers.stream()
                .filter(reader -> reader.desk().seesOverview())
                .findFirst()
                .orElse(null);
        if (anybody != null) {
            CountersView now = CountersView.of(
                    anybody.desk().live().counters(), governance.agents().counts(tenant));
            if (counters == null || !now.isSameAs(counters)) {
                counters = now;
                tellOverview("counters", now);
            }
        }
    }

    private void tellOverview(String name, Object body) {
        byte[] event = FeedEvent.of(name, null, mapper.writeValueAsBytes(body));
        for (FeedReader reader : readers) {
            if (reader.desk().seesOverview()) {
                reader.leave(event);
            }
        }
    }

    private void tell(FeedReader reader, String name, Object body) {
        reader.leave(FeedEvent.of(name, null, mapper.writeValueAsBytes(body)));
    }
}
