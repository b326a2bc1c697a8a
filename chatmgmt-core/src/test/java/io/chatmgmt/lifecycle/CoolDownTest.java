package io.chatmgmt.lifecycle;

import static io.chatmgmt.lifecycle.Stage.SARAH;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.AiFailure;
import io.chatmgmt.conversation.DecisionKind;
import io.chatmgmt.conversation.EscalationEvent;
import io.chatmgmt.conversation.EscalationOutcome;
import io.chatmgmt.conversation.EscalationReason;
import io.chatmgmt.conversation.ReasonCode;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Which triggers are held back right after people have given a conversation back. */
class CoolDownTest {

    private static final Duration COOL_DOWN = Duration.ofMinutes(30);

    @Test
    @DisplayName("T068 C14 right after a hand-back a soft trigger is held back and needs twice the evidence")
    void a_soft_trigger_is_held_back_after_a_hand_back() {
        Stage stage = Stage.ofDefaults().customer("?").joins(SARAH).handsBack(SARAH);
        stage.afterSeconds(10).customer("Terrible", Heard.anger());
        assertThat(stage.caused(EscalationEvent.Raised.class)).isFalse();
        assertThat(stage.event(EscalationEvent.HeldBack.class).reasons())
                .extracting(EscalationReason::outcome)
                .containsExactly(EscalationOutcome.SUPPRESSED);
        assertThat(stage.row().ai().ticket()).isNotNull();

        stage.afterSeconds(10).customer("Terrible", Heard.anger());
        assertThat(stage.reasons(DecisionKind.ESCALATE)).containsExactly(ReasonCode.FRUSTRATION);
    }

    @Test
    @DisplayName("T068 the cool-down ends after 30 minutes, to the microsecond")
    void the_cool_down_ends() {
        Stage within = Stage.ofDefaults().customer("?").joins(SARAH).handsBack(SARAH);
        within.after(COOL_DOWN.minusNanos(1_000)).customer("Terrible", Heard.anger());
        assertThat(within.caused(EscalationEvent.HeldBack.class)).isTrue();

        Stage after = Stage.ofDefaults().customer("?").joins(SARAH).handsBack(SARAH);
        after.after(COOL_DOWN).customer("Terrible", Heard.anger());
        assertThat(after.caused(EscalationEvent.Raised.class)).isTrue();
    }

    @Test
    @DisplayName("T068 requests, AI failures and the AI's own call pass the cool-down")
    void hard_triggers_pass_the_cool_down() {
        assertThat(handedBack().customer("Human!", Heard.request()).caused(EscalationEvent.Raised.class))
                .isTrue();
        assertThat(handedBack().customer("?").aiFails(AiFailure.FATAL).caused(EscalationEvent.Raised.class))
                .isTrue();
        assertThat(handedBack().customer("?").aiHandsOff("").caused(EscalationEvent.Raised.class))
                .isTrue();
        assertThat(handedBack().escalatesByHand().caused(EscalationEvent.Raised.class))
                .isTrue();
    }

    @Test
    @DisplayName("T068 a streak of low answers right after a hand-back has to be as long again")
    void a_streak_is_twice_as_long_within_the_cool_down() {
        Stage stage = handedBack();
        for (int i = 1; i <= 5; i++) {
            stage.afterSeconds(10).customer("?").ai("a" + i, 0.5);
            assertThat(stage.decisions()).as("answer %s", i).containsExactly(DecisionKind.DELIVER);
        }
        stage.afterSeconds(10).customer("?").ai("a6", 0.5);
        assertThat(stage.decisions()).contains(DecisionKind.ESCALATE);
    }

    private static Stage handedBack() {
        return Stage.ofDefaults().customer("?").joins(SARAH).handsBack(SARAH).afterSeconds(10);
    }
}
