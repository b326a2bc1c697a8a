package io.chatmgmt.lifecycle;

import static io.chatmgmt.lifecycle.Stage.SARAH;
import static io.chatmgmt.lifecycle.Stage.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.Actor;
import io.chatmgmt.conversation.AnswerEvent;
import io.chatmgmt.conversation.Control;
import io.chatmgmt.conversation.ConversationTopic;
import io.chatmgmt.conversation.Customer;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.LifecycleEvent;
import io.chatmgmt.conversation.MessageEvent;
import io.chatmgmt.conversation.Placement;
import io.chatmgmt.conversation.Source;
import io.chatmgmt.conversation.StaleCause;
import io.chatmgmt.conversation.Ticket;
import io.chatmgmt.conversation.WaitingOn;
import io.chatmgmt.response.AiAnswer;
import io.chatmgmt.response.ResponsePolicy.NewerMessage;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a customer's message causes. */
class CustomerTurnTest {

    @Test
    void the_first_message_opens_the_conversation_and_asks_the_ai() {
        Stage stage = Stage.ofDefaults().customer("Where is my invoice?");

        assertThat(stage.kinds())
                .containsExactly(
                        LifecycleEvent.Opened.class, MessageEvent.CustomerWrote.class, AnswerEvent.TicketIssued.class);
        assertThat(stage.row().control()).isEqualTo(Control.AI);
        assertThat(stage.row().waitingOn()).isEqualTo(WaitingOn.AI);
        assertThat(stage.ticket().number()).isEqualTo(1);
        assertThat(stage.ticket().message()).isEqualTo(1);
        assertThat(stage.ticket().epoch()).isEqualTo(stage.row().controlEpoch());
        assertThat(stage.ticket().deadline()).isEqualTo(START.plusSeconds(30));
        assertThat(stage.ticket().language()).isEqualTo("en");
    }

    @Test
    void what_the_host_knows_when_it_begins_is_noted() {
        Stage stage = Stage.ofDefaults().topicIs("sales").languageIs("pt-BR").customer("Oi");

        assertThat(stage.row().topic()).isEqualTo(new ConversationTopic("sales", 1, Source.GIVEN));
        assertThat(stage.row().language().tag()).isEqualTo("pt-BR");
        assertThat(stage.row().channel()).isEqualTo("web");
        assertThat(stage.ticket().language()).isEqualTo("pt-BR");
    }

    @Test
    void a_newer_message_gets_a_newer_ticket_and_the_older_answer_is_stale() {
        Stage stage = Stage.ofDefaults().customer("Where is my invoice?");
        Ticket first = stage.ticket();
        stage.afterSeconds(3).customer("The one of May");
        assertThat(stage.ticket().message()).isEqualTo(2);

        stage.ai(first, AiAnswer.of("Which one?", 0.95));

        assertThat(stage.event(AnswerEvent.WentStale.class).cause()).isEqualTo(StaleCause.NEWER_MESSAGE);
        assertThat(stage.row().ai().ticket()).isNotNull();
        assertThat(stage.row().counts().ai()).isZero();
    }

    @Test
    void a_patient_policy_lets_the_ai_finish_and_then_asks_for_the_newer_message() {
        Stage stage = Stage.under(policy -> policy.response(r -> r.newerMessage(NewerMessage.SEND)))
                .customer("Where is my invoice?");
        Ticket first = stage.ticket();
        stage.afterSeconds(3).customer("The one of May");
        assertThat(stage.ticket()).isEqualTo(first);

        stage.afterSeconds(1).ai(first, AiAnswer.of("Under Billing", 0.95));

        assertThat(stage.kinds()).contains(AnswerEvent.Sent.class, AnswerEvent.TicketIssued.class);
        assertThat(stage.ticket().message()).isEqualTo(2);
        assertThat(stage.row().waitingOn()).isEqualTo(WaitingOn.AI);
        assertThat(stage.row().waitingSince()).isNotNull();
    }

