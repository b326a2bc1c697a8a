package io.chatmgmt.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatmgmt.conversation.Control;
import io.chatmgmt.conversation.DecisionKind;
import io.chatmgmt.conversation.ReasonCode;
import io.chatmgmt.conversation.Status;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A scenario that does not hold says what was decided instead. */
class ScenarioTest {

    private static Scenario queued() {
        return Scenario.ofDefaults().agent("sarah", "general").customer("I want to speak to a human");
    }

    @Test
    void what_holds_passes() {
        queued().expectDecisions(DecisionKind.ESCALATE, DecisionKind.QUEUED, DecisionKind.OFFERED)
                .expectReason(ReasonCode.HUMAN_REQUEST)
                .expectText("connecting you")
                .expectStatus(Status.FLAGGED)
                .expectControl(Control.HUMAN)
                .accepts("sarah")
                .expectDecisions(DecisionKind.ACCEPTED)
                .expectText("I'm sarah");
    }

    @Test
    void what_does_not_hold_says_what_was_decided() {
        Scenario scenario = queued();

        assertThatThrownBy(() -> scenario.expectDecisions(DecisionKind.FLAG))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("decisions [FLAG]")
                .hasMessageContaining("kind=ESCALATE");
        assertThatThrownBy(() -> scenario.expectReason("OTHER")).hasMessageContaining("the reason OTHER");
        assertThatThrownBy(() -> scenario.expectText("no such words")).hasMessageContaining("no such words");
        assertThatThrownBy(() -> scenario.expectStatus(Status.RESOLVED)).hasMessageContaining("the status RESOLVED");
        assertThatThrownBy(() -> scenario.expectControl(Control.AI)).hasMessageContaining("the control AI");
    }

    @Test
    void a_step_that_is_lost_is_no_step() {
        assertThatThrownBy(() -> queued().agent("tom", "general").writes("tom", "Hello"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the step was lost");
        assertThatThrownBy(() -> Scenario.ofDefaults().customer("Hello").accepts("sarah"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("expected an offer to sarah");
    }

    @Test
    void time_passes_deadline_by_deadline() {
        Scenario scenario = queued().after(Duration.ofMinutes(2));

        assertThat(scenario.decisions()).extracting(decision -> decision.kind()).contains(DecisionKind.TIMED_OUT);
        assertThat(scenario.clock().instant()).isEqualTo(Instant.parse("2026-01-05T10:02:00Z"));
    }

    @Test
    void a_settable_clock_moves_only_when_told() {
        MutableClock clock = MutableClock.at("2026-01-05T10:00:00Z");
        assertThat(clock.instant()).isEqualTo(clock.instant());

        clock.advance(Duration.ofSeconds(-5));
        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-01-05T09:59:55Z"));
        clock.set(Instant.EPOCH);
        assertThat(clock.instant()).isEqualTo(Instant.EPOCH);
    }
}
