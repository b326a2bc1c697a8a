package io.chatmgmt.lifecycle;

import static io.chatmgmt.lifecycle.Stage.SARAH;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.AiAction;
import io.chatmgmt.conversation.AnswerEvent;
import io.chatmgmt.conversation.Confidence;
import io.chatmgmt.conversation.Control;
import io.chatmgmt.conversation.DecisionKind;
import io.chatmgmt.conversation.Escalation;
import io.chatmgmt.conversation.EscalationEvent;
import io.chatmgmt.conversation.EscalationOutcome;
import io.chatmgmt.conversation.EscalationReason;
import io.chatmgmt.conversation.Evidence;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.HandoffEvent;
import io.chatmgmt.conversation.HandoffMode;
import io.chatmgmt.conversation.Level;
import io.chatmgmt.conversation.MessageEvent;
import io.chatmgmt.conversation.MessageSignals;
import io.chatmgmt.conversation.Posture;
import io.chatmgmt.conversation.Priority;
import io.chatmgmt.conversation.ReasonCode;
import io.chatmgmt.conversation.SmallTalk;
import io.chatmgmt.conversation.TextKind;
import io.chatmgmt.conversation.WaitingOn;
import io.chatmgmt.escalation.EscalationFacts;
import io.chatmgmt.escalation.EscalationTrigger;
import io.chatmgmt.escalation.EscalationTriggers;
import io.chatmgmt.response.AiAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a person is called, how often, and why. */
class EscalationTest {

    @Test
    @DisplayName("C04 a request for a person is granted at once")
    void a_request_calls_a_person_at_once() {
        Stage stage = Stage.ofDefaults().customer("Get me a human", Heard.request());

        assertThat(stage.decisions()).containsExactly(DecisionKind.ESCALATE, DecisionKind.QUEUED);
        assertThat(stage.reasons(DecisionKind.ESCALATE)).containsExactly(ReasonCode.HUMAN_REQUEST);
        assertThat(stage.row().control()).isEqualTo(Control.HUMAN);
        assertThat(stage.row().assignee()).isNull();
        assertThat(stage.row().waitingOn()).isEqualTo(WaitingOn.HUMAN);
        assertThat(stage.row().ai().ticket()).isNull();
        assertThat(stage.event(MessageEvent.SystemWrote.class).template()).isEqualTo("ESCALATION_REQUESTED");
        assertThat(stage.handoff().priority()).isEqualTo(Priority.HIGH);
    }

    @Test
    @DisplayName("C18 every reason carries evidence: what was seen, where, and against which threshold")
    void a_reason_carries_evidence() {
        Stage stage = Stage.ofDefaults().customer("a", Heard.nothing()).customer("Get me a human", Heard.request());

        EscalationReason reason =
                stage.event(EscalationEvent.Raised.class).reasons().get(0);
        assertThat(reason.evidence()).singleElement().satisfies(evidence -> {
            assertThat(evidence.fact()).isEqualTo("asks_for_human");
            assertThat(evidence.message()).isEqualTo(2);
            assertThat(evidence.threshold()).isEqualTo(0.5);
            assertThat(evidence.spans()).isNotEmpty();
        });
        assertThat(reason.sentence()).isNotBlank();
    }

    @Test
    @DisplayName("T071 the same question a third time calls a person")
    void a_question_asked_three_times_calls_a_person() {
        Stage stage = Stage.ofDefaults()
                .customer("?", Heard.question(1, 2, 3, 4, 5))
                .afterSeconds(60)
                .customer("?", Heard.question(1, 2, 3, 4, 6))
                .afterSeconds(60)
                .customer("?", Heard.question(1, 2, 3, 4, 5, 6));

        assertThat(stage.decisions()).contains(DecisionKind.ESCALATE);
        EscalationReason reason =
                stage.event(EscalationEvent.Raised.class).reasons().get(0);
        assertThat(reason.code()).isEqualTo(ReasonCode.REPEATED_QUESTION);
        assertThat(reason.evidence()).extracting(Evidence::message).containsExactly(1, 2, 3);
    }

    @ParameterizedTest
    @DisplayName("T071 the same words within 5 s are a resend, from 5 s on a repeat")
    @CsvSource({"4999, 1", "5000, 2"})
    void a_resend_is_not_a_repeat(long millis, int questions) {
        Stage stage = Stage.ofDefaults()
                .customer("?", Heard.question(1, 2, 3, 4))
                .after(Duration.ofMillis(millis))
                .customer("?", Heard.question(1, 2, 3, 4));

        assertThat(stage.row().triggers().questions()).hasSize(questions);
    }

