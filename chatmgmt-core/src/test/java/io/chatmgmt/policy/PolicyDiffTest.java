package io.chatmgmt.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.Level;
import io.chatmgmt.conversation.Priority;
import io.chatmgmt.escalation.EscalationTarget;
import io.chatmgmt.policy.PolicyChange.Kind;
import org.junit.jupiter.api.Test;

class PolicyDiffTest {

    @Test
    void every_changed_setting_is_named() {
        GovernancePolicy after = GovernancePolicy.builder()
                .mode(GovernancePolicy.Mode.SHADOW)
                .escalation(e -> e.lowConfidence(0.65, 3)
                        .sensitiveTopic("refund", new EscalationTarget(Level.L2, "general", Priority.HIGH))
                        .withoutSensitiveTopic("legal")
                        .disable("FRUSTRATION"))
                .response(r -> r.withoutAnswerTimeout())
                .routing(r -> r.queue("a/b", ""))
                .build();

        assertThat(PolicyDiff.between(GovernancePolicy.ofDefaults(), after))
                .containsExactlyInAnyOrder(
                        new PolicyChange("/mode", Kind.CHANGED, "LIVE", "SHADOW"),
                        new PolicyChange("/escalation/lowConfidence/threshold", Kind.CHANGED, "0.7", "0.65"),
                        new PolicyChange(
                                "/escalation/sensitiveTopics/refund/queue", Kind.CHANGED, "billing", "general"),
                        new PolicyChange(
                                "/escalation/sensitiveTopics/legal",
                                Kind.REMOVED,
                                "{level=L2, queue=general, priority=HIGH}",
                                ""),
                        new PolicyChange("/escalation/disabled/FRUSTRATION", Kind.ADDED, "", "FRUSTRATION"),
                        new PolicyChange("/response/answerTimeout", Kind.CHANGED, "PT30S", "never"),
                        new PolicyChange("/routing/queues/a~1b", Kind.ADDED, "", ""));
    }

    @Test
    void a_change_reads_well() {
        assertThat(new PolicyChange("/mode", Kind.CHANGED, "LIVE", "SHADOW")).hasToString("/mode: LIVE -> SHADOW");
        assertThat(new PolicyChange("/escalation/disabled/A", Kind.ADDED, "", "A"))
                .hasToString("/escalation/disabled/A: added A");
        assertThat(new PolicyChange("/escalation/disabled/A", Kind.REMOVED, "A", ""))
                .hasToString("/escalation/disabled/A: removed A");
    }
}
