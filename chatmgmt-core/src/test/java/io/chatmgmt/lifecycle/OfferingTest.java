package io.chatmgmt.lifecycle;

import static io.chatmgmt.lifecycle.Stage.SARAH;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.Control;
import io.chatmgmt.conversation.DecisionKind;
import io.chatmgmt.conversation.EscalationEvent;
import io.chatmgmt.conversation.Evidence;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.MessageEvent;
import io.chatmgmt.conversation.ReasonCode;
import io.chatmgmt.conversation.SmallTalk;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Asking the customer before a person is called. */
class OfferingTest {

    @Test
    @DisplayName("T072 a bare \"agent\" is asked back once, the second time a person is called")
    void a_bare_word_is_asked_back_once() {
        Stage stage = Stage.ofDefaults().customer("agent", Heard.bareWord());
        assertThat(stage.decisions()).containsExactly(DecisionKind.OFFER_HUMAN);
        assertThat(stage.event(MessageEvent.SystemWrote.class).template()).isEqualTo("OFFER_HUMAN");
        assertThat(stage.row().control()).isEqualTo(Control.AI);

        stage.customer("agent", Heard.bareWord());

        assertThat(stage.reasons(DecisionKind.ESCALATE)).containsExactly(ReasonCode.HUMAN_REQUEST);
    }

    @Test
    @DisplayName("T072 a taken offer calls a person")
    void an_offer_that_is_taken_calls_a_person() {
        Stage stage = offered().customer("Yes, please", Heard.smallTalk(SmallTalk.AFFIRMATION));

        assertThat(stage.reasons(DecisionKind.ESCALATE)).containsExactly(ReasonCode.HUMAN_REQUEST);
        assertThat(stage.event(EscalationEvent.Raised.class).reasons().get(0).evidence())
                .extracting(Evidence::fact)
                .containsExactly("offer_accepted");
    }

    @Test
    @DisplayName("T072 a \"yes\" without an offer is only a yes")
    void a_yes_without_an_offer_is_only_a_yes() {
        Stage stage = Stage.ofDefaults().customer("Yes, please", Heard.smallTalk(SmallTalk.AFFIRMATION));

        assertThat(stage.decisions()).isEmpty();
    }

    @Test
    @DisplayName("T072 a declined offer is respected: later mild frustration only raises a flag")
    void an_offer_that_is_declined_is_respected() {
        Stage stage = offered().customer("No, thanks", Heard.smallTalk(SmallTalk.REFUSAL));
        assertThat(stage.caused(EscalationEvent.HumanNotWanted.class)).isTrue();

        stage.customer("Hm", Heard.mildFrustration()).customer("Hm", Heard.mildFrustration());
        assertThat(stage.decisions()).containsExactly(DecisionKind.FLAG);
        assertThat(stage.row().flags().has(Flag.ESCALATION_WANTED)).isTrue();

        stage.customer("Hm", Heard.mildFrustration());
        assertThat(stage.decisions()).isEmpty();
    }

    @Test
    @DisplayName("T072 a clear request after a declined offer is granted at once")
    void a_request_after_a_declined_offer_is_granted() {
        Stage stage = offered()
                .customer("No, thanks", Heard.smallTalk(SmallTalk.REFUSAL))
                .customer("Get me a human", Heard.request());

        assertThat(stage.decisions()).contains(DecisionKind.ESCALATE);
    }

    @Test
    @DisplayName("C05 an offer that was ignored becomes an escalation at the next reason")
    void an_ignored_offer_becomes_an_escalation() {
        Stage stage = offered().customer("Where is my invoice?");
        assertThat(stage.caused(EscalationEvent.HumanNotWanted.class)).isTrue();
        assertThat(stage.row().ai().ticket()).isNotNull();

        stage.customer("Hm", Heard.mildFrustration()).customer("Hm", Heard.mildFrustration());

        assertThat(stage.reasons(DecisionKind.ESCALATE)).containsExactly(ReasonCode.FRUSTRATION);
    }

    @Test
    @DisplayName("C05 a person is offered at most once an episode, also when the offer was taken and handed back")
    void a_person_is_offered_at_most_once_an_episode() {
        Stage stage = offered()
                .customer("Yes, please", Heard.smallTalk(SmallTalk.AFFIRMATION))
                .joins(SARAH)
                .handsBack(SARAH)
                .after(Duration.ofMinutes(30))
                .customer("agent", Heard.bareWord());
        assertThat(stage.decisions()).containsExactly(DecisionKind.ESCALATE, DecisionKind.QUEUED);

        stage.resolves().afterSeconds(1).customer("agent", Heard.bareWord());
        assertThat(stage.decisions()).containsExactly(DecisionKind.REOPENED, DecisionKind.OFFER_HUMAN);
    }

    @Test
    @DisplayName("C03 two mildly frustrated messages among three are asked back")
    void mild_frustration_is_asked_back() {
        Stage stage = Stage.ofDefaults()
                .customer("Hm", Heard.mildFrustration())
                .customer("Ok")
                .customer("Hm", Heard.mildFrustration());
        assertThat(stage.decisions()).containsExactly(DecisionKind.OFFER_HUMAN);

        Stage sparse = Stage.ofDefaults()
                .customer("Hm", Heard.mildFrustration())
                .customer("Ok")
                .customer("Ok")
                .customer("Hm", Heard.mildFrustration());
        assertThat(sparse.decisions()).isEmpty();
    }

    private static Stage offered() {
        return Stage.ofDefaults().customer("agent", Heard.bareWord());
    }
}
