package io.chatmgmt.lifecycle;

import static io.chatmgmt.lifecycle.Stage.SARAH;
import static io.chatmgmt.lifecycle.Stage.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.Actor;
import io.chatmgmt.conversation.AiAction;
import io.chatmgmt.conversation.AiSettings;
import io.chatmgmt.conversation.AnswerEvent;
import io.chatmgmt.conversation.Confidence;
import io.chatmgmt.conversation.ConfidenceBand;
import io.chatmgmt.conversation.Control;
import io.chatmgmt.conversation.DecisionKind;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.HandoffMode;
import io.chatmgmt.conversation.HoldExpiry;
import io.chatmgmt.conversation.MessageEvent;
import io.chatmgmt.conversation.Posture;
import io.chatmgmt.conversation.ReasonCode;
import io.chatmgmt.conversation.Resolution;
import io.chatmgmt.conversation.StaleCause;
import io.chatmgmt.conversation.TextKind;
import io.chatmgmt.conversation.WaitingOn;
import io.chatmgmt.response.AiAnswer;
import io.chatmgmt.response.ResponsePolicy.AiSwitch;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of an answer of the AI. */
class AnswerTurnTest {

    @Test
    void a_good_answer_goes_out_and_uses_up_its_ticket() {
        Stage stage = Stage.ofDefaults()
                .customer("Where is my invoice?")
                .afterSeconds(2)
                .ai("Under Billing", 0.93);

        assertThat(stage.kinds()).containsExactly(AnswerEvent.Proposed.class, AnswerEvent.Sent.class);
        assertThat(stage.decisions()).containsExactly(DecisionKind.DELIVER);
        assertThat(stage.written()).singleElement().satisfies(text -> {
            assertThat(text.kind()).isEqualTo(TextKind.MESSAGE);
            assertThat(text.author()).isEqualTo(Actor.AI);
            assertThat(text.refersTo()).isEqualTo(1);
            assertThat(text.content()).isEqualTo("Under Billing");
        });
        assertThat(stage.row().ai().ticket()).isNull();
        assertThat(stage.row().waitingOn()).isEqualTo(WaitingOn.CUSTOMER);
        assertThat(stage.row().waitingSince()).isNull();
        assertThat(stage.row().outbound()).isEmpty();
    }

    @Test
    @DisplayName("B02 a moderate answer goes out with an advice to look at it")
    void a_moderate_answer_goes_out_with_an_advice() {
        Stage stage = Stage.ofDefaults().customer("?").ai("Perhaps", 0.70);

        assertThat(stage.event(AnswerEvent.Proposed.class).band()).isEqualTo(ConfidenceBand.MODERATE);
        assertThat(stage.decisions()).containsExactly(DecisionKind.DELIVER);
        assertThat(stage.row().flags().asSet()).containsExactly(Flag.CONSIDER_REVIEW);
    }

    @Test
    @DisplayName("T079 a low answer is sent with a flag at once when no reviewer is online")
    void a_low_answer_without_a_reviewer_goes_out_flagged() {
        Stage stage = Stage.ofDefaults().customer("?").ai("Perhaps", 0.6999);

        assertThat(stage.decisions()).containsExactly(DecisionKind.DELIVER);
        assertThat(stage.row().flags().asSet()).containsExactly(Flag.LOW_CONFIDENCE);
        assertThat(stage.event(AnswerEvent.Proposed.class).reviewersOnline()).isZero();
    }

