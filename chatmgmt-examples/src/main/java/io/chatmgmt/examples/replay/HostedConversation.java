package io.chatmgmt.examples.replay;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.AiFailure;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Resolution;
import io.chatmgmt.conversation.Role;
import io.chatmgmt.conversation.Ticket;
import io.chatmgmt.examples.recording.RecordedTurn;
import io.chatmgmt.examples.recording.Recording;
import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.governance.CustomerMessage;
import io.chatmgmt.governance.Desk;
import io.chatmgmt.lifecycle.PersonInput;
import io.chatmgmt.response.AiAnswer;
import org.jspecify.annotations.Nullable;

/**
 * One recording at the front door: what a host application does for each of its turns. Not thread-safe.
 *
 * <p>A recorded AI turn answers the latest ticket, or asks for one. When the AI is to be silent it still comes in, under
 * the last ticket, and comes back stale; without a ticket that could still be redeemed there is nothing to give back, and
 * the host itself notes that it dropped the answer.
 *
 * <p>A recorded agent who does not have the conversation joins it, without the introduction, because what they wrote
 * stands in its place; when another agent has it they take it over, as a supervisor may. An agent turn that does not say
 * who wrote it belongs to whoever has the conversation.
 */
final class HostedConversation implements RecordedTurn.Player {

    private final Recording recording;
    private final Host host;
    private @Nullable Ticket ticket;
    private int redeemed;

    HostedConversation(Recording recording, Host host) {
        this.recording = recording;
        this.host = host;
    }

    Recording recording() {
        return recording;
    }

    private ConversationId id() {
        return recording.id();
    }

    private ChatGovernance governance() {
        return host.governance();
    }

    void open() {
        host.team().expect(id(), recording.deeds());
        governance().open(id(), recording.opening());
    }

    @Override
    public void customer(String message, String text) {
        governance()
                .onCustomerMessage(new CustomerMessage(id(), message, text, null, recording.opening()))
                .ticket()
                .ifPresent(this::keep);
    }

    @Override
    public void returned(String message, String text) {
        governance().resolve(id(), Resolution.ASSUMED);
        customer(message, text);
    }

    @Override
    public void answer(AiAnswer answer) {
        Ticket own = takeTicket();
        if (own == null) {
            host.dropped(id());
        } else {
            governance().onAiAnswer(own, answer).ticket().ifPresent(this::keep);
        }
    }

    @Override
    public void failure(AiFailure failure) {
        Ticket own = takeTicket();
        if (own == null) {
            host.dropped(id());
        } else {
            governance().onAiFailure(own, failure).ticket().ifPresent(this::keep);
        }
    }

    /** A message that comes in twice brings its old ticket again. */
    private void keep(Ticket newer) {
        if (ticket == null || newer.number() > ticket.number()) {
            ticket = newer;
        }
    }

    /** The ticket to redeem now; null when the AI is to be silent and all its tickets are used up. */
    private @Nullable Ticket takeTicket() {
        Ticket own = ticket;
        if (own == null || own.number() <= redeemed) {
            own = governance().requestTicket(id()).orElse(null);
        }
        if (own != null) {
            ticket = own;
            redeemed = own.number();
        }
        return own;
    }

    @Override
    public void agent(@Nullable String name, String text) {
        Conversation now = governance().conversations().get(id());
        AgentId has = now.assignee();
        AgentId writer = name != null
                ? host.team().known(name)
                : has != null ? has : host.team().volunteer(now);
        boolean takesOver = has != null && !has.equals(writer);
        Desk desk = host.team().recordedDesk(writer, takesOver ? Role.SUPERVISOR : Role.AGENT);
        if (!writer.equals(has)) {
            desk.join(id(), PersonInput.Introduction.SKIP);
        }
        if (!text.isBlank()) {
            desk.reply(id(), text);
        }
    }

    /** The customer is gone: nobody waits any more, and whoever has the conversation is free again. */
    void end() {
        governance().onCustomerLeft(id());
        if (recording.resolved()) {
            governance().resolve(id(), Resolution.ASSUMED);
            return;
        }
        AgentId has = governance().conversations().get(id()).assignee();
        if (has != null) {
            host.team().recordedDesk(has, Role.AGENT).handBack(id(), "");
        }
    }

    void rate() {
        governance().onRating(id(), recording.rating(), "");
    }
}
