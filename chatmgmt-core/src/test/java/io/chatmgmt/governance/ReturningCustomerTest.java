package io.chatmgmt.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Control;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Customer;
import io.chatmgmt.conversation.CustomerHistory;
import io.chatmgmt.conversation.DecisionKind;
import io.chatmgmt.conversation.Episode;
import io.chatmgmt.conversation.Resolution;
import io.chatmgmt.routing.AgentStatus;
import io.chatmgmt.testkit.Scenario;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A03 and A18: who comes back, and what is known of them then. */
class ReturningCustomerTest {

    private static final Customer KIM = Customer.of("kim");

    @Test
    @DisplayName("A18 a customer who is here for the first time has no history")
    void nobody_knows_a_new_customer() {
        Scenario scenario = Scenario.ofDefaults().customerIs(KIM).customer("Hello");

        assertThat(scenario.conversation().episode().history()).isEqualTo(CustomerHistory.NONE);
    }

    @Test
    @DisplayName("A18 T083 a returning customer is known by earlier episodes, the last agent and the last rating")
    void a_returning_customer_is_known() {
        Scenario scenario = Scenario.ofDefaults()
                .agent("sarah", "general")
                .customerIs(KIM)
                .customer("I need to talk to a human")
                .accepts("sarah")
                .writes("sarah", "Done")
                .resolves()
                .rates(2)
                .after(Duration.ofHours(30))
                .customer("Hello again");

        CustomerHistory history = scenario.conversation().episode().history();
        assertThat(history.earlierEpisodes()).isEqualTo(1);
        assertThat(history.lastAgent()).isEqualTo(AgentId.of("sarah"));
        assertThat(history.lastRating()).isEqualTo(2);
    }

    @Test
    @DisplayName("A18 also in another conversation")
    void a_returning_customer_is_known_in_another_conversation() {
        Scenario scenario =
                Scenario.ofDefaults().customerIs(KIM).customer("Hello").resolves();
        ConversationId other = ConversationId.of("other");

        scenario.governance()
                .onCustomerMessage(
                        CustomerMessage.of(other, "m-1", "Hello again").from(KIM));

        assertThat(scenario.governance()
                        .conversations()
                        .get(other)
                        .episode()
                        .history()
                        .earlierEpisodes())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("T083 the last agent who is not there now does not get the conversation by itself")
    void an_absent_last_agent_gets_nothing() {
        Scenario scenario = Scenario.ofDefaults()
                .agent("sarah", "general")
                .agent("tom", "general")
                .customerIs(KIM)
                .customer("I need to talk to a human");
        String first = scenario.conversation().handoff().offer().agent().value();
        scenario.accepts(first).resolves();
        scenario.governance().agents().status(AgentId.of(first), AgentStatus.OFFLINE);

        scenario.after(Duration.ofMinutes(1)).customer("I need to talk to a human");

        assertThat(scenario.conversation().handoff().offer().agent().value()).isNotEqualTo(first);
    }

    @Test
    @DisplayName("T083 what the person did stays in the history that the AI gets")
    void the_human_stretch_is_not_lost() {
        Scenario scenario = Scenario.ofDefaults()
                .agent("sarah", "general")
                .customer("I need to talk to a human")
                .accepts("sarah")
                .writes("sarah", "I have sent you the invoice")
                .handsBack("sarah")
                .customer("And the one of June?");

        assertThat(scenario.governance()
                        .conversations()
                        .history(scenario.conversation().id()))
                .extracting(text -> text.content())
                .contains("I have sent you the invoice");
    }

    @Test
    @DisplayName("A03 a message to a resolved conversation goes to the AI again, in a new episode")
    void coming_back_reopens_for_the_ai() {
        Scenario scenario = Scenario.ofDefaults()
                .agent("sarah", "general")
                .customer("I need to talk to a human")
                .accepts("sarah")
                .resolves()
                .after(Duration.ofMinutes(1))
                .customer("It is back");

        scenario.expectDecisions(DecisionKind.REOPENED).expectControl(Control.AI);
        assertThat(scenario.conversation().assignee()).isNull();
        assertThat(scenario.conversation().episode().number()).isEqualTo(2);
        assertThat(scenario.conversation().episode().kind()).isEqualTo(Episode.Kind.CONTINUATION);
        assertThat(scenario.conversation().ai().ticket()).isNotNull();
    }

    @Test
    @DisplayName("A03 a blocked customer's conversation stays resolved")
    void a_blocked_customer_stays_resolved() {
        Scenario scenario =
                Scenario.ofDefaults().customerIs(KIM).customer("Hello").resolves();
        scenario.governance().identify(scenario.conversation().id(), KIM.with(Customer.Standing.BLOCKED));

        scenario.customer("Hello?");

        scenario.expectDecisions();
        assertThat(scenario.conversation().isOpen()).isFalse();
        assertThat(scenario.conversation().counts().customer()).isEqualTo(2);
    }

    @Test
    @DisplayName("A03 a message of a node that is behind the clock of another reopens all the same")
    void a_node_that_is_behind_reopens_too() {
        Scenario scenario = Scenario.ofDefaults().customer("Hello").resolves();
        scenario.clock().advance(Duration.ofSeconds(-2));

        scenario.customer("Hello?");

        scenario.expectDecisions(DecisionKind.REOPENED);
        assertThat(scenario.conversation().ai().ticket()).isNotNull();
    }

    @Test
    void resolving_what_is_resolved_changes_nothing() {
        Scenario scenario = Scenario.ofDefaults().customer("Hello").resolves();
        long version = scenario.conversation().version();

        TurnResult again = scenario.governance().resolve(scenario.conversation().id(), Resolution.CONFIRMED);

        assertThat(again.events()).isEmpty();
        assertThat(again.version()).isEqualTo(version);
        assertThat(scenario.conversation().version()).isEqualTo(version);
    }
}
