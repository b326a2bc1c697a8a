package io.chatmgmt.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatmgmt.conversation.ConfidenceBand;
import io.chatmgmt.conversation.Level;
import io.chatmgmt.conversation.Posture;
import io.chatmgmt.conversation.Priority;
import io.chatmgmt.conversation.ReasonCode;
import io.chatmgmt.conversation.TimeLimit;
import io.chatmgmt.escalation.EscalationPolicy;
import io.chatmgmt.escalation.EscalationTarget;
import io.chatmgmt.language.LanguagePolicy;
import io.chatmgmt.language.WordingPolicy;
import io.chatmgmt.response.BandRule;
import io.chatmgmt.response.Bands;
import io.chatmgmt.response.ResponsePolicy;
import io.chatmgmt.routing.RoutingPolicy;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GovernancePolicyTest {

    @Test
    void the_defaults_are_the_defaults_of_the_parts() {
        GovernancePolicy policy = GovernancePolicy.ofDefaults();

        assertThat(policy.language()).isEqualTo(LanguagePolicy.ofDefaults());
        assertThat(policy.wording()).isEqualTo(WordingPolicy.ofDefaults());
        assertThat(policy.response()).isEqualTo(ResponsePolicy.ofDefaults());
        assertThat(policy.escalation()).isEqualTo(EscalationPolicy.ofDefaults());
        assertThat(policy.routing()).isEqualTo(RoutingPolicy.ofDefaults());
        assertThat(policy.mode()).isEqualTo(GovernancePolicy.Mode.LIVE);
    }

    @Test
    void a_builder_that_changes_nothing_builds_the_defaults() {
        GovernancePolicy built = GovernancePolicy.builder()
                .language(l -> {})
                .wording(w -> {})
                .response(r -> {})
                .escalation(e -> {})
                .routing(r -> {})
                .build();

        assertThat(built).isEqualTo(GovernancePolicy.ofDefaults()).hasSameHashCodeAs(GovernancePolicy.ofDefaults());
        assertThat(built.version()).isEqualTo(GovernancePolicy.ofDefaults().version());
    }

    @Test
    void one_number_changes_without_the_others() {
        EscalationTarget finance = new EscalationTarget(Level.L3, "billing", Priority.URGENT);

        GovernancePolicy policy = GovernancePolicy.builder()
                .mode(GovernancePolicy.Mode.SHADOW)
                .escalation(e -> e.lowConfidence(0.65, 2)
                        .coolDown(Duration.ofMinutes(10))
                        .sensitiveTopic("refund", finance)
                        .disable(ReasonCode.FRUSTRATION))
                .response(r -> r.posture(Posture.AUTO)
                        .bands(0.95, 0.85, 0.75)
                        .rule(ConfidenceBand.UNKNOWN, BandRule.hold())
                        .withoutAnswerTimeout())
                .routing(r -> r.queue("vip", "vip-skill").topicQueue("legal", "general"))
                .wording(w -> w.company("Acme").text("nl", "FALLBACK", "Een ogenblik."))
                .build();

        assertThat(policy.mode()).isEqualTo(GovernancePolicy.Mode.SHADOW);
        assertThat(policy.escalation().lowConfidence()).isEqualTo(new EscalationPolicy.LowConfidence(0.65, 2));
        assertThat(policy.escalation().coolDown()).isEqualTo(Duration.ofMinutes(10));
        assertThat(policy.escalation().sensitiveTopics())
                .containsEntry("refund", finance)
                .containsKey("legal");
        assertThat(policy.escalation().disabled()).containsExactly(ReasonCode.FRUSTRATION);
        assertThat(policy.response().bands()).isEqualTo(new Bands(0.95, 0.85, 0.75));
        assertThat(policy.response().rule(ConfidenceBand.UNKNOWN)).isEqualTo(BandRule.hold());
        assertThat(policy.response().answerTimeout()).isEqualTo(TimeLimit.never());
        assertThat(policy.response().holdFor()).isEqualTo(Duration.ofSeconds(60));
        assertThat(policy.routing().queues()).containsEntry("vip", "vip-skill").containsKey("sales");
        assertThat(policy.routing().queueOf("legal")).isEqualTo("general");
        assertThat(policy.wording().texts()).isEqualTo(Map.of("nl", Map.of("FALLBACK", "Een ogenblik.")));
        assertThat(policy.language()).isEqualTo(LanguagePolicy.ofDefaults());
    }

    @Test
    void a_builder_takes_back_what_the_defaults_or_earlier_steps_said() {
        GovernancePolicy policy = GovernancePolicy.builder()
                .escalation(e -> e.disable("A", "B")
                        .enable("A")
                        .withoutSensitiveTopic("refund")
                        .withoutTarget(ReasonCode.HUMAN_REQUEST))
                .response(r -> r.hold("a", "b").release("a"))
                .routing(r -> r.withoutTopicQueue("sales"))
                .wording(w -> w.text("nl", "FALLBACK", "Even geduld.").withoutTexts())
                .build();

        assertThat(policy.escalation().disabled()).containsExactly("B");
        assertThat(policy.escalation().sensitiveTopics()).doesNotContainKey("refund");
        assertThat(policy.escalation().targets()).doesNotContainKey(ReasonCode.HUMAN_REQUEST);
        assertThat(policy.response().heldTopics()).containsExactly("b");
        assertThat(policy.routing().topicQueues()).doesNotContainKey("sales");
        assertThat(policy.wording().texts()).isEmpty();
    }

    @Test
    void a_host_can_name_its_own_queues() {
        EscalationTarget anywhere = EscalationTarget.DEFAULT;

        GovernancePolicy policy = GovernancePolicy.builder()
                .routing(r -> r.withoutQueues().queue("desk", "").defaultQueue("desk"))
                .escalation(e -> {
                    EscalationPolicy.ofDefaults()
                            .sensitiveTopics()
                            .keySet()
                            .forEach(t -> e.sensitiveTopic(t, anywhere));
                    e.withoutTarget(ReasonCode.COMPLEX_TECHNICAL);
                })
                .build();

        assertThat(policy.routing().queues()).isEqualTo(Map.of("desk", ""));
        assertThat(policy.routing().queueOf("billing")).isEqualTo("desk");
    }

    @Test
    void a_policy_does_not_follow_its_builder() {
        GovernancePolicy.Builder builder = GovernancePolicy.builder();
        GovernancePolicy before = builder.build();
        builder.escalation(e -> e.lowConfidence(0.5, 1));

        assertThat(before).isEqualTo(GovernancePolicy.ofDefaults());
        assertThat(builder.build()).isNotEqualTo(before);
    }

    @Test
    void a_policy_can_be_changed_from_where_it_stands() {
        GovernancePolicy strict = GovernancePolicy.builder()
                .escalation(e -> e.lowConfidence(0.9, 1))
                .build();

        GovernancePolicy next =
                strict.toBuilder().escalation(e -> e.failures(5)).build();

        assertThat(next.escalation().lowConfidence().threshold()).isEqualTo(0.9);
        assertThat(next.escalation().failures()).isEqualTo(5);
        assertThat(next.toBuilder().build()).isEqualTo(next);
    }

    @Test
    void a_limit_of_zero_is_refused_where_it_is_written() {
        assertThatThrownBy(() -> GovernancePolicy.builder().response(r -> r.answerTimeout(Duration.ZERO)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("greater than zero");
    }
}
