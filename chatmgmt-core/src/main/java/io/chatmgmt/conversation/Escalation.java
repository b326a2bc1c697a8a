package io.chatmgmt.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The open escalation of an episode: the decision that a person is needed. Immutable. There is at most one at a time;
 * later triggers add reasons and may raise its level and priority.
 *
 * @param raisedAt when it was decided
 * @param reasons why, at most {@value #MAX_REASONS}
 * @param level the tier that is needed
 * @param queue where it waits
 * @param priority how urgent it is
 * @param answeredAt when a person took it, null while nobody has
 */
public record Escalation(
        Instant raisedAt,
        List<EscalationReason> reasons,
        Level level,
        String queue,
        Priority priority,
        @Nullable Instant answeredAt) {

    /** The most reasons that an escalation keeps; the first ones stay. */
    public static final int MAX_REASONS = 8;

    /** Checks the parts and copies the reasons. */
    public Escalation {
        Objects.requireNonNull(raisedAt, "raisedAt");
        Objects.requireNonNull(level, "level");
        Bounds.identifier(queue, "queue");
        Objects.requireNonNull(priority, "priority");
        reasons = List.copyOf(reasons.size() > MAX_REASONS ? reasons.subList(0, MAX_REASONS) : reasons);
    }

    /**
     * Whether a trigger has given its reason already.
     *
     * @param code the trigger's code
     * @return true when it has
     */
    public boolean names(String code) {
        for (EscalationReason reason : reasons) {
            if (reason.code().equals(code)) {
                return true;
            }
        }
        return false;
    }

    Escalation extended(List<EscalationReason> more, Level level, Priority priority) {
        List<EscalationReason> all = new ArrayList<>(reasons);
        all.addAll(more);
        return new Escalation(raisedAt, all, level, queue, priority, answeredAt);
    }

    Escalation answered(Instant at) {
        return answeredAt != null ? this : new Escalation(raisedAt, reasons, level, queue, priority, at);
    }

    Escalation reopened() {
        return answeredAt == null ? this : new Escalation(raisedAt, reasons, level, queue, priority, null);
    }
}
