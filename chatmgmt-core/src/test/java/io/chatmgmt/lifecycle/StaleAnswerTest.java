package io.chatmgmt.lifecycle;

import static io.chatmgmt.lifecycle.Stage.SARAH;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.Actor;
import io.chatmgmt.conversation.AiFailure;
import io.chatmgmt.conversation.AnswerEvent;
import io.chatmgmt.conversation.DecisionKind;
import io.chatmgmt.conversation.StaleCause;
import io.chatmgmt.conversation.TextKind;
import io.chatmgmt.conversation.Ticket;
import io.chatmgmt.response.AiAnswer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Answers that were begun before something that makes them obsolete. */
class StaleAnswerTest {

    @Test
    @DisplayName("T061 an answer that was begun before a person took over is stale")
    void an_answer_of_an_older_epoch_is_stale() {
        Stage stage = Stage.ofDefaults().customer("?");
        Ticket ticket = stage.ticket();

        stage.joins(SARAH).ai(ticket, AiAnswer.of("Late", 0.99));

        assertStale(stage, StaleCause.EPOCH);
    }

    @Test
    @DisplayName("T061 it stays stale after the person has handed back")
    void an_answer_of_an_older_epoch_stays_stale_after_the_hand_back() {
        Stage stage = Stage.ofDefaults().customer("?");
        Ticket ticket = stage.ticket();

        stage.joins(SARAH).handsBack(SARAH).ai(ticket, AiAnswer.of("Late", 0.99));

        assertStale(stage, StaleCause.EPOCH);
    }

    @Test
    void an_answer_to_a_resolved_conversation_is_stale() {
        Stage stage = Stage.ofDefaults().customer("?");
        Ticket ticket = stage.ticket();

        stage.resolves().ai(ticket, AiAnswer.of("Late", 0.99));

        assertStale(stage, StaleCause.RESOLVED);
        assertThat(stage.row().isOpen()).isFalse();
    }

    @Test
    void an_answer_to_a_ticket_that_has_timed_out_is_stale() {
        Stage stage = Stage.ofDefaults().customer("?");
        Ticket ticket = stage.ticket();

        stage.afterSeconds(30).timePasses().ai(ticket, AiAnswer.of("Late", 0.99));

        assertStale(stage, StaleCause.TIMED_OUT);
    }

    @Test
    void an_answer_to_a_ticket_that_a_newer_one_replaced_is_stale() {
        Stage stage = Stage.ofDefaults().customer("?");
        Ticket ticket = stage.ticket();

        stage.aiWantsTurn().ai(ticket, AiAnswer.of("Late", 0.99));

        assertStale(stage, StaleCause.NEWER_TICKET);
    }

    @Test
    void a_failure_of_a_stale_ticket_says_nothing() {
        Stage stage = Stage.ofDefaults().customer("?");
        Ticket ticket = stage.ticket();

        stage.joins(SARAH).when(Actor.AI, new AiInput.Fails(ticket, AiFailure.FATAL));

        assertThat(stage.kinds()).containsExactly(AnswerEvent.WentStale.class);
        assertThat(stage.row().flags().asSet()).isEmpty();
    }

    private static void assertStale(Stage stage, StaleCause cause) {
        assertThat(stage.kinds()).containsExactly(AnswerEvent.WentStale.class);
        assertThat(stage.event(AnswerEvent.WentStale.class).cause()).isEqualTo(cause);
        assertThat(stage.decisions()).containsExactly(DecisionKind.STALE);
        assertThat(stage.written())
                .singleElement()
                .satisfies(text -> assertThat(text.kind()).isEqualTo(TextKind.DRAFT));
        assertThat(stage.row().counts().ai()).isZero();
    }
}