    @Test
    void a_patient_policy_asks_for_the_newer_message_after_a_failure_too() {
        Stage stage = Stage.under(policy -> policy.response(r -> r.newerMessage(NewerMessage.SEND)))
                .customer("Where is my invoice?");
        stage.afterSeconds(3).customer("The one of May").afterSeconds(30).timePasses();

        assertThat(stage.kinds()).contains(AnswerEvent.FellBack.class, AnswerEvent.TicketIssued.class);
        assertThat(stage.ticket().message()).isEqualTo(2);
    }

    @Test
    void a_patient_policy_asks_for_the_first_message_when_the_ai_had_opened_the_talk() {
        Stage stage = Stage.under(policy -> policy.response(r -> r.newerMessage(NewerMessage.SEND)))
                .opens()
                .aiWantsTurn();
        Ticket greeting = stage.ticket();
        assertThat(greeting.message()).isZero();
        stage.customer("Hello?").ai(greeting, AiAnswer.of("Welcome", 0.99));

        assertThat(stage.ticket().message()).isEqualTo(1);
    }

    @Test
    void a_message_to_a_person_asks_no_ai() {
        Stage stage = Stage.ofDefaults().customer("Hello").joins(SARAH).customer("Are you real?");

        assertThat(stage.kinds()).containsExactly(MessageEvent.CustomerWrote.class);
        assertThat(stage.row().waitingOn()).isEqualTo(WaitingOn.HUMAN);
        assertThat(stage.row().ai().ticket()).isNull();
    }

    @Test
    @DisplayName("A20 a message sent before the current control began orders the history and causes nothing")
    void a_late_message_causes_nothing() {
        Stage stage = Stage.ofDefaults().customer("Hello").afterSeconds(60).joins(SARAH);
        Instant joined = stage.now();
        stage.handsBack(SARAH).afterSeconds(10);

        stage.customer("I want a human!", joined.minusNanos(1_000), Heard.request());

        assertThat(stage.event(MessageEvent.CustomerWrote.class).placement()).isEqualTo(Placement.LATE);
        assertThat(stage.kinds()).containsExactly(MessageEvent.CustomerWrote.class);
        assertThat(stage.row().numbers().question()).isEqualTo(1);
        assertThat(stage.text(stage.row().numbers().texts()).sentAt()).isEqualTo(joined.minusNanos(1_000));
    }

    @Test
    @DisplayName("A20 a message sent at the very instant at which the current control began is not late")
    void a_message_of_the_same_instant_is_current() {
        Stage stage = Stage.ofDefaults().customer("Hello").afterSeconds(60).joins(SARAH);
        Instant joined = stage.now();

        stage.afterSeconds(5).customer("Hi Sarah", joined, Heard.nothing());

        assertThat(stage.event(MessageEvent.CustomerWrote.class).placement()).isEqualTo(Placement.CURRENT);
        assertThat(stage.row().waitingOn()).isEqualTo(WaitingOn.HUMAN);
    }

    @Test
    @DisplayName("A20 a late message to a resolved conversation does not reopen it")
    void a_late_message_does_not_reopen() {
        Stage stage = Stage.ofDefaults().customer("Thanks").afterSeconds(60).resolves();

        stage.afterSeconds(1).customer("Bye", START.plusSeconds(59), Heard.nothing());

        assertThat(stage.row().isOpen()).isFalse();
        assertThat(stage.row().episode().number()).isEqualTo(1);
        assertThat(stage.kinds()).containsExactly(MessageEvent.CustomerWrote.class);
    }

    @Test
    @DisplayName("A03 a blocked customer's message is kept and nothing acts on it")
    void a_blocked_customer_is_not_answered() {
        Stage stage = Stage.ofDefaults()
                .customerIs(Customer.of("kim").with(Customer.Standing.BLOCKED))
                .customer("Get me a human", Heard.request());

        assertThat(stage.kinds()).containsExactly(LifecycleEvent.Opened.class, MessageEvent.CustomerWrote.class);
        assertThat(stage.event(MessageEvent.CustomerWrote.class).placement()).isEqualTo(Placement.IGNORED);
        assertThat(stage.row().ai().ticket()).isNull();
        assertThat(stage.row().waitingOn()).isEqualTo(WaitingOn.CUSTOMER);
    }

