package io.chatmgmt.lifecycle;

import static io.chatmgmt.lifecycle.Stage.SARAH;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.Actor;
import io.chatmgmt.conversation.AiFailure;
import io.chatmgmt.conversation.AnswerEvent;
import io.chatmgmt.conversation.Control;
import io.chatmgmt.conversation.DecisionKind;
import io.chatmgmt.conversation.EscalationEvent;
import io.chatmgmt.conversation.EscalationReason;
import io.chatmgmt.conversation.HandoffEvent;
import io.chatmgmt.conversation.Posture;
import io.chatmgmt.conversation.ReasonCode;
import io.chatmgmt.policy.GovernancePolicy.Mode;
import org.junit.jupiter.api.Test;

/** In shadow mode everything is decided and recorded, and nothing acts. */
class ShadowTest {

    private static Stage shadow() {
        return Stage.under(policy -> policy.mode(Mode.SHADOW));
    }

    @Test
    void an_escalation_is_recorded_and_nobody_is_called() {
        Stage stage = shadow().customer("Get me a human", Heard.request());

        assertThat(stage.decisions()).containsExactly(DecisionKind.ESCALATE);
        assertThat(stage.written()).hasSize(1);
        assertThat(stage.row().control()).isEqualTo(Control.AI);
        assertThat(stage.row().handoff()).isNull();
        assertThat(stage.ticket().message()).isEqualTo(1);
    }

    @Test
    void the_same_reason_is_recorded_once_an_episode_and_a_new_one_again() {
        Stage stage = shadow().customer("Get me a human", Heard.request());
        stage.customer("Get me a human!", Heard.request());
        assertThat(stage.caused(EscalationEvent.Raised.class)).isFalse();
        assertThat(stage.caused(EscalationEvent.Extended.class)).isFalse();

        stage.customer("Terrible", Heard.anger());
        assertThat(stage.event(EscalationEvent.Extended.class).reasons())
                .extracting(EscalationReason::code)
                .containsExactly(ReasonCode.FRUSTRATION);
    }

    @Test
    void every_answer_goes_out_whatever_the_gate_would_say() {
        Stage stage = Stage.under(policy -> policy.mode(Mode.SHADOW).response(r -> r.posture(Posture.OFF)))
                .reviewersOnline(1)
                .customer("?")
                .ai("a", 0.1)
                .customer("?")
                .ai("b", 0.1)
                .customer("?")
                .ai("c", 0.1);

        assertThat(stage.decisions()).containsExactly(DecisionKind.ESCALATE, DecisionKind.DELIVER);
        assertThat(stage.row().counts().ai()).isEqualTo(3);
        assertThat(stage.row().control()).isEqualTo(Control.AI);
    }

    @Test
    void a_wordless_call_for_a_person_is_not_an_answer() {
        Stage stage = shadow().customer("?").aiHandsOff("");

        assertThat(stage.decisions()).containsExactly(DecisionKind.ESCALATE, DecisionKind.DISCARD);
        assertThat(stage.row().counts().ai()).isZero();
        assertThat(stage.row().ai().ticket()).isNull();
    }

    @Test
    void a_failure_is_recorded_and_nothing_is_said() {
        Stage stage = shadow().customer("?").aiFails(AiFailure.ERROR);

        assertThat(stage.caused(AnswerEvent.Failed.class)).isTrue();
        assertThat(stage.written()).isEmpty();
    }

    @Test
    void nobody_steps_in_but_the_hosts_agents_are_recorded() {
        Stage stage = shadow().customer("?");

        assertThat(stage.joins(SARAH).outcome()).isInstanceOf(Outcome.Lost.class);
        stage.writes(SARAH, "I am the host's own agent");
        assertThat(stage.row().counts().agent()).isEqualTo(1);
        assertThat(stage.row().control()).isEqualTo(Control.AI);
    }

    @Test
    void what_was_only_recorded_calls_a_person_once_decisions_take_effect() {
        Stage stage = shadow().customer("Get me a human", Heard.request());

        stage.underPolicy(policy -> policy.mode(Mode.LIVE)).customer("Get me a human!", Heard.request());

        assertThat(stage.decisions()).containsExactly(DecisionKind.ESCALATE, DecisionKind.QUEUED);
        assertThat(stage.row().control()).isEqualTo(Control.HUMAN);
    }

    @Test
    void a_person_escalates_by_hand_once_decisions_take_effect() {
        Stage stage = shadow().customer("?").escalatesByHand();
        assertThat(stage.caused(HandoffEvent.Queued.class)).isFalse();

        stage.underPolicy(policy -> policy.mode(Mode.LIVE)).escalatesByHand();

        assertThat(stage.decisions()).containsExactly(DecisionKind.ESCALATE, DecisionKind.QUEUED);
    }

    @Test
    void what_was_queued_before_goes_on() {
        Stage stage =
                Stage.ofDefaults().customer("Get me a human", Heard.request()).offeredTo(SARAH);

        stage.underPolicy(policy -> policy.mode(Mode.SHADOW)).accepts(SARAH);

        assertThat(stage.row().assignee()).isEqualTo(SARAH);
        stage.when(Actor.agent("sarah"), new PersonInput.HandsBack(SARAH, ""));
        assertThat(stage.row().control()).isEqualTo(Control.AI);
    }
}