    @Test
    @DisplayName("T071 a message that asks nothing is never a repeated question")
    void small_talk_is_not_a_question() {
        Stage stage = Stage.ofDefaults();
        for (int i = 0; i < 5; i++) {
            stage.afterSeconds(10).customer("hello", Heard.smallTalk(SmallTalk.GREETING));
        }
        assertThat(stage.decisions()).isEmpty();
        assertThat(stage.row().triggers().questions()).isEmpty();
    }

    @Test
    @DisplayName("C03 an angry message calls a person and raises a flag")
    void anger_calls_a_person() {
        Stage stage = Stage.ofDefaults().customer("This is terrible!", Heard.anger());

        assertThat(stage.reasons(DecisionKind.ESCALATE)).containsExactly(ReasonCode.FRUSTRATION);
        assertThat(stage.row().flags().has(Flag.NEGATIVE_TURN)).isTrue();
        assertThat(stage.event(MessageEvent.SystemWrote.class).template()).isEqualTo("ESCALATION");
    }

    @Test
    @DisplayName("C06 a sensitive topic calls the right people, at the boundary and not below it")
    void a_sensitive_topic_calls_the_right_people() {
        Stage below = Stage.ofDefaults().customer("?", Heard.topic("refund", 0.5999));
        assertThat(below.caused(EscalationEvent.Raised.class)).isFalse();
        assertThat(below.event(EscalationEvent.NearlyRaised.class).reasons())
                .extracting(EscalationReason::code)
                .containsExactly(ReasonCode.TOPIC_SENSITIVE);

        Stage at = Stage.ofDefaults().customer("?", Heard.topic("refund", 0.6));
        EscalationEvent.Raised raised = at.event(EscalationEvent.Raised.class);
        assertThat(raised.level()).isEqualTo(Level.L2);
        assertThat(raised.queue()).isEqualTo("billing");
        assertThat(raised.priority()).isEqualTo(Priority.HIGH);

        Stage security = Stage.ofDefaults().topicIs("security").customer("I was hacked");
        assertThat(security.handoff().queue()).isEqualTo("technical");
        assertThat(security.handoff().priority()).isEqualTo(Priority.URGENT);
    }

    @Test
    @DisplayName("C07 a technical matter that drags on goes to specialists")
    void a_technical_matter_that_drags_on() {
        Stage stage = Stage.ofDefaults().topicIs("technical");
        for (int i = 0; i < 5; i++) {
            stage.customer("?").ai("a" + i, 0.95);
            assertThat(stage.row().control()).isEqualTo(Control.AI);
        }
        stage.customer("?");
        assertThat(stage.reasons(DecisionKind.ESCALATE)).containsExactly(ReasonCode.COMPLEX_TECHNICAL);
        assertThat(stage.handoff().queue()).isEqualTo("technical");
    }

    @Test
    @DisplayName("C07 so does one in which tools fail twice, or the confidence falls")
    void a_technical_matter_in_which_tools_fail() {
        Stage tools = Stage.ofDefaults()
                .topicIs("technical")
                .customer("?")
                .ai(new AiAnswer("a", Confidence.of(0.95), AiAction.CONTINUE, 1));
        assertThat(tools.decisions()).containsExactly(DecisionKind.DELIVER);
        tools.customer("?").ai(new AiAnswer("b", Confidence.of(0.95), AiAction.CONTINUE, 1));
        assertThat(tools.reasons(DecisionKind.ESCALATE)).containsExactly(ReasonCode.COMPLEX_TECHNICAL);

        Stage unsure = Stage.ofDefaults().topicIs("technical").customer("?").ai("a", 0.79);
        assertThat(unsure.reasons(DecisionKind.ESCALATE)).containsExactly(ReasonCode.COMPLEX_TECHNICAL);
        Stage sure = Stage.ofDefaults().topicIs("technical").customer("?").ai("a", 0.8);
        assertThat(sure.decisions()).containsExactly(DecisionKind.DELIVER);
    }

    @Test
    @DisplayName("C07 an AI that says that it does not know calls a person, whatever the topic")
    void an_ai_that_does_not_know_calls_a_person() {
        Stage stage = Stage.ofDefaults()
                .customer("?")
                .ai(AiAnswer.of("I do not know", 0.95).with(AiAction.DOES_NOT_KNOW));

        assertThat(stage.reasons(DecisionKind.ESCALATE)).containsExactly(ReasonCode.COMPLEX_TECHNICAL);
        assertThat(stage.caused(AnswerEvent.Sent.class)).isFalse();
    }