    @Test
    @DisplayName("A03 a blocked customer's message does not reopen a resolved conversation")
    void a_blocked_customer_does_not_reopen() {
        Stage stage = Stage.ofDefaults()
                .customerIs(Customer.of("kim").with(Customer.Standing.BLOCKED))
                .customer("Hello")
                .resolves()
                .afterSeconds(60)
                .customer("Hello?");

        assertThat(stage.row().isOpen()).isFalse();
    }

    @Test
    @DisplayName("A17 a recognised topic is set, replaced only by a clear one, and never outweighs the host's")
    void topics_are_recognised() {
        Stage stage = Stage.ofDefaults().customer("My bill", Heard.topic("billing", 0.4));
        assertThat(stage.row().topic()).isEqualTo(new ConversationTopic("billing", 0.4, Source.DETECTED));

        stage.customer("A crash?", Heard.topic("technical", 0.59));
        assertThat(stage.row().topic().code()).isEqualTo("billing");

        stage.customer("A crash!", Heard.topic("technical", 0.6));
        assertThat(stage.row().topic().code()).isEqualTo("technical");

        stage.when(Actor.SYSTEM, new HostInput.SetsTopic("sales")).customer("A crash!", Heard.topic("technical", 1));
        assertThat(stage.row().topic().code()).isEqualTo("sales");
    }

    @Test
    void setting_the_topic_or_language_that_is_set_changes_nothing() {
        Stage stage = Stage.ofDefaults().topicIs("sales").languageIs("de").customer("Hallo");

        stage.when(Actor.SYSTEM, new HostInput.SetsTopic("sales"));
        assertThat(stage.outcome()).isInstanceOf(Outcome.Unchanged.class);
        stage.when(Actor.SYSTEM, new HostInput.SetsLanguage("de"));
        assertThat(stage.outcome()).isInstanceOf(Outcome.Unchanged.class);
        stage.when(Actor.SYSTEM, new HostInput.SetsLanguage("fr"));
        assertThat(stage.row().language().tag()).isEqualTo("fr");
    }

    @Test
    void who_the_customer_is_stands_in_the_row_and_not_in_the_journal() {
        Stage stage = Stage.ofDefaults().customer("Hello");
        Customer ada = Customer.of("ada").named("Ada Lovelace");

        stage.when(Actor.SYSTEM, new HostInput.Identifies(ada));

        assertThat(stage.row().customer()).isEqualTo(ada);
        assertThat(stage.events().toString()).doesNotContain("Ada");
        stage.when(Actor.SYSTEM, new HostInput.Identifies(ada));
        assertThat(stage.outcome()).isInstanceOf(Outcome.Unchanged.class);
    }

    @Test
    @DisplayName("T156 a language is locked when a guess is clear enough, and not below")
    void a_language_is_locked_when_it_is_clear() {
        Stage stage = Stage.ofDefaults().customer("Hm", Heard.language("de", 0.19, 2));
        assertThat(stage.row().language().source()).isEqualTo(Source.DEFAULT);

        stage.customer("Guten Tag", Heard.language("de", 0.2, 8));
        assertThat(stage.row().language().tag()).isEqualTo("de");
        assertThat(stage.row().language().source()).isEqualTo(Source.DETECTED);
    }

    @Test
    @DisplayName("T156 a locked language changes after two clear messages in a row, not for an \"ok\"")
    void a_locked_language_changes_after_two_clear_messages() {
        Stage stage = Stage.ofDefaults().customer("Guten Tag", Heard.language("de", 0.9, 30));

        stage.customer("ok", Heard.language("en", 1, 2)).customer("ok", Heard.language("en", 1, 2));
        assertThat(stage.row().language().tag()).isEqualTo("de");

        stage.customer("I would rather write in English", Heard.language("en", 0.8, 20));
        assertThat(stage.row().language().tag()).isEqualTo("de");
        stage.customer("Oder doch nicht", Heard.language("de", 0.9, 13));
        stage.customer("I would rather write in English", Heard.language("en", 0.8, 20));
        assertThat(stage.row().language().tag()).isEqualTo("de");
        stage.customer("Could you do that, please", Heard.language("en", 0.8, 20));
        assertThat(stage.row().language().tag()).isEqualTo("en");
    }