    @Test
    @DisplayName("B01 a low answer waits for a reviewer who is online")
    void a_low_answer_is_held_for_a_reviewer() {
        Stage stage = Stage.ofDefaults().reviewersOnline(1).customer("?").ai("Perhaps", 0.6999);

        assertThat(stage.decisions()).containsExactly(DecisionKind.HOLD);
        assertThat(stage.written())
                .singleElement()
                .satisfies(text -> assertThat(text.kind()).isEqualTo(TextKind.DRAFT));
        assertThat(stage.held().deadline()).isEqualTo(START.plusSeconds(60));
        assertThat(stage.held().onExpiry()).isEqualTo(HoldExpiry.SEND);
        assertThat(stage.held().reasons()).containsExactly("LOW_CONFIDENCE");
        assertThat(stage.row().ai().ticket()).isNull();
        assertThat(stage.row().waitingOn()).isEqualTo(WaitingOn.HUMAN);
        assertThat(stage.row().counts().ai()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "0.95, 0.92, HIGH, HOLD, ",
        "0.95, 0.95, HIGH, DELIVER, ",
        "0.50, 0.50, LOW, DELIVER, CONSIDER_REVIEW",
        "0.50, 0.49, LOW, HOLD, ",
        ", 0.92, HIGH, DELIVER, ",
        ", 0.50, LOW, HOLD, "
    })
    @DisplayName("B11 what a person set as low is what the gate holds; the journal names the policy's band")
    void the_gate_holds_what_a_person_set_as_low(
            @Nullable Double threshold,
            double confidence,
            ConfidenceBand band,
            DecisionKind decision,
            @Nullable Flag flag) {
        Stage stage = Stage.ofDefaults().reviewersOnline(1).opens();
        if (threshold != null) {
            stage.when(
                    Actor.supervisor("sue"),
                    new PersonInput.Adjusts(new AiSettings(null, threshold, null, null, null)));
        }
        stage.customer("?").ai("Perhaps", confidence);

        assertThat(stage.decisions()).containsExactly(decision);
        assertThat(stage.event(AnswerEvent.Proposed.class).band()).isEqualTo(band);
        assertThat(stage.row().flags().asSet()).isEqualTo(flag == null ? Set.of() : Set.of(flag));
        if (decision == DecisionKind.HOLD) {
            assertThat(stage.held().reasons()).containsExactly("LOW_CONFIDENCE");
            assertThat(stage.held().band()).isEqualTo(band);
        }
    }

    @Test
    @DisplayName("B11 what a person set as low is flagged when nobody is there to review it")
    void what_a_person_set_as_low_is_flagged() {
        Stage stage = Stage.ofDefaults().opens();
        stage.when(Actor.supervisor("sue"), new PersonInput.Adjusts(new AiSettings(null, 0.95, null, null, null)))
                .customer("?")
                .ai("Perhaps", 0.92);

        assertThat(stage.decisions()).containsExactly(DecisionKind.DELIVER);
        assertThat(stage.row().flags().asSet()).containsExactly(Flag.LOW_CONFIDENCE);
    }

