package io.chatmgmt.store.memory;

import io.chatmgmt.conversation.Control;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.Status;
import io.chatmgmt.store.ConfidenceRange;
import io.chatmgmt.store.LiveFilter;
import io.chatmgmt.store.LiveMoment;
import io.chatmgmt.store.LiveNeed;
import io.chatmgmt.store.LiveSort;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A filter over the numbers of {@link LiveColumns}: lets through whatever matches, and a little more. Immutable. */
final class LiveSieve {

    private final long quietSince;
    private final int statuses;
    private final int controls;
    private final int ratings;
    private final long needs;
    private final long flags;
    private final long[] topics;
    private final long[] languages;
    private final long[] queues;
    private final long[] agents;
    private final List<ConfidenceRange> confidences;
    private final long openedFrom;
    private final long openedTo;
    private final long waitingTo;

    LiveSieve(LiveFilter filter, LiveMoment moment) {
        quietSince = LiveColumns.quietSince(moment);
        int some = 0;
        for (Status status : filter.statuses()) {
            some |= 1 << status.ordinal();
        }
        statuses = some;
        some = 0;
        for (Control control : filter.controls()) {
            some |= 1 << control.ordinal();
        }
        controls = some;
        some = 0;
        for (int rating : filter.ratings()) {
            some |= 1 << rating;
        }
        ratings = some;
        long bits = 0;
        for (LiveNeed need : filter.needs()) {
            bits |= LiveColumns.needBit(need);
        }
        needs = bits;
        bits = 0;
        for (Flag flag : filter.flags()) {
            bits |= LiveColumns.flagBit(flag);
        }
        flags = bits;
        topics = names(filter.topics());
        languages = filter.languages().stream()
                .mapToLong(tag -> LiveColumns.name(LiveColumns.primary(tag)))
                .toArray();
        queues = names(filter.queues());
        agents = names(filter.agents());
        confidences = filter.confidences();
        openedFrom = bound(filter.openedFrom(), Long.MIN_VALUE);
        openedTo = bound(filter.openedBefore(), Long.MAX_VALUE);
        waitingTo = bound(filter.waitingBefore(), Long.MAX_VALUE);
    }

    private static long[] names(Collection<String> names) {
        return names.stream().mapToLong(LiveColumns::name).toArray();
    }

    private static long bound(@Nullable Instant at, long absent) {
        return at == null ? absent : LiveColumns.micros(at);
    }

    boolean passes(LiveColumns columns, int place) {
        long marks = columns.marks(place);
        return (statuses == 0 || (statuses >> columns.status(place, quietSince) & 1) != 0)
                && (controls == 0 || (controls >> (marks >> LiveColumns.CONTROL_SHIFT & 3) & 1) != 0)
                && (ratings == 0 || (ratings >> (marks >> LiveColumns.RATING_SHIFT & 7) & 1) != 0)
                && (needs == 0 || (marks & needs) != 0)
                && (flags == 0 || (marks & flags) != 0)
                && isNamed(columns.names(place))
                && isInTime(columns, place)
                && isConfident(columns.key(place, LiveSort.Key.CONFIDENCE));
    }

    private boolean isNamed(long names) {
        return isOneOf(topics, names)
                && isOneOf(languages, names >>> 16)
                && isOneOf(queues, names >>> 32)
                && isOneOf(agents, names >>> 48);
    }

    private static boolean isOneOf(long[] wanted, long name) {
        if (wanted.length == 0) {
            return true;
        }
        for (long each : wanted) {
            if (each == (name & 0xFFFF)) {
                return true;
            }
        }
        return false;
    }

    private boolean isInTime(LiveColumns columns, int place) {
        long opened = columns.key(place, LiveSort.Key.OPENED);
        return opened >= openedFrom && opened <= openedTo && columns.key(place, LiveSort.Key.WAITING) <= waitingTo;
    }

    private boolean isConfident(long bits) {
        if (confidences.isEmpty()) {
            return true;
        }
        double last = bits == LiveSort.ABSENT ? Double.NaN : Double.longBitsToDouble(bits);
        for (ConfidenceRange range : confidences) {
            if (range.contains(last)) {
                return true;
            }
        }
        return false;
    }
}
