package io.chatmgmt.examples.replay;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.DecisionKind;
import io.chatmgmt.conversation.ReasonCode;
import io.chatmgmt.conversation.StaleCause;
import io.chatmgmt.examples.report.DecisionLog;
import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.governance.ChatGovernanceBuilder;
import io.chatmgmt.governance.Notification;
import io.chatmgmt.governance.OutboundMessage;
import org.jspecify.annotations.Nullable;

/**
 * The application that embeds the library in a replay: it delivers every text at once and acknowledges it, and lets its
 * simulated team act. Thread-safe.
 */
final class Host {

    private final ChatGovernance governance;
    private final SimulatedTeam team;
    private @Nullable DecisionLog log;

    /**
     * A host.
     *
     * @param front the front door that it will have; its ports are the host's
     * @param members who works for it
     * @param agenda what its team is going to do
     */
    Host(ChatGovernanceBuilder front, Team members, Agenda agenda) {
        this.governance = front.outbound(this::deliver).notifier(this::tell).build();
        this.team = new SimulatedTeam(governance, members, agenda);
    }

    /**
     * A host within another one, which has the front door and its ports.
     *
     * @param front the front door
     * @param members who works for it besides the other's people
     * @param agenda what its team is going to do
     */
    Host(ChatGovernance front, Team members, Agenda agenda) {
        this.governance = front;
        this.team = new SimulatedTeam(front, members, agenda);
    }

    /** Writes the answers that it has no ticket for into a log, before anything is played. */
    void writeTo(DecisionLog decisions) {
        log = decisions;
    }

    ChatGovernance governance() {
        return governance;
    }

    SimulatedTeam team() {
        return team;
    }

    private void deliver(OutboundMessage message) {
        governance.outbox().acknowledge(message.conversation(), message.number());
    }

    private void tell(Notification notification) {
        team.notify(notification);
    }

    /** Notes an answer of the AI that has no ticket: it came after the AI had been silenced. */
    void dropped(ConversationId id) {
        if (log == null) {
            return;
        }
        Conversation now = governance.conversations().get(id);
        if (now.isOpen() && now.control().letsAiSpeak()) {
            log.dropped(id, DecisionKind.DISCARD, ReasonCode.AI_SILENT);
        } else {
            StaleCause cause = now.isOpen() ? StaleCause.EPOCH : StaleCause.RESOLVED;
            log.dropped(id, DecisionKind.STALE, cause.name());
        }
    }
}
