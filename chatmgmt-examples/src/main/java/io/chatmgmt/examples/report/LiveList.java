package io.chatmgmt.examples.report;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Status;
import io.chatmgmt.governance.ChatGovernance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The open conversations as a supervisor saw them, at the most telling of the moments looked at. Thread-safe. */
public final class LiveList {

    private static final int MOST_ROWS = 10;

    private List<Row> rows = List.of();
    private @Nullable Instant at;
    private int statuses;

    /**
     * One conversation in the list.
     *
     * @param id which
     * @param customer the customer's name, or id when the name is unknown
     * @param status the status
     * @param duration how long it has been going on
     * @param confidence the latest confidence of the AI, NaN while unknown
     */
    public record Row(String id, String customer, Status status, Duration duration, double confidence) {}

    /**
     * Looks at the open conversations.
     *
     * @param governance the front door
     * @param now the moment
     */
    public synchronized void look(ChatGovernance governance, Instant now) {
        List<Row> seen = new ArrayList<>();
        Set<Status> kinds = EnumSet.noneOf(Status.class);
        for (Conversation each : governance.conversations().open(ConversationId.DEFAULT_TENANT, null, MOST_ROWS)) {
            Status status = governance.conversations().status(each);
            kinds.add(status);
            seen.add(new Row(
                    each.id().value(),
                    each.customer().name().isEmpty()
                            ? each.customer().id()
                            : each.customer().name(),
                    status,
                    Duration.between(each.episode().openedAt(), now),
                    each.confidence().last()));
        }
        if (kinds.size() > statuses || (kinds.size() == statuses && seen.size() > rows.size())) {
            statuses = kinds.size();
            rows = List.copyOf(seen);
            at = now;
        }
    }

    synchronized List<Row> rows() {
        return rows;
    }

    synchronized @Nullable Instant at() {
        return at;
    }
}