    @Test
    @DisplayName("T069 an unknown confidence goes out, unflagged, in a band of its own")
    void an_unknown_confidence_goes_out() {
        Stage stage = Stage.ofDefaults().reviewersOnline(1).customer("?").ai(AiAnswer.of("Perhaps"));

        assertThat(stage.decisions()).containsExactly(DecisionKind.DELIVER);
        assertThat(stage.event(AnswerEvent.Proposed.class).band()).isEqualTo(ConfidenceBand.UNKNOWN);
        assertThat(stage.row().flags().asSet()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Gate.class)
    void the_gate_asks_in_a_fixed_order(Gate gate) {
        Stage stage = Stage.under(policy -> policy.response(r ->
                        r.ai(gate.ai).posture(gate.posture).hold(gate.heldTopic).sampling(gate.sampling)))
                .reviewersOnline(gate.reviewers)
                .topicIs("billing")
                .opens()
                .underPolicy(policy -> policy.response(r -> r.ai(AiSwitch.ON).posture(Posture.AUTO)))
                .customer("?")
                .underPolicy(policy -> policy.response(r -> r.ai(gate.ai).posture(gate.posture)));

        stage.ai("Answer", gate.confidence);

        assertThat(stage.decisions().get(0)).isEqualTo(gate.decision);
        if (gate.decision == DecisionKind.HOLD) {
            assertThat(stage.held().reasons()).containsExactly(gate.code);
        } else if (gate.decision == DecisionKind.DISCARD) {
            assertThat(stage.event(AnswerEvent.Dropped.class).code()).isEqualTo(gate.code);
            assertThat(stage.reasons(DecisionKind.ESCALATE)).containsExactly(ReasonCode.AI_SILENT);
        }
    }

    /** Everything after the first rule that speaks would say something else. */
    enum Gate {
        KILL_SWITCH(AiSwitch.OFF, Posture.DRAFT_ONLY, 1, "billing", 0.1, 1, DecisionKind.DISCARD, "AI_SILENT"),
        POSTURE_OFF(AiSwitch.ON, Posture.OFF, 1, "billing", 0.1, 1, DecisionKind.DISCARD, "AI_SILENT"),
        DRAFT_ONLY(AiSwitch.ON, Posture.DRAFT_ONLY, 1, "billing", 0.1, 1, DecisionKind.HOLD, "DRAFT_ONLY"),
        DRAFT_FOR_NOBODY(AiSwitch.ON, Posture.DRAFT_ONLY, 0, "billing", 0.1, 1, DecisionKind.DISCARD, "AI_SILENT"),
        TOPIC(AiSwitch.ON, Posture.REVIEW_LOW, 1, "billing", 0.1, 1, DecisionKind.HOLD, "TOPIC"),
        BAND(AiSwitch.ON, Posture.REVIEW_LOW, 1, "sales", 0.1, 1, DecisionKind.HOLD, "LOW_CONFIDENCE"),
        SAMPLE(AiSwitch.ON, Posture.REVIEW_LOW, 1, "sales", 0.99, 1, DecisionKind.HOLD, "SAMPLE"),
        NO_SAMPLE(AiSwitch.ON, Posture.REVIEW_LOW, 1, "sales", 0.99, 0, DecisionKind.DELIVER, ""),
        NO_REVIEWER(AiSwitch.ON, Posture.REVIEW_LOW, 0, "billing", 0.1, 1, DecisionKind.DELIVER, ""),
        AUTO(AiSwitch.ON, Posture.AUTO, 1, "billing", 0.1, 1, DecisionKind.DELIVER, "");

        private final AiSwitch ai;
        private final Posture posture;
        private final int reviewers;
        private final String heldTopic;
        private final double confidence;
        private final double sampling;
        private final DecisionKind decision;
        private final String code;

        Gate(
                AiSwitch ai,
                Posture posture,
                int reviewers,
                String heldTopic,
                double confidence,
                double sampling,
                DecisionKind decision,
                String code) {
            this.ai = ai;
            this.posture = posture;
            this.reviewers = reviewers;
            this.heldTopic = heldTopic;
            this.confidence = confidence;
            this.sampling = sampling;
            this.decision = decision;
            this.code = code;
        }
    }

    @Test
    void a_person_may_change_the_posture_of_one_conversation() {
        Stage stage = Stage.ofDefaults().reviewersOnline(1).customer("?");
        stage.when(Actor.supervisor("sue"), new PersonInput.Adjusts(AiSettings.OF_POLICY.with(Posture.DRAFT_ONLY)));

        stage.ai("Sure", 0.99);

        assertThat(stage.decisions()).containsExactly(DecisionKind.HOLD);
    }

    @Test
    void settings_travel_with_the_ticket_and_end_with_the_episode() {
        AiSettings settings = new AiSettings(Posture.AUTO, 0.5, "de", "kb-7", 9);
        Stage stage = Stage.ofDefaults().customer("?");
        stage.when(Actor.supervisor("sue"), new PersonInput.Adjusts(settings));
        assertThat(stage.when(Actor.supervisor("sue"), new PersonInput.Adjusts(settings))
                        .outcome())
                .isInstanceOf(Outcome.Unchanged.class);

        stage.customer("??");
        assertThat(stage.ticket().settings()).isEqualTo(settings);
        assertThat(stage.ticket().language()).isEqualTo("de");

        stage.resolves().when(Actor.supervisor("sue"), new PersonInput.Adjusts(AiSettings.OF_POLICY));
        assertThat(stage.outcome()).isInstanceOf(Outcome.Lost.class);
        stage.afterSeconds(1).customer("???");
        assertThat(stage.ticket().settings()).isEqualTo(AiSettings.OF_POLICY);
    }

    @Test
    void the_ai_may_ask_for_a_turn_of_its_own() {
        Stage stage = Stage.ofDefaults().opens().aiWantsTurn();
        assertThat(stage.ticket().message()).isZero();

        stage.ai("Welcome!", 0.99);

        assertThat(stage.decisions()).containsExactly(DecisionKind.DELIVER);
    }

    @Test
    void the_ai_gets_no_turn_where_it_may_not_speak() {
        assertThat(Stage.ofDefaults().customer("?").joins(SARAH).aiWantsTurn().outcome())
                .isInstanceOf(Outcome.Lost.class);
        assertThat(Stage.ofDefaults().customer("?").resolves().aiWantsTurn().outcome())
                .isInstanceOf(Outcome.Lost.class);
        assertThat(Stage.under(policy -> policy.response(r -> r.posture(Posture.OFF)))
                        .opens()
                        .aiWantsTurn()
                        .outcome())
                .isInstanceOf(Outcome.Lost.class);
    }

    @Test
    void a_newer_answer_takes_the_place_of_one_that_is_held() {
        Stage stage = Stage.ofDefaults().reviewersOnline(1).customer("?").ai("Perhaps", 0.4);
        int held = stage.held().ticket();

        stage.aiWantsTurn();
        assertThat(stage.held().ticket()).isEqualTo(held);
        stage.ai("I have found it", 0.95);

        assertThat(stage.event(AnswerEvent.WentStale.class))
                .satisfies(stale -> assertThat(stale.ticket()).isEqualTo(held))
                .satisfies(stale -> assertThat(stale.cause()).isEqualTo(StaleCause.NEWER_TICKET));
        assertThat(stage.row().ai().held()).isNull();
        assertThat(stage.decisions()).containsExactly(DecisionKind.STALE, DecisionKind.DELIVER);
    }

    @Test
    void an_answer_may_close_the_matter() {
        Stage stage = Stage.ofDefaults()
                .customer("Thanks")
                .ai(AiAnswer.of("You are welcome. Goodbye!", 0.95).with(AiAction.RESOLVE));

        assertThat(stage.decisions()).containsExactly(DecisionKind.DELIVER, DecisionKind.RESOLVED);
        assertThat(stage.row().episode().resolution()).isEqualTo(Resolution.ASSUMED);
        assertThat(stage.row().waitingOn()).isEqualTo(WaitingOn.NOBODY);
    }

    @Test
    @DisplayName("T063 the AI's own closing words are the only ones")
    void the_ais_own_words_close() {
        Stage stage = Stage.ofDefaults().customer("?").aiHandsOff("I am getting a colleague");

        assertThat(stage.decisions()).containsExactly(DecisionKind.DELIVER, DecisionKind.ESCALATE, DecisionKind.QUEUED);
        assertThat(stage.reasons(DecisionKind.ESCALATE)).containsExactly(ReasonCode.AI_HANDOFF);
        assertThat(stage.written())
                .singleElement()
                .satisfies(text -> assertThat(text.content()).isEqualTo("I am getting a colleague"));
        assertThat(stage.caused(MessageEvent.SystemWrote.class)).isFalse();
    }

    @Test
    @DisplayName("T063 the template closes when the AI has no words")
    void the_template_closes_for_a_wordless_ai() {
        Stage stage = Stage.ofDefaults().customer("?").aiHandsOff("");

        assertThat(stage.decisions()).containsExactly(DecisionKind.ESCALATE, DecisionKind.QUEUED);
        assertThat(stage.written())
                .singleElement()
                .satisfies(text -> assertThat(text.author()).isEqualTo(Actor.SYSTEM));
    }

    @Test
    @DisplayName("T063 also when it is not sure of itself: no words are no low answer")
    void a_wordless_call_is_no_low_answer() {
        Stage stage = Stage.ofDefaults().customer("?").ai(new AiAnswer("", Confidence.of(0.1), AiAction.HANDOFF, 0));

        assertThat(stage.decisions()).containsExactly(DecisionKind.ESCALATE, DecisionKind.QUEUED);
        assertThat(stage.row().triggers().lowAnswers()).isEmpty();
    }

    @Test
    @DisplayName("T063 words that nobody may send unseen are not the closing text: the template is")
    void drafted_closing_words_do_not_go_out() {
        Stage stage = Stage.under(policy -> policy.response(r -> r.posture(Posture.DRAFT_ONLY)))
                .reviewersOnline(1)
                .customer("?")
                .aiHandsOff("I am getting a colleague");

        assertThat(stage.decisions()).containsExactly(DecisionKind.DISCARD, DecisionKind.ESCALATE, DecisionKind.QUEUED);
        assertThat(stage.reasons(DecisionKind.ESCALATE)).containsExactly(ReasonCode.AI_HANDOFF);
        assertThat(stage.written()).extracting(text -> text.kind()).containsExactly(TextKind.DRAFT, TextKind.MESSAGE);
        assertThat(stage.written().get(1).author()).isEqualTo(Actor.SYSTEM);
    }

    @Test
    void a_wordless_call_for_a_person_who_is_invited_already_uses_up_the_ticket() {
        Stage stage = Stage.under(policy -> policy.escalation(e -> e.mode(HandoffMode.INVITE)))
                .customer("?")
                .aiHandsOff("I am getting a colleague")
                .customer("How long?")
                .aiHandsOff("");

        assertThat(stage.row().control()).isEqualTo(Control.INVITED);
        assertThat(stage.row().ai().ticket()).isNull();
        assertThat(stage.row().waitingOn()).isEqualTo(WaitingOn.HUMAN);
        assertThat(stage.written()).isEmpty();
    }

    @Test
    @DisplayName("T065 words that look like a signal are only words")
    void a_signal_within_the_words_is_not_relied_on() {
        Stage stage = Stage.ofDefaults().customer("?").ai("[[HANDOFF]] conversation_handoff", 0.95);

        assertThat(stage.decisions()).containsExactly(DecisionKind.DELIVER);
        assertThat(stage.row().control()).isEqualTo(Control.AI);
    }

    @Test
    @DisplayName("B08 the answer that completes a streak gives way to the escalation message")
    void the_answer_that_completes_a_streak_is_not_sent() {
        Stage stage = Stage.ofDefaults()
                .customer("?")
                .ai("a", 0.6)
                .customer("?")
                .ai("b", 0.6)
                .customer("?");

        stage.ai("c", 0.6);

        assertThat(stage.decisions()).containsExactly(DecisionKind.ESCALATE, DecisionKind.QUEUED, DecisionKind.DISCARD);
        assertThat(stage.row().counts().ai()).isEqualTo(2);
        assertThat(stage.written()).extracting(text -> text.kind()).containsExactly(TextKind.DRAFT, TextKind.MESSAGE);
    }

    @Test
    @DisplayName("T164 a kill switch that flips while the AI is writing drops the answer and calls a person")
    void a_kill_switch_drops_the_answer_under_way() {
        Stage stage = Stage.ofDefaults()
                .customer("?")
                .underPolicy(policy -> policy.response(r -> r.ai(AiSwitch.OFF)))
                .ai("Yes", 0.99);

        assertThat(stage.decisions()).containsExactly(DecisionKind.DISCARD, DecisionKind.ESCALATE, DecisionKind.QUEUED);
        assertThat(stage.row().counts().ai()).isZero();
    }

    @Test
    void tool_errors_are_counted_over_the_episode() {
        Stage stage = Stage.ofDefaults()
                .customer("?")
                .ai(new AiAnswer("a", Confidence.of(0.9), AiAction.CONTINUE, 2))
                .customer("?")
                .ai(new AiAnswer("b", Confidence.of(0.9), AiAction.CLARIFY, 1));

        assertThat(stage.row().ai().toolErrors()).isEqualTo(3);
    }

    @Test
    void a_sample_is_the_same_for_every_repeat() {
        Stage first =
                Stage.under(policy -> policy.response(r -> r.sampling(0.5))).reviewersOnline(1);
        Stage second =
                Stage.under(policy -> policy.response(r -> r.sampling(0.5))).reviewersOnline(1);
        int held = 0;
        for (int i = 0; i < 64; i++) {
            first.customer("?" + i).ai("Answer " + i, 0.95);
            second.customer("?" + i).ai("Answer " + i, 0.95);
            assertThat(second.decisions()).isEqualTo(first.decisions());
            held += first.decisions().contains(DecisionKind.HOLD) ? 1 : 0;
        }
        assertThat(held).isBetween(16, 48);
    }

    @Test
    void flags_that_a_person_took_down_stay_down() {
        Stage stage = Stage.ofDefaults().customer("?").ai("Perhaps", 0.75);
        stage.when(Actor.agent("sarah"), new PersonInput.TakesDown(Flag.CONSIDER_REVIEW));

        stage.customer("?").ai("Perhaps not", 0.75);

        assertThat(stage.row().flags().asSet()).isEqualTo(Set.of());
    }
}
