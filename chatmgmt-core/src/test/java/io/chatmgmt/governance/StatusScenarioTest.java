package io.chatmgmt.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.access.Caller;
import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.AiFailure;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.Role;
import io.chatmgmt.conversation.Status;
import io.chatmgmt.conversation.Status.PrimaryAction;
import io.chatmgmt.routing.AgentProfile;
import io.chatmgmt.testkit.Scenario;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A01: the five statuses of the product, as a supervisor sees them while things happen. */
class StatusScenarioTest {

    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

    private static Scenario asked() {
        return Scenario.ofDefaults().customer("How do I change my address?");
    }

    @Test
    @DisplayName("A01 a talk between customer and AI is active")
    void a_talk_with_the_ai_is_active() {
        asked().expectStatus(Status.ACTIVE).ai("In your profile", 0.95).expectStatus(Status.ACTIVE);
    }

    @Test
    @DisplayName("A01 after 30 s of silence it is pending, and not just before")
    void silence_makes_it_pending() {
        asked().ai("In your profile", 0.95)
                .after(HALF_A_MINUTE.minusNanos(1_000))
                .expectStatus(Status.ACTIVE)
                .after(Duration.ofNanos(1_000))
                .expectStatus(Status.PENDING)
                .customer("Thanks")
                .expectStatus(Status.ACTIVE);
    }

    @Test
    @DisplayName("A01 an answer that waits for a reviewer is pending")
    void a_held_answer_is_pending() {
        asked().agent(AgentProfile.of(AgentId.of("rae"), "rae", "general").with(Role.REVIEWER))
                .ai("Perhaps", 0.4)
                .expectStatus(Status.PENDING);
    }

    @Test
    @DisplayName("A01 a low answer, an angry customer and a call for a person are flagged until somebody takes it")
    void what_somebody_should_look_at_is_flagged() {
        asked().ai("Perhaps", 0.4).expectStatus(Status.FLAGGED);
        asked().agent("sarah", "general")
                .customer("I need to talk to a human")
                .expectStatus(Status.FLAGGED)
                .after(Duration.ofSeconds(29))
                .expectStatus(Status.FLAGGED)
                .accepts("sarah")
                .expectStatus(Status.ACTIVE);
        asked().customer("This is awful, the worst support ever").expectStatus(Status.FLAGGED);
    }

    @Test
    @DisplayName("A01 a failing AI is an error until it answers again")
    void a_failing_ai_is_an_error() {
        asked().aiFails(AiFailure.ERROR)
                .expectStatus(Status.ERROR)
                .customer("Hello?")
                .expectStatus(Status.ERROR)
                .ai("In your profile", 0.95)
                .expectStatus(Status.ACTIVE);
    }

    @Test
    @DisplayName(
            "A01 a resolved matter is resolved, whatever was flagged, and flagged again by a bad rating it stays so")
    void a_resolved_matter_is_resolved() {
        Scenario scenario = asked().ai("Perhaps", 0.4).resolves().expectStatus(Status.RESOLVED);

        scenario.rates(1).expectStatus(Status.RESOLVED);
        assertThat(scenario.conversation().flags().has(Flag.DISSATISFIED)).isTrue();
        scenario.customer("It does not work").expectStatus(Status.ACTIVE);
    }

    @Test
    @DisplayName("A01 a person's flag shows until it is taken down")
    void a_persons_flag_shows() {
        Scenario scenario = asked();
        Desk desk = scenario.governance().desk(Caller.agent("sarah"));

        desk.flag(scenario.conversation().id(), Flag.MANUAL);
        scenario.expectStatus(Status.FLAGGED);
        desk.unflag(scenario.conversation().id(), Flag.MANUAL);
        scenario.expectStatus(Status.ACTIVE);
    }

    @Test
    @DisplayName("A01 every status names its primary action")
    void every_status_names_its_action() {
        assertThat(Status.values())
                .extracting(Status::primaryAction)
                .containsExactly(
                        PrimaryAction.VIEW,
                        PrimaryAction.JOIN,
                        PrimaryAction.HELP,
                        PrimaryAction.REVIEW,
                        PrimaryAction.VIEW);
    }
}
