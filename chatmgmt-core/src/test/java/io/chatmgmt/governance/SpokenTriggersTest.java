package io.chatmgmt.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.Control;
import io.chatmgmt.conversation.DecisionKind;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.ReasonCode;
import io.chatmgmt.testkit.Scenario;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What customers really write, from their words to the decision. */
class SpokenTriggersTest {

    @ParameterizedTest
    @DisplayName("T070 negations, parts of words and quotations make nobody angry")
    @ValueSource(
            strings = {
                "It is not terrible at all",
                "My cataract surgery is next week",
                "The reviews say \u201Cterrible and awful\u201D but I like it",
                "Could you act on it?"
            })
    void what_only_looks_like_anger_calls_nobody(String text) {
        Scenario scenario = Scenario.ofDefaults().customer(text);

        scenario.expectDecisions().expectControl(Control.AI);
        assertThat(scenario.conversation().flags().has(Flag.NEGATIVE_TURN)).isFalse();
    }

    @ParameterizedTest
    @DisplayName("T070 upper case, accents and other alphabets change nothing about anger")
    @ValueSource(strings = {"THIS IS TERRIBLE!!!", "Terrible, just térrible", "Das ist eine FRECHHEIT, furchtbar!"})
    void anger_calls_a_person(String text) {
        Scenario.ofDefaults()
                .customer(text)
                .expectDecisions(DecisionKind.ESCALATE, DecisionKind.QUEUED)
                .expectReason(ReasonCode.FRUSTRATION);
    }

    @Test
    @DisplayName("T071 the same question in other clothes, a third time, calls a person")
    void the_same_question_three_times_calls_a_person() {
        Scenario.ofDefaults()
                .customer("How do I change my delivery address?")
                .ai("In your profile", 0.95)
                .after(Duration.ofSeconds(20))
                .customer("how do i change my delivery address")
                .ai("Under Settings, Profile", 0.95)
                .after(Duration.ofSeconds(20))
                .customer("HOW DO I CHANGE MY DELIVERY ADDRESS???")
                .expectDecisions(DecisionKind.ESCALATE, DecisionKind.QUEUED)
                .expectReason(ReasonCode.REPEATED_QUESTION);
    }

    @Test
    @DisplayName("T071 an impatient finger is no repeated question, nor are hellos and thanks")
    void resends_and_small_talk_are_no_repeats() {
        Scenario resent = Scenario.ofDefaults();
        Scenario polite = Scenario.ofDefaults();
        for (int i = 0; i < 4; i++) {
            resent.after(Duration.ofSeconds(1))
                    .customer("How do I change my delivery address?")
                    .expectDecisions();
            polite.after(Duration.ofSeconds(10)).customer("hello").expectDecisions();
            polite.after(Duration.ofSeconds(10)).customer("ok, thanks").expectDecisions();
        }
    }

    @ParameterizedTest
    @DisplayName("T072 the product's own phrases call a person at once")
    @ValueSource(
            strings = {
                "Can I speak to a human?",
                "I need to talk to someone",
                "This isn't helping",
                "Get me a real person",
                "Transfer me to support"
            })
    void the_products_phrases_call_a_person(String text) {
        Scenario.ofDefaults()
                .customer(text)
                .expectDecisions(DecisionKind.ESCALATE, DecisionKind.QUEUED)
                .expectReason(ReasonCode.HUMAN_REQUEST)
                .expectControl(Control.HUMAN);
    }

    @Test
    @DisplayName("T072 a bare \"agent\" is asked back; yes calls a person")
    void a_bare_word_is_asked_back() {
        Scenario.ofDefaults()
                .customer("agent")
                .expectDecisions(DecisionKind.OFFER_HUMAN)
                .expectText("person")
                .customer("Yes, please")
                .expectDecisions(DecisionKind.ESCALATE, DecisionKind.QUEUED)
                .expectReason(ReasonCode.HUMAN_REQUEST);
    }

    @Test
    @DisplayName("T082 T060 a burst of requests is one escalation and one message to the customer")
    void a_burst_is_one_escalation() {
        Scenario scenario = Scenario.ofDefaults().customer("I want to speak to a human");
        for (int i = 0; i < 3; i++) {
            scenario.customer("I want to speak to a human now").expectDecisions();
        }

        assertThat(scenario.conversation().counts().system()).isEqualTo(1);
        assertThat(scenario.conversation().episode().handoffs()).isEqualTo(1);
    }
}
