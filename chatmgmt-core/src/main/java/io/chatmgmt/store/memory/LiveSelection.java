package io.chatmgmt.store.memory;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.store.LiveCursor;
import io.chatmgmt.store.LivePage;
import io.chatmgmt.store.LiveQuery;
import io.chatmgmt.store.LiveSort;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The best conversations for one page out of all that it is shown. It sieves by the numbers of {@link LiveColumns}, which
 * let some through that do not belong, and asks the filter itself about the few that would get onto the page. Not
 * thread-safe; for one page.
 */
final class LiveSelection {

    private final LiveQuery query;
    private final LiveSieve sieve;
    private final boolean ascending;

    /** One more than fits, to know whether there is a next page; the worst of them on top. */
    private final PriorityQueue<Candidate> best;

    private long worst = Long.MAX_VALUE;

    /** A conversation that may get onto the page. */
    private record Candidate(LiveCursor place, Conversation row) implements Comparable<Candidate> {

        @Override
        public int compareTo(Candidate other) {
            return place.compareTo(other.place);
        }
    }

    LiveSelection(LiveQuery query) {
        this.query = query;
        this.sieve = new LiveSieve(query.filter(), query.moment());
        this.ascending = query.sort().direction() == LiveSort.Direction.ASCENDING;
        this.best = new PriorityQueue<>(query.limit() + 1, Collections.reverseOrder());
    }

    /** Newer conversations tend to have later places: whoever is likely to win is looked at first. */
    void look(LiveColumns columns) {
        for (int i = 0; i < columns.end; i++) {
            look(columns, ascending ? i : columns.end - 1 - i);
        }
    }

    private void look(LiveColumns columns, int place) {
        LiveCursor after = query.after();
        if (!columns.isTaken(place)) {
            return;
        }
        long rank = query.sort().rank(columns.key(place, query.sort().key()));
        if (rank <= worst && (after == null || rank >= after.rank()) && sieve.passes(columns, place)) {
            consider(rank, columns.row(place));
        }
    }

    private void consider(long rank, Conversation row) {
        LiveCursor after = query.after();
        LiveCursor place = new LiveCursor(rank, row.id().value());
        boolean full = best.size() > query.limit();
        if ((after != null && place.compareTo(after) <= 0)
                || (full && place.compareTo(best.peek().place()) >= 0)
                || !query.filter().matches(row, query.moment())) {
            return;
        }
        if (full) {
            best.poll();
        }
        best.add(new Candidate(place, row));
        if (best.size() > query.limit()) {
            worst = best.peek().place().rank();
        }
    }

    LivePage page() {
        boolean more = best.size() > query.limit();
        if (more) {
            best.poll();
        }
        @Nullable LiveCursor last = more ? best.peek().place() : null;
        List<Conversation> rows = new ArrayList<>(best.size());
        while (!best.isEmpty()) {
            rows.add(best.poll().row());
        }
        Collections.reverse(rows);
        return new LivePage(rows, last);
    }
}
