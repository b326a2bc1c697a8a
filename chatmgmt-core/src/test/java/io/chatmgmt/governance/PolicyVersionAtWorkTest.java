package io.chatmgmt.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.DecisionKind;
import io.chatmgmt.conversation.HandoffMode;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.ReasonCode;
import io.chatmgmt.conversation.Ticket;
import io.chatmgmt.policy.GovernancePolicy;
import io.chatmgmt.policy.PolicySchedule;
import io.chatmgmt.response.AiAnswer;
import io.chatmgmt.routing.AgentProfile;
import io.chatmgmt.routing.AgentStatus;
import io.chatmgmt.testkit.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** O02: which policy decides, and what it leaves behind for good. */
class PolicyVersionAtWorkTest {

    private static final ConversationId ID = ConversationId.of("c-1");
    private static final GovernancePolicy OLD = GovernancePolicy.ofDefaults();
    private static final GovernancePolicy NEW = GovernancePolicy.builder()
            .escalation(e -> e.mode(HandoffMode.INVITE).disable(ReasonCode.FRUSTRATION))
            .response(r -> r.answerTimeout(Duration.ofSeconds(90)))
            .routing(r -> r.offerTimeout(Duration.ofSeconds(45)).chatWeight(50))
            .build();

    private final MutableClock clock = MutableClock.at("2026-01-05T10:00:00Z");
    private final Instant start = clock.instant();
    private final PolicySchedule schedule = PolicySchedule.of(OLD);
    private final ChatGovernance governance =
            ChatGovernance.builder().clock(clock).policies(schedule).build();
    private int messages;

    private TurnResult customer(String text) {
        messages++;
        return governance.onCustomerMessage(CustomerMessage.of(ID, "m-" + messages, text));
    }

    private Conversation row() {
        return governance.conversations().get(ID);
    }

    private List<String> versions() {
        return governance.conversations().journal(ID, 0, 100).stream()
                .map(JournalRow::policyVersion)
                .toList();
    }

    @Test
    @DisplayName("O02 every decision pins the version of the policy that made it, to the instant of the change")
    void every_decision_pins_its_version() {
        schedule.activate(NEW, start.plusSeconds(10));

        customer("How do I change my address?");
        clock.set(start.plusSeconds(10).minusNanos(1_000));
        customer("Hello?");
        clock.set(start.plusSeconds(10));
        customer("Hello??");

        assertThat(versions()).containsExactly(OLD.version(), OLD.version(), NEW.version());
    }

    @Test
    @DisplayName("T165 a rollback lets the old policy decide again, and leaves what was decided as it was")
    void a_rollback_leaves_what_was_decided() {
        schedule.activate(NEW, start);
        customer("This is terrible, the worst support ever");
        assertThat(row().escalation()).isNull();

        schedule.rollback(start.plusSeconds(1));
        clock.set(start.plusSeconds(1));
        TurnResult result = customer("This is terrible, the worst support ever");

        assertThat(result.decided(DecisionKind.ESCALATE)).isTrue();
        assertThat(versions()).containsExactly(NEW.version(), OLD.version());
        assertThat(schedule.find(versions().get(0))).contains(NEW);
    }

    @Test
    @DisplayName("T165 a ticket keeps its deadline, a handoff its mode and weight, an offer its time")
    void work_under_way_keeps_what_it_was_given() {
        AgentId sarah = AgentId.of("sarah");
        governance.agents().register(AgentProfile.of(sarah, "Sarah", "general"));
        customer("How do I change my address?");
        Ticket ticket = row().ai().ticket();
        TurnResult queued = customer("I want to speak to a human");
        assertThat(queued.decided(DecisionKind.QUEUED)).isTrue();
        governance.agents().status(sarah, AgentStatus.ONLINE);
        Instant deadline = row().handoff().offer().deadline();

        schedule.activate(NEW, start.plusSeconds(1));
        clock.set(start.plusSeconds(1));
        customer("Hurry up, please");

        assertThat(ticket.deadline()).isEqualTo(start.plusSeconds(30));
        assertThat(row().handoff().mode()).isEqualTo(HandoffMode.DIRECT);
        assertThat(row().handoff().weight()).isEqualTo(20);
        assertThat(row().handoff().offer().deadline()).isEqualTo(deadline);
        assertThat(governance.agents().get(sarah).used()).isEqualTo(20);

        clock.set(deadline);
        governance.sweep(100);
        assertThat(governance.agents().get(sarah).used()).isZero();
    }

    @Test
    @DisplayName("T165 what begins after the change follows the new policy")
    void what_begins_later_follows_the_new_policy() {
        customer("How do I change my address?");
        schedule.activate(NEW, start.plusSeconds(1));
        clock.set(start.plusSeconds(1));

        Ticket ticket = customer("Hello?").ticket().orElseThrow();

        assertThat(ticket.deadline()).isEqualTo(start.plusSeconds(91));
        governance.onAiAnswer(ticket, AiAnswer.of("In your profile", 0.95));
        customer("I want to speak to a human");
        assertThat(row().handoff().mode()).isEqualTo(HandoffMode.INVITE);
        assertThat(row().handoff().weight()).isEqualTo(50);
    }
}
