package io.chatmgmt.store.memory;

import io.chatmgmt.conversation.JournalRow;
import org.jspecify.annotations.Nullable;

/** Where conversations are found by what they wait for. Thread-safe; each conversation is moved under its own lock. */
final class Indexes {

    final DueIndex due = new DueIndex();
    final QueueIndex queued = new QueueIndex();
    final OpenIndex open = new OpenIndex();
    final LiveIndex live = new LiveIndex();
    final ReviewIndex reviews = new ReviewIndex();
    final ChangeIndex changes = new ChangeIndex();

    /** Adds the places that a conversation is about to have, before its snapshot says so. */
    void enter(Entry entry, @Nullable Snapshot now, Snapshot next) {
        if (next.due != null && (now == null || !next.due.equals(now.due))) {
            due.add(next.due, entry);
        }
        if (next.queued != null && (now == null || !next.queued.equals(now.queued))) {
            queued.add(next.queued, entry);
        }
        if (next.row.isOpen() && (now == null || !now.row.isOpen())) {
            open.add(entry);
        }
    }

    /** Removes the places that a conversation no longer has, {@code next} being null when it is gone as a whole. */
    void leave(Entry entry, Snapshot now, @Nullable Snapshot next) {
        if (now.due != null && (next == null || !now.due.equals(next.due))) {
            due.remove(now.due);
        }
        if (now.queued != null && (next == null || !now.queued.equals(next.queued))) {
            queued.remove(now.queued);
        }
        if (now.row.isOpen() && (next == null || !next.row.isOpen())) {
            open.remove(entry);
        }
        if (next == null) {
            live.remove(entry);
            if (entry.reviewed) {
                now.journal(0, Integer.MAX_VALUE).stream()
                        .filter(JournalRow::isReview)
                        .forEach(reviews::remove);
            }
        }
    }

    /** Lists and counts the conversation as its snapshot has it by now. */
    void show(Entry entry, @Nullable Snapshot now, Snapshot next) {
        if (now == null || now.row.version() != next.row.version()) {
            live.put(entry, next.row);
            JournalRow last = next.lastJournal();
            changes.note(entry, last.at());
            if (last.isReview()) {
                entry.reviewed = true;
                reviews.add(last);
            }
        }
    }
}