    @Test
    @DisplayName("C18 a near miss is journaled from half a threshold up")
    void a_near_miss_is_journaled() {
        Stage stage = Stage.ofDefaults().customer("?").ai("a", 0.5);
        assertThat(stage.caused(EscalationEvent.NearlyRaised.class)).isFalse();

        stage.customer("?").ai("b", 0.5);

        EscalationReason nearly =
                stage.event(EscalationEvent.NearlyRaised.class).reasons().get(0);
        assertThat(nearly.code()).isEqualTo(ReasonCode.LOW_CONFIDENCE_STREAK);
        assertThat(nearly.outcome()).isEqualTo(EscalationOutcome.NONE);
        assertThat(nearly.evidence()).hasSize(2);
        assertThat(stage.decisions()).containsExactly(DecisionKind.DELIVER);
    }

    @Test
    @DisplayName("T060 C14 one escalation at a time: later triggers add their reasons and may raise level and priority")
    void later_triggers_add_reasons() {
        Stage stage = Stage.ofDefaults().customer("Human!", Heard.request());
        Instant raisedAt = stage.now();

        stage.afterSeconds(10).customer("Human!!", Heard.request());
        assertThat(stage.kinds()).containsExactly(MessageEvent.CustomerWrote.class);

        stage.afterSeconds(10).customer("I was hacked", Heard.topic("security", 0.9));
        assertThat(stage.caused(EscalationEvent.Raised.class)).isFalse();
        assertThat(stage.caused(HandoffEvent.Queued.class)).isFalse();
        assertThat(stage.caused(MessageEvent.SystemWrote.class)).isFalse();
        assertThat(stage.event(HandoffEvent.Reprioritised.class).priority()).isEqualTo(Priority.URGENT);
        Escalation escalation = stage.row().escalation();
        assertThat(escalation.raisedAt()).isEqualTo(raisedAt);
        assertThat(escalation.reasons())
                .extracting(EscalationReason::code)
                .containsExactly(ReasonCode.HUMAN_REQUEST, ReasonCode.TOPIC_SENSITIVE);
        assertThat(escalation.level()).isEqualTo(Level.L2);
        assertThat(stage.handoff().orderKey()).isEqualTo(raisedAt.minus(Duration.ofMinutes(60)));

        stage.customer("This is terrible", Heard.anger());
        assertThat(stage.row().escalation().level()).isEqualTo(Level.L2);
        assertThat(stage.row().escalation().priority()).isEqualTo(Priority.URGENT);
    }

    @Test
    @DisplayName("T062 the AI's call for a person, given again, calls nobody again")
    void a_second_call_by_the_ai_calls_nobody() {
        Stage stage = Stage.under(policy -> policy.escalation(e -> e.mode(HandoffMode.INVITE)))
                .customer("?")
                .aiHandsOff("A colleague will be here soon");
        int handoff = stage.handoff().number();

        stage.customer("?").aiHandsOff("A colleague will be here soon, really");

        assertThat(stage.decisions()).containsExactly(DecisionKind.DELIVER);
        assertThat(stage.handoff().number()).isEqualTo(handoff);
    }

    @Test
    @DisplayName("T065 no trigger listens to messages that people have already taken over")
    void nobody_is_called_while_a_person_has_it() {
        Stage stage = Stage.ofDefaults().customer("?").joins(SARAH).customer("Human!", Heard.request());

        assertThat(stage.kinds()).containsExactly(MessageEvent.CustomerWrote.class);
    }

    @Test
    void a_person_escalates_with_a_reason_in_their_own_words() {
        Stage stage = Stage.ofDefaults().customer("?").escalatesByHand();

        assertThat(stage.decisions()).containsExactly(DecisionKind.ESCALATE, DecisionKind.QUEUED);
        assertThat(stage.reasons(DecisionKind.ESCALATE)).containsExactly(ReasonCode.MANUAL);
        int remark = stage.event(EscalationEvent.Raised.class)
                .reasons()
                .get(0)
                .evidence()
                .get(0)
                .message();
        assertThat(stage.text(remark).kind()).isEqualTo(TextKind.REASON);
        assertThat(stage.row().outbound()).hasSize(1);

        assertThat(stage.escalatesByHand().outcome()).isInstanceOf(Outcome.Unchanged.class);
        assertThat(stage.resolves().escalatesByHand().outcome()).isInstanceOf(Outcome.Lost.class);
    }

