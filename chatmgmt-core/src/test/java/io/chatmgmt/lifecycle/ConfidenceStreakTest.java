package io.chatmgmt.lifecycle;

import static io.chatmgmt.lifecycle.Stage.SARAH;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.Actor;
import io.chatmgmt.conversation.AiSettings;
import io.chatmgmt.conversation.Customer;
import io.chatmgmt.conversation.DecisionKind;
import io.chatmgmt.conversation.EscalationEvent;
import io.chatmgmt.conversation.EscalationReason;
import io.chatmgmt.conversation.Evidence;
import io.chatmgmt.conversation.ReasonCode;
import io.chatmgmt.conversation.ReviewAction;
import io.chatmgmt.conversation.SmallTalk;
import io.chatmgmt.escalation.EscalationPolicy.VipRoute;
import io.chatmgmt.response.AiAnswer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When answers of low confidence in a row call a person, and what counts as one. */
class ConfidenceStreakTest {

    @ParameterizedTest
    @DisplayName("T069 0.70 is not low, 0.6999 is: the third low answer in a row calls a person")
    @CsvSource({"0.6999, true", "0.7, false"})
    void three_low_answers_in_a_row_call_a_person(double third, boolean called) {
        Stage stage = Stage.ofDefaults()
                .customer("?")
                .ai("a", 0.5)
                .customer("?")
                .ai("b", 0.6)
                .customer("?")
                .ai("c", third);

        assertThat(stage.decisions().contains(DecisionKind.ESCALATE)).isEqualTo(called);
        if (called) {
            EscalationReason reason =
                    stage.event(EscalationEvent.Raised.class).reasons().get(0);
            assertThat(reason.code()).isEqualTo(ReasonCode.LOW_CONFIDENCE_STREAK);
            assertThat(reason.evidence()).extracting(Evidence::value).containsExactly(0.5, 0.6, third);
            assertThat(reason.evidence()).extracting(Evidence::threshold).containsOnly(0.7);
        }
    }

    @Test
    @DisplayName("T069 an unknown confidence neither counts nor resets the streak")
    void an_unknown_confidence_leaves_the_streak() {
        Stage stage = Stage.ofDefaults()
                .customer("?")
                .ai("a", 0.5)
                .customer("?")
                .ai(AiAnswer.of("b"))
                .customer("?")
                .ai("c", 0.5);
        assertThat(stage.row().triggers().lowAnswers()).hasSize(2);

        stage.customer("?").ai("d", 0.5);

        assertThat(stage.decisions()).contains(DecisionKind.ESCALATE);
    }

    @ParameterizedTest
    @DisplayName("C01 greetings and closings do not count, whatever their confidence")
    @ValueSource(doubles = {0.1, 0.99})
    void greetings_leave_the_streak(double confidence) {
        Stage stage = Stage.ofDefaults()
                .customer("?")
                .ai("a", 0.5)
                .customer("?")
                .ai(AiAnswer.of("Hello!", confidence), Heard.answer(SmallTalk.GREETING))
                .customer("?")
                .ai(AiAnswer.of("Bye!", confidence), Heard.answer(SmallTalk.CLOSING));

        assertThat(stage.row().triggers().lowAnswers()).hasSize(1);
    }

    @Test
    @DisplayName("C01 an answer that was held and replaced counts as low all the same")
    void a_held_answer_counts() {
        Stage stage = Stage.ofDefaults()
                .reviewersOnline(1)
                .customer("?")
                .ai("a", 0.5)
                .reviews(ReviewAction.REPLACE, "Better")
                .customer("?")
                .ai("b", 0.5)
                .reviews(ReviewAction.APPROVE, "")
                .customer("?")
                .ai("c", 0.5);

        assertThat(stage.decisions()).contains(DecisionKind.ESCALATE);
    }

    @Test
    @DisplayName("T069 the streak ends with a good answer, a hand-back and an episode")
    void the_streak_is_reset() {
        Stage good = Stage.ofDefaults().customer("?").ai("a", 0.5).customer("?").ai("b", 0.7);
        assertThat(good.row().triggers().lowAnswers()).isEmpty();

        Stage handedBack =
                Stage.ofDefaults().customer("?").ai("a", 0.5).joins(SARAH).handsBack(SARAH);
        assertThat(handedBack.row().triggers().lowAnswers()).isEmpty();

        Stage reopened =
                Stage.ofDefaults().customer("?").ai("a", 0.5).resolves().customer("?");
        assertThat(reopened.row().triggers().lowAnswers()).isEmpty();
    }

    @Test
    void a_persons_threshold_for_one_conversation_decides() {
        Stage stage = Stage.ofDefaults().customer("?");
        stage.when(Actor.supervisor("sue"), new PersonInput.Adjusts(new AiSettings(null, 0.9, null, null, null)));
        for (int i = 0; i < 3; i++) {
            stage.customer("?").ai("a" + i, 0.89);
        }
        assertThat(stage.decisions()).contains(DecisionKind.ESCALATE);
    }

    @Test
    @DisplayName("C11 a valued customer is helped after answers that would pass for others")
    void a_vip_is_helped_earlier() {
        Stage stage = Stage.ofDefaults().customerIs(Customer.of("vip").with(Customer.Standing.VIP));
        for (int i = 0; i < 3; i++) {
            stage.customer("?").ai("a" + i, 0.79);
        }
        assertThat(stage.reasons(DecisionKind.ESCALATE)).containsExactly(ReasonCode.CUSTOMER_VALUE);

        Stage regular = Stage.ofDefaults();
        for (int i = 0; i < 3; i++) {
            regular.customer("?").ai("a" + i, 0.79);
        }
        assertThat(regular.decisions()).containsExactly(DecisionKind.DELIVER);

        Stage direct = Stage.under(policy -> policy.escalation(e -> e.customerValue(VipRoute.DIRECT, 0.1)))
                .customerIs(Customer.of("vip").with(Customer.Standing.VIP))
                .customer("Hello");
        assertThat(direct.reasons(DecisionKind.ESCALATE)).containsExactly(ReasonCode.CUSTOMER_VALUE);
    }
}
