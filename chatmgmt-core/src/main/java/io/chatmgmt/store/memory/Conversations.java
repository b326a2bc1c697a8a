package io.chatmgmt.store.memory;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.metrics.Rollups;
import io.chatmgmt.store.Commit;
import io.chatmgmt.store.CommitOutcome;
import io.chatmgmt.store.JournalPlace;
import io.chatmgmt.store.Recording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * All conversations, and how a commit takes effect on them. Thread-safe.
 *
 * <p>A commit holds the lock of its conversation; one that changes agents or the customer's history holds theirs, too:
 * conversation, customers, agents in order of id. It takes effect in the instant in which the conversation's snapshot is
 * replaced: what it adds to an index is added before and does not count until then, what it leaves is removed after and
 * does not count since then.
 */
final class Conversations {

    private final ConcurrentMap<ConversationId, Entry> entries = new ConcurrentHashMap<>();
    private final KeyHash hash = new KeyHash();
    private final Agents agents;
    private final Customers customers;
    private final Retention retention;
    private final Indexes indexes;
    private final Unrecorded unrecorded;

    Conversations(Agents agents, Customers customers, Retention retention, Indexes indexes, Unrecorded unrecorded) {
        this.agents = agents;
        this.customers = customers;
        this.retention = retention;
        this.indexes = indexes;
        this.unrecorded = unrecorded;
    }

    /** The conversation as of its last commit, null when there is none. */
    @Nullable
    Snapshot find(ConversationId id) {
        Entry entry = entries.get(id);
        return entry == null ? null : entry.current();
    }

    /** The places of the latest changes since a time, in their order. */
    List<JournalPlace> changed(String tenant, Instant from, @Nullable JournalPlace after, int limit) {
        Collection<Entry> known = indexes.changes.since(tenant, from, entries.values());
        return (known == null ? entries.values() : known)
                .stream()
                        .filter(entry -> entry.id.tenant().equals(tenant))
                        .map(entry -> ChangeIndex.placeSince(entry, from))
                        .filter(place -> place != null && (after == null || place.compareTo(after) > 0))
                        .sorted()
                        .limit(limit)
                        .toList();
    }

    @Nullable
    JournalRow command(ConversationId id, String key) {
        Snapshot now = find(id);
        return now == null ? null : now.command(key, hash.applyAsLong(key));
    }

    CommitOutcome commit(Commit commit) {
        ConversationId id = commit.row().id();
        while (true) {
            Entry entry = entries.get(id);
            if (entry == null) {
                if (commit.expectedVersion() != 0) {
                    return new CommitOutcome.Moved(null);
                }
                entry = entries.computeIfAbsent(id, Entry::new);
            }
            synchronized (entry) {
                if (!entry.isGone()) {
                    Snapshot now = entry.current();
                    return now == null ? first(entry, commit) : next(entry, now, commit);
                }
            }
        }
    }

    boolean reschedule(ConversationId id, long version, @Nullable Instant dueAt) {
        Entry entry = entries.get(id);
        if (entry == null) {
            return false;
        }
        synchronized (entry) {
            Snapshot now = entry.current();
            if (now == null || now.row.version() != version) {
                return false;
            }
            TimePlace due = dueAt == null ? null : new TimePlace(dueAt, id);
            if (due == null || !due.equals(now.due)) {
                move(entry, now, now.with(due));
            }
            return true;
        }
    }

    private CommitOutcome first(Entry entry, Commit commit) {
        if (commit.expectedVersion() != 0) {
            return new CommitOutcome.Moved(null);
        }
        boolean admitted = false;
        try {
            retention.admit(entry.id, this::drop);
            admitted = true;
            entry.customer = customers.join(customerOf(commit));
            return apply(entry, null, commit, hashed(commit.journal().commandKey()));
        } finally {
            if (entry.current() == null) {
                forget(entry);
                if (admitted) {
                    retention.release();
                }
            }
        }
    }

    private CommitOutcome next(Entry entry, Snapshot now, Commit commit) {
        String key = commit.journal().commandKey();
        long keyHash = hashed(key);
        JournalRow repeated = key == null ? null : now.command(key, keyHash);
        if (repeated != null) {
            return new CommitOutcome.Repeated(repeated);
        }
        if (now.row.version() != commit.expectedVersion()) {
            return new CommitOutcome.Moved(now.row);
        }
        return apply(entry, now, commit, keyHash);
    }

    private long hashed(@Nullable String key) {
        return key == null ? 0 : hash.applyAsLong(key);
    }

