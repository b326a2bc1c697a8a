package io.chatmgmt.store;

import io.chatmgmt.access.Caller;
import io.chatmgmt.conversation.Actor;
import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.AiAction;
import io.chatmgmt.conversation.AiFailure;
import io.chatmgmt.conversation.Confidence;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Customer;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.Handoff;
import io.chatmgmt.conversation.HandoffMode;
import io.chatmgmt.conversation.HeldAnswer;
import io.chatmgmt.conversation.HoldExpiry;
import io.chatmgmt.conversation.Offer;
import io.chatmgmt.conversation.OverrideReason;
import io.chatmgmt.conversation.Posture;
import io.chatmgmt.conversation.Resolution;
import io.chatmgmt.conversation.Role;
import io.chatmgmt.conversation.Text;
import io.chatmgmt.conversation.TextKind;
import io.chatmgmt.conversation.Ticket;
import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.governance.CustomerMessage;
import io.chatmgmt.governance.Desk;
import io.chatmgmt.governance.SweepReport;
import io.chatmgmt.policy.GovernancePolicy;
import io.chatmgmt.policy.PolicySchedule;
import io.chatmgmt.response.AiAnswer;
import io.chatmgmt.routing.AgentProfile;
import io.chatmgmt.routing.AgentStatus;
import io.chatmgmt.routing.Capacity;
import io.chatmgmt.testkit.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A small support house with two tenants behind one front door, in which anything may be done at any time. */
final class GovernedHouse {

    static final List<ConversationId> CONVERSATIONS = List.of(
            new ConversationId("one", "c1"),
            new ConversationId("one", "c2"),
            new ConversationId("one", "C1"),
            new ConversationId("two", "c1"),
            new ConversationId("two", "c2"));
    static final List<AgentId> AGENTS = List.of(
            new AgentId("one", "a1"), new AgentId("one", "a2"), new AgentId("two", "a1"), new AgentId("two", "a2"));

    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
    private static final List<String> MESSAGES = List.of(
            "How do I reset the password of my account?",
            "Can I speak to a human?",
            "agent",
            "yes please",
            "no thanks",
            "This is terrible, I am really angry",
            "that is a bit annoying",
            "I want a refund for the double charge on my card",
            "ok",
            "The app keeps crashing when I open the editor",
            "¿Dónde está mi factura del mes pasado?");
    private static final List<GovernancePolicy> POLICIES = List.of(
            GovernancePolicy.ofDefaults(),
            GovernancePolicy.builder()
                    .escalation(escalation -> escalation.mode(HandoffMode.INVITE))
                    .build(),
            GovernancePolicy.builder()
                    .response(response -> response.posture(Posture.DRAFT_ONLY).onExpiry(HoldExpiry.ESCALATE))
                    .build(),
            GovernancePolicy.builder()
                    .response(response -> response.posture(Posture.OFF))
                    .build(),
            GovernancePolicy.builder().mode(GovernancePolicy.Mode.SHADOW).build());

    final MutableClock clock = MutableClock.at(START);
    final GovernanceStore store;
    final ChatGovernance governance;
    private final PolicySchedule policies = PolicySchedule.of(POLICIES.get(0));
    private final Map<ConversationId, List<Ticket>> tickets = new HashMap<>();
    private int messages;

    GovernedHouse(GovernanceStore store) {
        this.store = store;
        this.governance = ChatGovernance.builder()
                .store(store)
                .clock(clock)
                .policies(policies)
                .build();
        for (AgentId id : AGENTS) {
            governance.agents().register(profile(id));
        }
    }

    private static AgentProfile profile(AgentId id) {
        return new AgentProfile(
                id,
                id.value(),
                Set.of(Role.AGENT, Role.REVIEWER),
                Map.of("general", 3, "billing", 3, "technical", 3),
                Map.of(),
                Capacity.limit(40));
    }

    /** Does one thing; what cannot be done at the moment is refused or lost, and changes nothing. */
    void make(HouseMove move) {
        ConversationId id = CONVERSATIONS.get(move.conversation());
        Optional<Conversation> found = governance.conversations().find(id);
        AgentId agent = agentOf(id, move.agent());
        int choice = move.choice();
        switch (move.kind()) {
            case CUSTOMER_WRITES -> writes(id, "m" + messages++, choice, clock.instant());
            case CUSTOMER_WRITES_AGAIN_WITH_THE_SAME_ID -> writes(id, "m" + (messages / 2), choice, clock.instant());
            case CUSTOMER_WRITES_LATE -> writes(id, "m" + messages++, choice, START.minusSeconds(choice));
            case AGENT_COMES -> governance.agents().status(agent, AgentStatus.ONLINE);
            case AGENT_GOES -> governance.agents().status(agent, AgentStatus.values()[choice % 4]);
            case AGENT_BEATS -> governance.agents().heartbeat(agent);
            case TIME_PASSES -> pass(Duration.ofSeconds(1L << choice));
            case CLOCK_IS_SET_BACK -> clock.advance(Duration.ofSeconds(-choice));
            case POLICY_CHANGES -> policies.activate(POLICIES.get(choice % POLICIES.size()), clock.instant());
            default -> found.ifPresent(now -> make(move, now, governance.desk(caller(agent))));
        }
    }

