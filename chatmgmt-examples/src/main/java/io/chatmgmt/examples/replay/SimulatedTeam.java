package io.chatmgmt.examples.replay;

import io.chatmgmt.access.Caller;
import io.chatmgmt.conversation.Actor;
import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Handoff;
import io.chatmgmt.conversation.HeldAnswer;
import io.chatmgmt.conversation.Offer;
import io.chatmgmt.conversation.Role;
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
import java.util.Set;

/**
 * The people of the support team, as a replay lets them act: agents accept what they are offered 15 seconds later,
 * reviewers approve what is held after 10. Thread-safe.
 */
final class SimulatedTeam implements Notifier {

    private static final Duration ACCEPTS_AFTER = Duration.ofSeconds(15);
    private static final Duration APPROVES_AFTER = Duration.ofSeconds(10);
    private static final Comparator<Agent> LEAST_LOADED = Comparator.comparingDouble(
                    (Agent agent) -> (double) agent.used() / Math.max(1, agent.max()))
            .thenComparing(Agent::id);

    private final ChatGovernance governance;
    private final Team team;
    private final Agenda agenda;

    SimulatedTeam(ChatGovernance governance, Team team, Agenda agenda) {
        this.governance = governance;
        this.team = team;
        this.agenda = agenda;
        team.members().forEach(this::hire);
    }

    private void hire(AgentProfile profile) {
        governance.agents().register(profile);
        governance.agents().status(profile.id(), AgentStatus.ONLINE);
    }

    @Override
    public void notify(Notification notification) {
        ConversationId id = notification.conversation();
        if (notification instanceof Notification.OfferMade made) {
            Offer offer = made.offer();
            if (mayTakeOver(offer.agent())) {
                agenda.add(
                        offer.madeAt().plus(ACCEPTS_AFTER),
                        () -> desk(offer.agent()).accept(id, offer.number()));
            }
        } else if (notification instanceof Notification.AnswerHeld held) {
            HeldAnswer answer = held.answer();
            agenda.add(answer.heldAt().plus(APPROVES_AFTER), () -> approve(id, answer.ticket()));
        }
    }

    private boolean mayTakeOver(AgentId id) {
        Set<Role> roles = governance.agents().get(id).profile().roles();
        return roles.contains(Role.AGENT) || roles.contains(Role.SUPERVISOR);
    }

    /** The first reviewer by id does; with nobody there any more the answer waits until it expires. */
    private void approve(ConversationId id, int ticket) {
        for (Agent agent : governance.agents().list(id.tenant())) {
            Set<Role> roles = agent.profile().roles();
            if (roles.contains(Role.REVIEWER) || roles.contains(Role.SUPERVISOR)) {
                desk(agent.id()).approve(id, ticket);
                return;
            }
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
                .min(LEAST_LOADED)
                .map(Agent::id)
                .orElseGet(() -> known("agent"));
    }
}
