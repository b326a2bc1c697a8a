package io.chatmgmt.conversation;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One decision, with what explains it. Immutable.
 *
 * @param kind what was decided
 * @param reasons why, empty when the kind says it all
 * @param level the tier that an escalation asks for, null where none is involved
 * @param queue the queue that is involved, null for none
 * @param agent the agent who is involved, null for none
 */
public record Decision(
        DecisionKind kind,
        List<EscalationReason> reasons,
        @Nullable Level level,
        @Nullable String queue,
        @Nullable AgentId agent) {

    /** Copies the reasons. */
    public Decision {
        Objects.requireNonNull(kind, "kind");
        reasons = List.copyOf(reasons);
    }

    /**
     * A decision that needs no reasons.
     *
     * @param kind what was decided
     * @return the decision
     */
    public static Decision of(DecisionKind kind) {
        return new Decision(kind, List.of(), null, null, null);
    }

    static Decision because(DecisionKind kind, List<EscalationReason> reasons) {
        return new Decision(kind, reasons, null, null, null);
    }

    static Decision about(DecisionKind kind, AgentId agent) {
        return new Decision(kind, List.of(), null, null, agent);
    }
}
