package io.chatmgmt.governance;

import io.chatmgmt.access.AccessPolicy;
import io.chatmgmt.escalation.Ear;
import io.chatmgmt.escalation.EscalationTrigger;
import io.chatmgmt.policy.GovernancePolicy;
import io.chatmgmt.policy.PolicySource;
import io.chatmgmt.quality.QualityScorer;
import io.chatmgmt.routing.AgentOrder;
import io.chatmgmt.routing.OpeningHours;
import io.chatmgmt.store.GovernanceStore;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every part of the front door shares: the store, the clock, the policies, the triggers, the ear and the ports.
 * Thread-safe.
 */
record Kernel(
        GovernanceStore store,
        InstantSource clock,
        PolicySource policies,
        List<EscalationTrigger> triggers,
        Ear ear,
        AccessPolicy access,
        Announcer announcer,
        House house,
        OpeningHours hours,
        @Nullable AgentOrder order,
        QualityScorer scorer,
        @Nullable Summarizer summarizer) {

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    GovernancePolicy policy(String tenant, Instant now) {
        return policies.policyFor(tenant, now);
    }
}
