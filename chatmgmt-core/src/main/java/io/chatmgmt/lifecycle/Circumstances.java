package io.chatmgmt.lifecycle;

import io.chatmgmt.conversation.Actor;
import io.chatmgmt.escalation.EscalationTrigger;
import io.chatmgmt.policy.GovernancePolicy;
import io.chatmgmt.routing.HouseView;
import io.chatmgmt.routing.QueueViews;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Everything that a decision depends on besides the conversation and the input. Immutable.
 *
 * @param now the moment
 * @param actor who acts
 * @param policy the policy that holds
 * @param triggers the escalation triggers, in the order in which they are asked
 * @param house the state of the house
 * @param queues the state of the queues
 */
public record Circumstances(
        Instant now,
        Actor actor,
        GovernancePolicy policy,
        List<EscalationTrigger> triggers,
        HouseView house,
        QueueViews queues) {

    /** Copies the triggers. */
    public Circumstances {
        Objects.requireNonNull(now, "now");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(policy, "policy");
        triggers = List.copyOf(triggers);
        Objects.requireNonNull(house, "house");
        Objects.requireNonNull(queues, "queues");
    }

    /**
     * Circumstances in which nothing is known of the queues.
     *
     * @param now the moment
     * @param actor who acts
     * @param policy the policy that holds
     * @param triggers the escalation triggers, in the order in which they are asked
     * @param house the state of the house
     */
    public Circumstances(
            Instant now, Actor actor, GovernancePolicy policy, List<EscalationTrigger> triggers, HouseView house) {
        this(now, actor, policy, triggers, house, QueueViews.UNKNOWN);
    }
}