    private void make(HouseMove move, Conversation now, Desk desk) {
        ConversationId id = now.id();
        int choice = move.choice();
        Handoff handoff = now.handoff();
        Offer offer = handoff == null ? null : handoff.offer();
        HeldAnswer held = now.ai().held();
        switch (move.kind()) {
            case CUSTOMER_LEAVES -> governance.onCustomerLeft(id);
            case CUSTOMER_RATES -> governance.onRating(id, 1 + choice % 5, choice > 5 ? "so so" : "");
            case AI_ANSWERS -> ticket(id).ifPresent(ticket -> answers(ticket, choice));
            case AI_ANSWERS_AN_OLD_TICKET -> old(id, choice).ifPresent(ticket -> answers(ticket, choice));
            case AI_FAILS ->
                ticket(id).ifPresent(ticket -> keep(governance.onAiFailure(ticket, AiFailure.values()[choice % 4])));
            case AGENT_ACCEPTS -> desk.accept(id, offer == null ? choice : offer.number());
            case AGENT_DECLINES -> desk.decline(id, offer == null ? choice : offer.number());
            case AGENT_JOINS -> desk.join(id);
            case AGENT_WRITES -> desk.reply(id, "Let me look into that for you.");
            case AGENT_HANDS_BACK -> desk.handBack(id, choice > 5 ? "solved the first part" : "");
            case AGENT_RESOLVES -> desk.resolve(id, "");
            case AGENT_REVIEWS -> review(desk, id, held == null ? choice : held.ticket(), choice);
            case AGENT_CORRECTS -> correct(desk, id);
            case AGENT_ESCALATES -> desk.escalate(id, "needs a person");
            case AGENT_NOTES -> desk.note(id, "called the customer");
            case AGENT_FLAGS -> {
                if (choice > 5) {
                    desk.flag(id, Flag.MANUAL);
                } else {
                    desk.unflag(id, Flag.values()[choice]);
                }
            }
            case SUPERVISOR_TAKES_OVER ->
                governance
                        .desk(new Caller(
                                id.tenant(),
                                Actor.supervisor(agentOf(id, move.agent()).value()),
                                Set.of(Role.SUPERVISOR)))
                        .join(id);
            case HOST_RESOLVES -> governance.resolve(id, Resolution.ASSUMED);
            case HOST_ACKNOWLEDGES ->
                now.outbound().forEach(text -> governance.outbox().acknowledge(id, text.number()));
            case HOST_REFUSES -> refuse(id, choice);
            default -> throw new IllegalStateException("not a move in a conversation: " + move);
        }
    }

    private void writes(ConversationId id, String message, int choice, Instant sentAt) {
        Customer customer =
                Customer.of("u" + id.value()).with(choice == 7 ? Customer.Standing.VIP : Customer.Standing.REGULAR);
        keep(governance.onCustomerMessage(CustomerMessage.of(id, message, MESSAGES.get(choice % MESSAGES.size()))
                .from(customer)
                .sentAt(sentAt)));
    }

    private void answers(Ticket ticket, int choice) {
        Confidence confidence = choice == 0 ? Confidence.unknown() : Confidence.of(choice / 10.0);
        AiAction action = AiAction.values()[choice % AiAction.values().length];
        keep(governance.onAiAnswer(
                ticket, new AiAnswer(choice == 9 ? "" : "Answer " + choice, confidence, action, choice % 3)));
    }

    private void keep(io.chatmgmt.governance.TurnResult result) {
        result.ticket()
                .ifPresent(ticket -> tickets.computeIfAbsent(result.conversation(), id -> new ArrayList<>())
                        .add(ticket));
    }

    private Optional<Ticket> ticket(ConversationId id) {
        Ticket current = governance.conversations().get(id).ai().ticket();
        return current != null ? Optional.of(current) : governance.requestTicket(id);
    }

    private Optional<Ticket> old(ConversationId id, int choice) {
        List<Ticket> given = tickets.getOrDefault(id, List.of());
        return given.isEmpty() ? Optional.empty() : Optional.of(given.get(choice % given.size()));
    }

    private static void review(Desk desk, ConversationId id, int ticket, int choice) {
        switch (choice % 4) {
            case 0 -> desk.approve(id, ticket);
            case 1 -> desk.edit(id, ticket, "A better answer", OverrideReason.INCOMPLETE);
            case 2 -> desk.replace(id, ticket, "My own answer", OverrideReason.HUMAN_TOUCH);
            default -> desk.discard(id, ticket, OverrideReason.INCORRECT, "made up");
        }
    }

    private void refuse(ConversationId id, int choice) {
        for (Text text : store.texts(id, choice, 100)) {
            if (text.kind() == TextKind.MESSAGE && !text.author().equals(Actor.CUSTOMER)) {
                governance.outbox().refuse(id, text.number());
                return;
            }
        }
    }

    private void correct(Desk desk, ConversationId id) {
        for (Text text : store.texts(id, 0, 100)) {
            if (text.kind() == TextKind.MESSAGE && text.author().equals(Actor.AI)) {
                desk.correct(id, text.number(), "What I said was wrong", OverrideReason.INCORRECT);
                return;
            }
        }
    }

    /** Lets time pass and sweeps until nothing is due any more. */
    private void pass(Duration duration) {
        clock.advance(duration);
        SweepReport report = governance.sweep(100);
        for (int i = 0;
                i < 20
                        && report.nextDue()
                                .filter(next -> !next.isAfter(clock.instant()))
                                .isPresent();
                i++) {
            report = governance.sweep(100);
        }
    }

    private static AgentId agentOf(ConversationId id, int index) {
        return new AgentId(id.tenant(), "a" + (1 + index % 2));
    }

    private static Caller caller(AgentId agent) {
        return new Caller(
                agent.tenant(), Actor.agent(agent.value()), Set.of(Role.AGENT, Role.REVIEWER, Role.SUPERVISOR));
    }
}
