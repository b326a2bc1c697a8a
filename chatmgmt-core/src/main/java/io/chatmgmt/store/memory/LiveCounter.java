package io.chatmgmt.store.memory;

import io.chatmgmt.conversation.Status;
import io.chatmgmt.store.LiveCounts;
import io.chatmgmt.store.LiveMoment;
import io.chatmgmt.store.LiveNeed;
import io.chatmgmt.store.LiveSort;
import java.util.EnumMap;
import java.util.Map;

/** Counts conversations by what they show and need. Not thread-safe; for one look. */
final class LiveCounter {

    private static final LiveNeed[] NEEDS = LiveNeed.values();
    private static final Status[] STATUSES = Status.values();

    private final long quietSince;
    private final int[] statuses = new int[STATUSES.length];
    private final int[] needs = new int[1 << NEEDS.length];
    private long oldestWaiting = LiveSort.ABSENT;
    private long oldestQueued = LiveSort.ABSENT;

    LiveCounter(LiveMoment moment) {
        this.quietSince = LiveColumns.quietSince(moment);
    }

    void count(LiveColumns columns) {
        int someNeeds = needs.length - 1;
        for (int place = 0; place < columns.end; place++) {
            long marks = columns.marks(place);
            if (marks != 0) {
                statuses[columns.status(place, quietSince)]++;
                needs[(int) (marks >>> LiveColumns.NEEDS_SHIFT) & someNeeds]++;
                oldestWaiting = Math.min(oldestWaiting, columns.key(place, LiveSort.Key.WAITING));
                oldestQueued = Math.min(oldestQueued, columns.key(place, LiveSort.Key.QUEUED));
            }
        }
    }

    LiveCounts counts() {
        Map<Status, Integer> byStatus = new EnumMap<>(Status.class);
        for (Status status : STATUSES) {
            byStatus.put(status, statuses[status.ordinal()]);
        }
        Map<LiveNeed, Integer> byNeed = new EnumMap<>(LiveNeed.class);
        for (LiveNeed need : NEEDS) {
            int count = 0;
            for (int some = 0; some < needs.length; some++) {
                count += (some >> need.ordinal() & 1) * needs[some];
            }
            byNeed.put(need, count);
        }
        return new LiveCounts(byStatus, byNeed, LiveColumns.instant(oldestWaiting), LiveColumns.instant(oldestQueued));
    }
}
