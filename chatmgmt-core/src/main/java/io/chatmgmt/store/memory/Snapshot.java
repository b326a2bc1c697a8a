package io.chatmgmt.store.memory;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.Text;
import io.chatmgmt.conversation.TextKind;
import io.chatmgmt.store.Commit;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as of one commit: row, journal, texts, command keys, and its places in the indexes. To its readers it is
 * immutable: the arrays are shared with later snapshots, which only ever write behind the end of this one.
 */
final class Snapshot {

    private static final int FIRST_ROOM = 3;
    private static final JournalRow[] NO_JOURNAL = new JournalRow[FIRST_ROOM];
    private static final Text[] NO_TEXTS = new Text[FIRST_ROOM];

    final Conversation row;
    private final JournalRow[] journal;
    private final Text[] texts;
    private final int textCount;
    private final long[] keys;
    final @Nullable TimePlace due;
    final @Nullable QueuePlace queued;

    private Snapshot(
            Conversation row,
            JournalRow[] journal,
            Text[] texts,
            int textCount,
            long[] keys,
            @Nullable TimePlace due,
            @Nullable QueuePlace queued) {
        this.row = row;
        this.journal = journal;
        this.texts = texts;
        this.textCount = textCount;
        this.keys = keys;
        this.due = due;
        this.queued = queued;
    }

    /**
     * The snapshot after a commit, not published yet. Under the conversation's lock, and only with a commit whose version
     * is the next one.
     *
     * @param keyHash the hash of the commit's command key, of no meaning when it has none
     */
    static Snapshot after(@Nullable Snapshot now, Commit commit, long keyHash) {
        Conversation row = commit.row();
        JournalRow entry = commit.journal();
        int version = Math.toIntExact(row.version());
        JournalRow[] journal = withRoomFor(version, now == null ? NO_JOURNAL.clone() : now.journal);
        journal[version - 1] = entry;

        int textCount = now == null ? 0 : now.textCount;
        List<Text> more = commit.texts();
        Text[] texts = now == null ? NO_TEXTS.clone() : now.texts;
        if (!more.isEmpty()) {
            texts = withRoomFor(textCount + more.size(), texts);
            for (Text text : more) {
                texts[textCount++] = text;
            }
        }

        if (commit.isErasure()) {
            texts = erased(texts, textCount);
        }

        long[] keys = now == null ? KeyTable.EMPTY : now.keys;
        if (entry.commandKey() != null) {
            keys = KeyTable.withRoomFor(version, keys);
            KeyTable.put(keys, keyHash, version);
        }
        return new Snapshot(
                row,
                journal,
                texts,
                textCount,
                keys,
                TimePlace.dueAfter(now == null ? null : now.due, row),
                QueuePlace.after(now == null ? null : now.queued, row));
    }

    /** A copy, because earlier snapshots share the array. */
    private static Text[] erased(Text[] texts, int count) {
        Text[] erased = new Text[texts.length];
        for (int i = 0; i < count; i++) {
            erased[i] = texts[i].erased();
        }
        return erased;
    }

    Snapshot with(@Nullable TimePlace due) {
        return new Snapshot(row, journal, texts, textCount, keys, due, queued);
    }

    /** The number of the latest text, 0 when there is none. */
    int lastText() {
        return textCount == 0 ? 0 : texts[textCount - 1].number();
    }

    /** The journal row of the latest commit. */
    JournalRow lastJournal() {
        return journal[(int) row.version() - 1];
    }

    /** The latest text that the customer wrote or could read, null when there is none. */
    @Nullable
    Text latestMessage() {
        for (int i = textCount - 1; i >= 0; i--) {
            if (texts[i].kind() == TextKind.MESSAGE || texts[i].kind() == TextKind.CORRECTION) {
                return texts[i];
            }
        }
        return null;
    }

    /** The journal row of a command whose key has that hash, null when there is none. */
    @Nullable
    JournalRow command(String key, long wanted) {
        if (keys.length == 0) {
            return null;
        }
        for (int i = KeyTable.home(keys, wanted); keys[i] != 0; i = KeyTable.next(keys, i)) {
            int version = KeyTable.version(keys[i]);
            if (KeyTable.matches(keys[i], wanted) && version <= row.version()) {
                JournalRow entry = journal[version - 1];
                if (key.equals(entry.commandKey())) {
                    return entry;
                }
            }
        }
        return null;
    }

    List<JournalRow> journal(long afterVersion, int limit) {
        long size = row.version();
        long from = Math.min(Math.max(afterVersion, 0), size);
        return slice(journal, (int) from, (int) Math.min(size, from + limit));
    }

    List<Text> texts(int afterNumber, int limit) {
        int low = 0;
        int high = textCount;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (texts[middle].number() <= afterNumber) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return slice(texts, low, (int) Math.min(textCount, (long) low + limit));
    }

    private static <T> List<T> slice(T[] array, int from, int to) {
        return Collections.unmodifiableList(Arrays.asList(Arrays.copyOfRange(array, from, to)));
    }

    private static <T> T[] withRoomFor(int size, T[] array) {
        int length = array.length;
        while (length < size) {
            length *= 2;
        }
        return length == array.length ? array : Arrays.copyOf(array, length);
    }
}