    private CommitOutcome apply(Entry entry, @Nullable Snapshot now, Commit commit, long keyHash) {
        if (!commit.texts().isEmpty() && now != null && commit.texts().get(0).number() <= now.lastText()) {
            throw new IllegalArgumentException("texts of " + entry.id + " must have numbers above " + now.lastText());
        }
        if (commit.slots().isEmpty() && !HistoryChange.isIn(now == null ? null : now.row, commit)) {
            publish(entry, now, Snapshot.after(now, commit, keyHash));
            return CommitOutcome.Committed.INSTANCE;
        }
        KnownCustomer former = Objects.requireNonNull(entry.customer, "customer");
        KnownCustomer customer = former;
        if (!former.key.id().equals(commit.row().customer().id())) {
            customer = customers.join(customerOf(commit));
        }
        try {
            return applyWithOthers(entry, now, commit, keyHash, customer);
        } finally {
            if (customer != former) {
                KnownCustomer left = entry.customer == customer ? former : customer;
                if (commit.isErasure() && left == former) {
                    customers.forget(left);
                } else {
                    customers.leave(left);
                }
            }
        }
    }

    private CommitOutcome applyWithOthers(
            Entry entry, @Nullable Snapshot now, Commit commit, long keyHash, KnownCustomer customer) {
        KnownCustomer former = Objects.requireNonNull(entry.customer, "customer");
        HistoryChange history = new HistoryChange(now == null ? null : now.row, commit, former, customer);
        Slots slots = new Slots(agents, commit.slots(), commit.journal().at());
        List<Cell<?>> cells = new ArrayList<>(history.cells());
        cells.addAll(slots.cells());
        return Cell.holding(cells, () -> {
            AgentId refusing = slots.refusedBy();
            if (refusing != null) {
                return new CommitOutcome.SlotRefused(refusing);
            }
            Snapshot next = Snapshot.after(now, commit, keyHash);
            cells.forEach(Cell::announce);
            publish(entry, now, next);
            slots.apply();
            history.apply();
            entry.customer = customer;
            return CommitOutcome.Committed.INSTANCE;
        });
    }

    private void publish(Entry entry, @Nullable Snapshot now, Snapshot next) {
        move(entry, now, next);
        unrecorded.note(entry);
    }

    private void move(Entry entry, @Nullable Snapshot now, Snapshot next) {
        indexes.enter(entry, now, next);
        entry.become(next);
        indexes.show(entry, now, next);
        if (now != null) {
            indexes.leave(entry, now, next);
        }
        retention.note(entry, next);
    }

    /** The version up to which a journal is counted. */
    long recorded(ConversationId id) {
        Entry entry = entries.get(id);
        if (entry == null) {
            return 0;
        }
        synchronized (entry) {
            return entry.recorded;
        }
    }

    boolean record(Recording recording, Rollups rollups) {
        Entry entry = entries.get(recording.conversation());
        if (entry == null) {
            return false;
        }
        synchronized (entry) {
            Snapshot now = entry.current();
            if (now == null || entry.recorded != recording.after() || recording.upTo() > now.row.version()) {
                return false;
            }
            rollups.addAll(recording.records());
            entry.recorded = recording.upTo();
            if (entry.recorded == now.row.version()) {
                unrecorded.remove(entry);
            }
            return true;
        }
    }

    /** Looks at everybody: few are erased, and what is in memory is not much. */
    List<ConversationId> ofCustomer(CustomerKey customer, @Nullable ConversationId after, int limit) {
        return entries.values().stream()
                .filter(entry -> entry.isOf(customer))
                .map(entry -> entry.id)
                .filter(id -> after == null || OpenIndex.byId(id, after) > 0)
                .sorted(OpenIndex::byId)
                .limit(limit)
                .toList();
    }

    List<ConversationId> removeResolved(String tenant, Instant before, int limit) {
        return retention.remove(tenant, before, limit, (entry, place) -> {
            synchronized (entry) {
                Snapshot now = entry.current();
                boolean done = now != null && now.due == null && entry.recorded == now.row.version();
                return done && drop(entry, place);
            }
        });
    }

    private boolean drop(Entry entry, TimePlace place) {
        synchronized (entry) {
            Snapshot now = entry.current();
            if (now == null || !place.equals(entry.resolved)) {
                return false;
            }
            forget(entry);
            indexes.leave(entry, now, null);
            return true;
        }
    }

    private void forget(Entry entry) {
        entry.leave();
        unrecorded.remove(entry);
        entries.remove(entry.id, entry);
        KnownCustomer customer = entry.customer;
        if (customer != null) {
            customers.leave(customer);
        }
    }

    private static CustomerKey customerOf(Commit commit) {
        return new CustomerKey(
                commit.row().id().tenant(), commit.row().customer().id());
    }
}
