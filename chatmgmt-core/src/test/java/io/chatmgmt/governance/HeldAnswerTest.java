package io.chatmgmt.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.chatmgmt.access.Caller;
import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Control;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.DecisionKind;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.HeldAnswer;
import io.chatmgmt.conversation.HoldExpiry;
import io.chatmgmt.conversation.OverrideReason;
import io.chatmgmt.conversation.Role;
import io.chatmgmt.conversation.Status;
import io.chatmgmt.conversation.Ticket;
import io.chatmgmt.policy.GovernancePolicy;
import io.chatmgmt.policy.PolicySchedule;
import io.chatmgmt.response.AiAnswer;
import io.chatmgmt.routing.AgentProfile;
import io.chatmgmt.routing.AgentStatus;
import io.chatmgmt.routing.Capacity;
import io.chatmgmt.testkit.MutableClock;
import io.chatmgmt.testkit.Scenario;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is held, for whom, and who decides about it first. */
class HeldAnswerTest {

    private static final ConversationId ID = ConversationId.of("scenario");

    @Test
    @DisplayName("T079 with no reviewer online a low answer goes out at once, with its flag")
    void nothing_is_held_for_nobody() {
        Scenario scenario = Scenario.ofDefaults()
                .customer("Where is my parcel?")
                .ai("Perhaps tomorrow", 0.5)
                .expectDecisions(DecisionKind.DELIVER);

        assertThat(scenario.conversation().flags().has(Flag.LOW_CONFIDENCE)).isTrue();
    }

    @Test
    @DisplayName("T079 of two reviewers one wins, and an edit to nothing is refused")
    void one_reviewer_wins() {
        Scenario scenario = held(GovernancePolicy.ofDefaults());
        HeldAnswer held = scenario.conversation().ai().held();
        Desk first = scenario.governance().desk(Caller.reviewer("r1"));
        Desk second = scenario.governance().desk(Caller.reviewer("r2"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> first.reviews().edit(ID, held.ticket(), " ", OverrideReason.TONE))
                .withMessageContaining("text");
        assertThat(first.reviews().approve(ID, held.ticket()).isWon()).isTrue();
        assertThat(second.reviews().discard(ID, held.ticket(), OverrideReason.INCORRECT, ""))
                .isInstanceOfSatisfying(
                        PersonResult.Lost.class,
                        lost -> assertThat(lost.by().id()).isEqualTo("r1"));
    }

    @Test
    @DisplayName("T079 approving after a person took over is too late")
    void approving_after_the_epoch_moved_is_lost() {
        Scenario scenario = held(GovernancePolicy.ofDefaults());
        int ticket = scenario.conversation().ai().held().ticket();
        scenario.joins("r2");

        assertThat(scenario.governance()
                        .desk(Caller.reviewer("r1"))
                        .reviews()
                        .approve(ID, ticket)
                        .isWon())
                .isFalse();
        assertThat(scenario.conversation().counts().ai()).isZero();
    }

    @Test
    @DisplayName("T165 a policy activated later decides from then on; what was held keeps its own expiry")
    void a_held_answer_keeps_the_policy_that_held_it() {
        MutableClock clock = MutableClock.at("2026-01-05T10:00:00Z");
        PolicySchedule schedule = PolicySchedule.of(GovernancePolicy.ofDefaults());
        schedule.activate(
                GovernancePolicy.builder()
                        .response(response -> response.onExpiry(HoldExpiry.ESCALATE))
                        .build(),
                clock.instant().plusSeconds(30));
        ChatGovernance governance =
                ChatGovernance.builder().clock(clock).policies(schedule).build();
        governance.agents().register(AgentProfile.of(AgentId.of("r"), "r").with(Role.REVIEWER));
        governance.agents().status(AgentId.of("r"), AgentStatus.ONLINE);
        Ticket ticket = governance
                .onCustomerMessage(CustomerMessage.of("scenario", "m1", "Where is my parcel?"))
                .ticket()
                .orElseThrow();
        String before = governance.conversations().journal(ID, 0, 1).get(0).policyVersion();

        assertThat(governance
                        .onAiAnswer(ticket, AiAnswer.of("Perhaps tomorrow", 0.5))
                        .decided(DecisionKind.HOLD))
                .isTrue();
        clock.advance(Duration.ofSeconds(60));
        governance.sweep(10);

        Conversation conversation = governance.conversations().get(ID);
        assertThat(conversation.control()).isEqualTo(Control.AI);
        assertThat(conversation.counts().ai()).isEqualTo(1);
        assertThat(governance.conversations().journal(ID, 2, 1).get(0).policyVersion())
                .isNotEqualTo(before);
    }

    private static Scenario held(GovernancePolicy policy) {
        Scenario scenario = Scenario.given(policy);
        Stream.of("r1", "r2")
                .forEach(id -> scenario.agent(new AgentProfile(
                        AgentId.of(id),
                        id,
                        Set.of(Role.AGENT, Role.REVIEWER),
                        Map.of("general", 5),
                        Map.of(),
                        Capacity.INHERIT)));
        return scenario.customer("Where is my parcel?")
                .ai("Perhaps tomorrow", 0.5)
                .expectDecisions(DecisionKind.HOLD)
                .expectStatus(Status.PENDING);
    }
}
