package io.chatmgmt.store.memory;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationTopic;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.Flags;
import io.chatmgmt.conversation.Status;
import io.chatmgmt.conversation.WaitingOn;
import io.chatmgmt.store.LiveFilter;
import io.chatmgmt.store.LiveMoment;
import io.chatmgmt.store.LiveNeed;
import io.chatmgmt.store.LiveSort;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Conversations side by side: of each its row, and what lists and counters ask about it in one cache line of numbers, so
 * that looking at a hundred thousand of them does not mean following a million pointers. Not thread-safe.
 */
final class LiveColumns {

    /** How many numbers there are of each conversation. */
    static final int WIDTH = 8;

    /** Flags, control, needs, rating and what is known of the status. */
    static final int MARKS = 0;

    /** Hashes of topic, language, queue and agent, sixteen bits each. */
    static final int NAMES = 1;

    /** The sort keys, in the order of {@link LiveSort.Key}. */
    static final int KEYS = 2;

    /** The status as its ordinal, or {@link #BY_TIME}. */
    static final int STATUS_SHIFT = 32;

    /** Pending once the latest message is old enough, active before. */
    static final int BY_TIME = Status.values().length;

    static final int CONTROL_SHIFT = 36;
    static final int NEEDS_SHIFT = 40;
    static final int RATING_SHIFT = 48;

    /** Set in the marks of a conversation, so that they are never zero. */
    private static final long TAKEN = 1L << 63;

    private static final Duration FOREVER = Duration.ofDays(365L * 1_000_000);
    private static final LiveSort.Key[] SORT_KEYS = LiveSort.Key.values();
    private static final LiveSort[] ASCENDING =
            Arrays.stream(SORT_KEYS).map(LiveSort::ascending).toArray(LiveSort[]::new);
    private static final LiveNeed[] NEEDS = LiveNeed.values();
    private static final Flag[] FLAGS = Flag.values();

    private static final int FIRST_ROOM = 4;

    long[] numbers = new long[WIDTH * FIRST_ROOM];

    @Nullable
    Conversation[] rows = new Conversation[FIRST_ROOM];

    /** How many places have ever been taken: no place from here on has a conversation. */
    int end;

    private int[] free = new int[FIRST_ROOM];
    private int freeCount;

    /** Takes a place for a conversation. */
    int add(Conversation row) {
        int place = freeCount > 0 ? free[--freeCount] : end++;
        if (place == rows.length) {
            rows = Arrays.copyOf(rows, 2 * place);
            numbers = Arrays.copyOf(numbers, 2 * place * WIDTH);
        }
        set(place, null, row);
        return place;
    }

    /** Gives a place back. */
    void remove(int place) {
        rows[place] = null;
        numbers[place * WIDTH + MARKS] = 0;
        if (freeCount == free.length) {
            free = Arrays.copyOf(free, 2 * freeCount);
        }
        free[freeCount++] = place;
    }

    /** Replaces the conversation at a place by its next version, {@code was} being null when there was none. */
    void set(int place, @Nullable Conversation was, Conversation row) {
        rows[place] = row;
        int at = place * WIDTH;
        numbers[at + MARKS] = marks(row);
        if (was == null || isRenamed(was, row)) {
            numbers[at + NAMES] = names(row);
        }
        for (int i = 0; i < ASCENDING.length; i++) {
            numbers[at + KEYS + i] = ASCENDING[i].rank(row);
        }
    }

    /** Whether names may have changed: what is the very same has not, and nearly always all of it is. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isRenamed(Conversation was, Conversation row) {
        return was.topic() != row.topic()
                || was.language() != row.language()
                || was.handoff() != row.handoff()
                || was.escalation() != row.escalation()
                || was.assignee() != row.assignee();
    }

    boolean isTaken(int place) {
        return marks(place) != 0;
    }

    long marks(int place) {
        return numbers[place * WIDTH + MARKS];
    }

    long names(int place) {
        return numbers[place * WIDTH + NAMES];
    }

    long key(int place, LiveSort.Key key) {
        return numbers[place * WIDTH + KEYS + key.ordinal()];
    }

    /** The ordinal of what a conversation shows. */
    int status(int place, long quietSince) {
        int status = (int) (marks(place) >>> STATUS_SHIFT) & 0xF;
        if (status != BY_TIME) {
            return status;
        }
        boolean quiet = key(place, LiveSort.Key.LAST_MESSAGE) <= quietSince;
        return quiet ? Status.PENDING.ordinal() : Status.ACTIVE.ordinal();
    }

    /** The latest message that is old enough for its conversation to be pending. */
    static long quietSince(LiveMoment moment) {
        return micros(moment.now().minus(moment.pendingAfter()));
    }

    static long micros(Instant at) {
        return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
    }

    Conversation row(int place) {
        return Objects.requireNonNull(rows[place], "row");
    }

    private static long marks(Conversation row) {
        long marks = TAKEN;
        if (!row.flags().equals(Flags.NONE)) {
            for (Flag flag : FLAGS) {
                if (row.flags().has(flag)) {
                    marks |= flagBit(flag);
                }
            }
        }
        for (LiveNeed need : NEEDS) {
            if (need.isFeltBy(row)) {
                marks |= needBit(need);
            }
        }
        return marks
                | (long) status(row) << STATUS_SHIFT
                | (long) row.control().ordinal() << CONTROL_SHIFT
                | (long) row.episode().rating() << RATING_SHIFT;
    }

    /** The status where time has no say in it. */
    private static int status(Conversation row) {
        Status patient = row.status(row.lastMessageAt(), FOREVER);
        return patient == Status.ACTIVE && row.waitingOn() != WaitingOn.NOBODY ? BY_TIME : patient.ordinal();
    }

    static long flagBit(Flag flag) {
        return 1L << flag.ordinal();
    }

    static long needBit(LiveNeed need) {
        return 1L << (NEEDS_SHIFT + need.ordinal());
    }

    private static long names(Conversation row) {
        ConversationTopic topic = row.topic();
        return name(topic == null ? null : topic.code())
                | name(primary(row.language().tag())) << 16
                | name(LiveFilter.queueOf(row)) << 32
                | name(row.assignee() == null ? null : row.assignee().value()) << 48;
    }

    /** Sixteen bits of a name: equal names have equal bits, others hardly ever. */
    static long name(@Nullable String name) {
        if (name == null) {
            return 0;
        }
        int hash = name.hashCode();
        return (hash ^ (hash >>> 16)) & 0xFFFF;
    }

    static String primary(String tag) {
        int region = tag.indexOf('-');
        return region < 0 ? tag : tag.substring(0, region);
    }

    /** The instant of a key. */
    static @Nullable Instant instant(long key) {
        return key == LiveSort.ABSENT
                ? null
                : Instant.ofEpochSecond(Math.floorDiv(key, 1_000_000L), Math.floorMod(key, 1_000_000L) * 1_000);
    }
}