    @Test
    @DisplayName("T156 an unsure guess neither agrees nor disagrees with a locked language")
    void an_unsure_guess_neither_agrees_nor_disagrees() {
        Stage stage = Stage.ofDefaults().customer("Guten Tag", Heard.language("de", 0.9, 30));
        stage.customer("I would rather write in English", Heard.language("en", 0.8, 20));
        stage.customer("Samsung", Heard.language("de", 0.1, 7));
        stage.customer("Could you do that, please", Heard.language("en", 0.8, 20));
        assertThat(stage.row().language().tag()).isEqualTo("en");
    }

    @Test
    @DisplayName("T156 switching back takes two clear messages again")
    void switching_back_takes_two_messages_again() {
        Stage stage = Stage.ofDefaults().customer("Guten Tag", Heard.language("de", 0.9, 30));
        stage.customer("I would rather write in English", Heard.language("en", 0.9, 30))
                .customer("Could you do that, please", Heard.language("en", 0.9, 30));
        stage.customer("Dann eben doch auf Deutsch", Heard.language("de", 0.9, 30));
        assertThat(stage.row().language().tag()).isEqualTo("en");
        stage.customer("So geht es besser", Heard.language("de", 0.9, 30));
        assertThat(stage.row().language().tag()).isEqualTo("de");
        assertThat(stage.row().language().differing()).isEqualTo(4);
    }

    @Test
    @DisplayName("T156 a quarter of the messages in another language make a mixed conversation")
    void a_quarter_in_another_language_is_mixed() {
        Stage stage = Stage.ofDefaults();
        for (int i = 0; i < 6; i++) {
            stage.customer("Guten Tag noch einmal " + i, Heard.language("de", 0.9, 30));
        }
        stage.customer("Is anybody there at all?", Heard.language("en", 0.9, 30));
        assertThat(stage.row().flags().has(Flag.MIXED_LANGUAGE)).isFalse();
        stage.customer("Also bitte", Heard.language("de", 0.9, 30));
        assertThat(stage.row().flags().has(Flag.MIXED_LANGUAGE)).isFalse();
        stage.customer("Is anybody there, please?", Heard.language("en", 0.9, 30));
        assertThat(stage.row().flags().has(Flag.MIXED_LANGUAGE)).isFalse();
        stage.customer("I am still waiting for it", Heard.language("fr", 0.9, 30));
        assertThat(stage.row().flags().has(Flag.MIXED_LANGUAGE)).isTrue();
        assertThat(stage.row().language().tag()).isEqualTo("de");
    }

    @Test
    @DisplayName("T156 a given language stays, and people are told that the customer writes in another one")
    void a_given_language_is_told_to_be_mixed() {
        Stage stage = Stage.ofDefaults().languageIs("pt-BR").customer("Bom dia a todos", Heard.language("pt", 1, 30));
        assertThat(stage.row().language().dissents()).isZero();
        stage.customer("I would rather write in English", Heard.language("en", 1, 30))
                .customer("Could you do that, please", Heard.language("en", 1, 30));
        assertThat(stage.row().language().tag()).isEqualTo("pt-BR");
        assertThat(stage.row().flags().has(Flag.MIXED_LANGUAGE)).isTrue();
    }

    @Test
    @DisplayName("T156 a language that the host gave never changes by itself")
    void a_given_language_stays() {
        Stage stage = Stage.ofDefaults().languageIs("fr");
        for (int i = 0; i < 4; i++) {
            stage.customer("I write in English all the time", Heard.language("en", 1, 30));
        }
        assertThat(stage.row().language().tag()).isEqualTo("fr");
    }

    @Test
    void journal_time_never_goes_back() {
        Stage stage = Stage.ofDefaults().customer("Hello").after(Duration.ofHours(-1));

        stage.customer("Still there?", START, Heard.nothing());

        assertThat(stage.row().lastAt()).isEqualTo(START);
        assertThat(stage.ticket().deadline()).isEqualTo(START.plusSeconds(30));
    }
}
