package io.chatmgmt.examples.replay;

import io.chatmgmt.access.Caller;
import io.chatmgmt.conversation.Actor;
import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Handoff;
import io.chatmgmt.conversation.HeldAnswer;
import io.chatmgmt.conversation.Offer;
import io.chatmgmt.conversation.OverrideReason;
import io.chatmgmt.conversation.Role;
import io.chatmgmt.conversation.TransferKind;
import io.chatmgmt.examples.recording.Deeds;
import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.governance.Desk;
import io.chatmgmt.governance.Notification;
import io.chatmgmt.governance.Notifier;
import io.chatmgmt.routing.Agent;
import io.chatmgmt.routing.AgentProfile;
import io.chatmgmt.routing.AgentStatus;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The people of the support team, as a replay lets them act: agents accept what they are offered 15 seconds later,
 * reviewers approve what is held after 10, unless a recording says what they do instead. Thread-safe.
 */
final class SimulatedTeam implements Notifier {

    private static final Duration ACCEPTS_AFTER = Duration.ofSeconds(15);
    private static final Duration TRANSFERS_AFTER = Duration.ofSeconds(150);
    private static final String TRANSFER = "transfer:";
    private static final Duration APPROVES_AFTER = Duration.ofSeconds(10);
    private static final Comparator<Agent> LEAST_LOADED = Comparator.comparingDouble(
                    (Agent agent) -> (double) agent.used() / Math.max(1, agent.max()))
            .thenComparing(Agent::id);

    private final ChatGovernance governance;
    private final Team team;
    private final Agenda agenda;
    private final Map<ConversationId, Plan> plans = new ConcurrentHashMap<>();
    private final Set<AgentId> hired = ConcurrentHashMap.newKeySet();

    SimulatedTeam(ChatGovernance governance, Team team, Agenda agenda) {
        this.governance = governance;
        this.team = team;
        this.agenda = agenda;
        team.members().forEach(this::hire);
    }

    private void hire(AgentProfile profile) {
        hired.add(profile.id());
        governance.agents().register(profile);
        governance.agents().status(profile.id(), AgentStatus.ONLINE);
    }

    @Override
    public void notify(Notification notification) {
        ConversationId id = notification.conversation();
        if (notification instanceof Notification.OfferMade made) {
            Offer offer = made.offer();
            Plan plan = plans.getOrDefault(id, Plan.USUAL);
            String deed = plan.deeds.offer(plan.offers.getAndIncrement());
            if (mayTakeOver(offer.agent()) && !deed.equals("none")) {
                agenda.add(offer.madeAt().plus(ACCEPTS_AFTER), () -> answer(id, offer, deed));
            }
        } else if (notification instanceof Notification.AnswerHeld held) {
            HeldAnswer answer = held.answer();
            Plan plan = plans.getOrDefault(id, Plan.USUAL);
            String deed = plan.deeds.review(plan.reviews.getAndIncrement());
            if (!deed.equals("none")) {
                agenda.add(answer.heldAt().plus(APPROVES_AFTER), () -> review(id, answer.ticket(), deed));
            }
        }
    }

    private void answer(ConversationId id, Offer offer, String deed) {
        if (deed.equals("decline")) {
            desk(offer.agent()).decline(id, offer.number());
        } else {
            desk(offer.agent()).accept(id, offer.number());
            if (deed.startsWith(TRANSFER)) {
                String queue = deed.substring(TRANSFER.length()).strip();
                agenda.add(
                        offer.madeAt().plus(ACCEPTS_AFTER).plus(TRANSFERS_AFTER),
                        () -> desk(offer.agent()).transferToQueue(id, queue, TransferKind.COLD));
            }
        }
    }

    /** Tells the team what to do in a conversation, where that is not the usual. */
    void expect(ConversationId id, Deeds deeds) {
        if (!deeds.equals(Deeds.USUAL)) {
            plans.put(id, new Plan(deeds));
        }
    }

    /** What the team is to do in one conversation, and how far it has come. */
    private static final class Plan {

        private static final Plan USUAL = new Plan(Deeds.USUAL);

        private final Deeds deeds;
        private final AtomicInteger reviews = new AtomicInteger();
        private final AtomicInteger offers = new AtomicInteger();

        private Plan(Deeds deeds) {
            this.deeds = deeds;
        }
    }

    /** Whether somebody is one of these people, and not one who works here for real. */
    boolean isOf(AgentId id) {
        return hired.contains(id);
    }

    private boolean mayTakeOver(AgentId id) {
        Set<Role> roles = governance.agents().get(id).profile().roles();
        return isOf(id) && (roles.contains(Role.AGENT) || roles.contains(Role.SUPERVISOR));
    }

    /** The first reviewer by id does; with nobody there any more the answer waits until it expires. */
    private void review(ConversationId id, int ticket, String deed) {
        for (Agent agent : governance.agents().list(id.tenant())) {
            Set<Role> roles = agent.profile().roles();
            if (!isOf(agent.id())) {
                continue;
            }
            if (roles.contains(Role.REVIEWER) || roles.contains(Role.SUPERVISOR)) {
                review(desk(agent.id()), id, ticket, deed);
                return;
            }
        }
    }

    private static void review(Desk desk, ConversationId id, int ticket, String deed) {
        int colon = deed.indexOf(':');
        String words = deed.substring(colon + 1).strip();
        switch (colon < 0 ? deed : deed.substring(0, colon)) {
            case "edit" -> desk.reviews().edit(id, ticket, words, OverrideReason.INCOMPLETE);
            case "replace" -> desk.reviews().replace(id, ticket, words, OverrideReason.INCORRECT);
            case "discard" -> desk.reviews().discard(id, ticket, OverrideReason.INCORRECT, "");
            default -> desk.reviews().approve(id, ticket);
        }
    }

    /** The desk of somebody of the team. */
    Desk desk(AgentId id) {
        Set<Role> roles = governance.agents().get(id).profile().roles();
        return governance.desk(new Caller(id.tenant(), Actor.agent(id.value()), roles));
    }

    /** The desk of whoever writes in a recording: whatever their roles are, there they took over. */
    Desk recordedDesk(AgentId id, Role role) {
        Set<Role> roles = EnumSet.of(role);
        roles.addAll(governance.agents().get(id).profile().roles());
        Actor actor = role == Role.SUPERVISOR ? Actor.supervisor(id.value()) : Actor.agent(id.value());
        return governance.desk(new Caller(id.tenant(), actor, roles));
    }

    /** Somebody by name; who is not of the team yet is hired on the spot. */
    AgentId known(String name) {
        AgentId id = AgentId.of(name);
        if (governance.agents().find(id).isEmpty()) {
            hire(team.newcomer(name));
        }
        return id;
    }

    /** Who steps in when a recording does not say: whoever it is offered to, else the least loaded of the team. */
    AgentId volunteer(Conversation conversation) {
        Handoff handoff = conversation.handoff();
        Offer offer = handoff == null ? null : handoff.offer();
        if (offer != null) {
            return offer.agent();
        }
        return governance.agents().list(conversation.id().tenant()).stream()
                .filter(agent -> isOf(agent.id()))
                .min(LEAST_LOADED)
                .map(Agent::id)
                .orElseGet(() -> known("agent"));
    }
}
