package io.chatmgmt.lifecycle;

import io.chatmgmt.conversation.Actor;
import io.chatmgmt.escalation.EscalationTrigger;
import io.chatmgmt.policy.GovernancePolicy;
import io.chatmgmt.routing.HouseView;
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
 */
public record Circumstances(
        Instant now, Actor actor, GovernancePolicy policy, List<EscalationTrigger> triggers, HouseView house) {

    /** Copies the triggers. */
    public Circumstances {
        Objects.requireNonNull(now, "now");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(policy, "policy");
        triggers = List.copyOf(triggers);
        Objects.requireNonNull(house, "house");
    }
}
