package io.chatmgmt.lifecycle;

import static io.chatmgmt.lifecycle.Stage.SARAH;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.Actor;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.MessageEvent;
import io.chatmgmt.conversation.OutboundText;
import io.chatmgmt.conversation.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Texts that no caller waits for stay until the host has them. */
class OutboundTextsTest {

    /** A conversation with one pending text: the introduction of an agent who joined. */
    private static Stage pending() {
        return Stage.ofDefaults().customer("?").joins(SARAH);
    }

    private static OutboundText only(Stage stage) {
        return stage.row().outbound().get(0);
    }

    private static Stage refuses(Stage stage, int text) {
        return stage.when(Actor.SYSTEM, new HostInput.Refuses(text));
    }

    private static Stage acknowledges(Stage stage, int text) {
        return stage.when(Actor.SYSTEM, new HostInput.Acknowledges(text));
    }

    @Test
    void a_text_that_the_caller_gets_is_not_kept() {
        assertThat(Stage.ofDefaults()
                        .customer("A person!", Heard.request())
                        .row()
                        .outbound())
                .isEmpty();
    }

    @Test
    void a_text_that_no_caller_waits_for_is_kept_until_it_is_acknowledged() {
        Stage stage = pending();
        int number = only(stage).number();

        acknowledges(stage, number);
        assertThat(stage.kinds()).containsExactly(MessageEvent.Acknowledged.class);
        assertThat(stage.row().outbound()).isEmpty();
        assertThat(acknowledges(stage, number).outcome()).isInstanceOf(Outcome.Unchanged.class);
    }

    @Test
    void it_is_offered_again_with_growing_pauses_up_to_a_day() {
        Stage stage = pending();
        int number = only(stage).number();
        List<Long> pauses = new ArrayList<>();
        for (int i = 0; i < 17; i++) {
            Duration pause = Duration.between(stage.now(), only(stage).nextAttemptAt());
            pauses.add(pause.toSeconds());
            stage.after(pause.minusNanos(1_000)).timePasses();
            assertThat(only(stage).attempts()).isEqualTo(i + 1);
            stage.after(Duration.ofNanos(1_000)).timePasses();
            assertThat(stage.event(MessageEvent.Retried.class).number()).isEqualTo(number);
            assertThat(only(stage).attempts()).isEqualTo(i + 2);
        }
        assertThat(pauses)
                .containsExactly(
                        5L, 10L, 20L, 40L, 80L, 160L, 320L, 640L, 1_280L, 2_560L, 5_120L, 10_240L, 20_480L, 40_960L,
                        81_920L, 86_400L, 86_400L);
    }

    @Test
    void three_refusals_give_it_up_and_raise_the_error() {
        Stage stage = pending();
        int number = only(stage).number();
        refuses(stage, number);
        refuses(stage, number);
        assertThat(only(stage).refusals()).isEqualTo(2);
        assertThat(stage.row().flags().has(Flag.DELIVERY_FAILED)).isFalse();

        refuses(stage, number);

        assertThat(stage.event(MessageEvent.Undeliverable.class).number()).isEqualTo(number);
        assertThat(stage.row().outbound()).isEmpty();
        assertThat(stage.row().status(stage.now(), Duration.ofSeconds(30))).isEqualTo(Status.ERROR);
    }

    @Test
    void a_text_that_its_caller_could_not_deliver_is_kept_like_any_other() {
        Stage stage = Stage.ofDefaults().customer("?").ai("Yes", 0.95);

        refuses(stage, 2);

        assertThat(only(stage).number()).isEqualTo(2);
        assertThat(only(stage).refusals()).isEqualTo(1);
        assertThat(only(stage).nextAttemptAt()).isAfter(stage.now());
    }

    @Test
    void a_later_success_takes_the_error_down() {
        Stage stage = Stage.ofDefaults().customer("?").ai("Yes", 0.95);
        for (int i = 0; i < 3; i++) {
            refuses(stage, 2);
        }
        assertThat(stage.row().flags().has(Flag.DELIVERY_FAILED)).isTrue();

        stage.customer("??").ai("Yes, indeed", 0.95);
        acknowledges(stage, 4);

        assertThat(stage.row().flags().has(Flag.DELIVERY_FAILED)).isFalse();
        assertThat(acknowledges(stage, 4).outcome()).isInstanceOf(Outcome.Unchanged.class);
    }

    @Test
    void a_text_that_does_not_exist_is_lost() {
        Stage stage = pending();

        assertThat(refuses(stage, 99).outcome()).isInstanceOf(Outcome.Lost.class);
        assertThat(acknowledges(stage, 99).outcome()).isInstanceOf(Outcome.Unchanged.class);
    }

    @Test
    void the_seventeenth_pending_text_gives_up_the_oldest() {
        Stage stage = Stage.ofDefaults().customer("?");
        for (int i = 0; i < OutboundText.MAX_PENDING; i++) {
            stage.joins(SARAH).handsBack(SARAH);
        }
        assertThat(stage.row().outbound()).hasSize(OutboundText.MAX_PENDING);
        int oldest = only(stage).number();

        stage.joins(SARAH);

        assertThat(stage.event(MessageEvent.Undeliverable.class).number()).isEqualTo(oldest);
        assertThat(stage.row().outbound()).hasSize(OutboundText.MAX_PENDING);
        assertThat(stage.row().flags().has(Flag.DELIVERY_FAILED)).isTrue();
    }

    @Test
    void texts_stay_pending_when_the_matter_is_resolved() {
        Stage stage = pending().resolves();

        assertThat(stage.row().outbound()).hasSize(1);
        assertThat(stage.afterSeconds(5).timePasses().caused(MessageEvent.Retried.class))
                .isTrue();
    }
}