    @Test
    void escalating_what_a_person_has_changes_nothing() {
        Stage stage = Stage.ofDefaults().customer("?").joins(SARAH).escalatesByHand();

        assertThat(stage.outcome()).isInstanceOf(Outcome.Unchanged.class);
    }

    @Test
    @DisplayName("T032 a handoff asked for before the customer wrote anything is queued and told")
    void a_handoff_as_the_first_action_is_queued() {
        Stage stage = Stage.ofDefaults().opens().escalatesByHand();

        assertThat(stage.decisions()).containsExactly(DecisionKind.ESCALATE, DecisionKind.QUEUED);
        assertThat(stage.handoff().queue()).isEqualTo("general");
        assertThat(stage.row().waitingSince()).isNotNull();
    }

    @Test
    @DisplayName("B03 where the AI may not speak, the first message calls a person")
    void a_silent_ai_calls_a_person() {
        Stage stage = Stage.under(policy -> policy.response(r -> r.posture(Posture.OFF)))
                .customer("Hello");

        assertThat(stage.reasons(DecisionKind.ESCALATE)).containsExactly(ReasonCode.AI_SILENT);
        assertThat(stage.caused(AnswerEvent.TicketIssued.class)).isFalse();
    }

    @Test
    @DisplayName("T032 AI_SILENT and a request in the same message are one escalation with two reasons")
    void several_reasons_of_one_message_are_one_escalation() {
        Stage stage = Stage.under(policy -> policy.response(r -> r.posture(Posture.OFF)))
                .customer("Human", Heard.request());

        assertThat(stage.decisions()).containsExactly(DecisionKind.ESCALATE, DecisionKind.QUEUED);
        assertThat(stage.reasons(DecisionKind.ESCALATE))
                .containsExactly(ReasonCode.HUMAN_REQUEST, ReasonCode.AI_SILENT);
    }

    @Test
    void a_trigger_that_is_switched_off_is_not_asked() {
        Stage stage = Stage.under(policy -> policy.escalation(e -> e.disable(ReasonCode.HUMAN_REQUEST)))
                .customer("Human", Heard.request());

        assertThat(stage.decisions()).isEmpty();
    }

    @Test
    void a_trigger_of_ones_own_is_asked_with_the_message_counted_in() {
        Stage stage = Stage.ofDefaults()
                .trigger(EscalationTriggers.when("MANY_WORDS", facts -> facts.customerMessages() == 2))
                .customer("a");
        assertThat(stage.decisions()).isEmpty();

        stage.customer("b");

        assertThat(stage.reasons(DecisionKind.ESCALATE)).containsExactly("MANY_WORDS");
    }

    @Test
    @DisplayName("C18 an answer is dropped for the reason that called a person, not for a near miss before it")
    void a_dropped_answer_names_the_reason_that_called() {
        Stage stage = Stage.ofDefaults()
                .trigger(EscalationTriggers.when(
                        "FORBIDDEN", facts -> facts.text().contains("secret")))
                .customer("?")
                .ai("a", 0.5)
                .customer("?")
                .ai("the secret", 0.5);

        assertThat(stage.event(AnswerEvent.Dropped.class).code()).isEqualTo("FORBIDDEN");
    }

    @Test
    void a_trigger_may_only_flag() {
        Stage stage = Stage.ofDefaults()
                .trigger(new EscalationTrigger() {
                    @Override
                    public String code() {
                        return "LOOK";
                    }

                    @Override
                    public Optional<EscalationReason> evaluate(EscalationFacts facts) {
                        return Optional.of(EscalationReason.flag(code(), 0.5, Evidence.of("x", facts.message(), 1, 1)));
                    }
                })
                .customer("a");

        assertThat(stage.decisions()).containsExactly(DecisionKind.FLAG);
        assertThat(stage.row().flags().asSet()).containsExactly(Flag.ESCALATION_WANTED);
        assertThat(stage.row().control()).isEqualTo(Control.AI);
    }

    @Test
    void the_same_message_may_have_several_reasons_in_a_fixed_order() {
        MessageSignals both = new MessageSignals(
                Heard.request().asksForHuman(),
                Heard.anger().frustration(),
                SmallTalk.NONE,
                null,
                Heard.topic("refund", 0.9).topic().orElseThrow(),
                null);
        Stage stage = Stage.ofDefaults().customer("!", both);

        assertThat(stage.reasons(DecisionKind.ESCALATE))
                .isEqualTo(List.of(ReasonCode.HUMAN_REQUEST, ReasonCode.TOPIC_SENSITIVE, ReasonCode.FRUSTRATION));
        assertThat(stage.handoff().queue()).isEqualTo("billing");
    }
}
