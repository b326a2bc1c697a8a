package io.chatmgmt.governance;

import io.chatmgmt.conversation.Actor;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.OutboundText;
import io.chatmgmt.conversation.Participant;
import io.chatmgmt.conversation.Text;
import io.chatmgmt.conversation.TextKind;
import io.chatmgmt.lifecycle.HostInput;
import java.util.ArrayList;
import java.util.List;

/** The texts that no caller waits for, until the host has delivered them. Thread-safe. */
public final class Outbox {

    private final Kernel kernel;
    private final CommandRunner runner;

    Outbox(Kernel kernel, CommandRunner runner) {
        this.kernel = kernel;
        this.runner = runner;
    }

    /**
     * The texts of a conversation that wait for the host.
     *
     * @param id which conversation
     * @return the oldest first, at most {@value OutboundText#MAX_PENDING}
     */
    public List<OutboundMessage> pending(ConversationId id) {
        List<OutboundMessage> messages = new ArrayList<>();
        for (OutboundText pending : kernel.store()
                .find(id)
                .orElseThrow(() -> new ConversationNotFoundException(id))
                .outbound()) {
            for (Text text : kernel.store().texts(id, pending.number() - 1, 1)) {
                messages.add(
                        new OutboundMessage(id, text.number(), text.author().kind(), text.content()));
            }
        }
        return messages;
    }

    /**
     * Says that the customer has a text. Saying it again changes nothing.
     *
     * @param id which conversation
     * @param text the number of the text
     */
    public void acknowledge(ConversationId id, int text) {
        runner.run(id, Actor.SYSTEM, null, new HostInput.Acknowledges(text));
    }

    /**
     * Says that a text could not be delivered, whether it came from here or was returned to its caller: it is offered
     * again, and after several refusals given up with the flag {@code DELIVERY_FAILED}.
     *
     * @param id which conversation
     * @param text the number of the text
     * @throws IllegalArgumentException when that is not a text for the customer
     */
    public void refuse(ConversationId id, int text) {
        if (kernel.store().find(id).isEmpty()) {
            throw new ConversationNotFoundException(id);
        }
        if (!isForCustomer(id, text)) {
            throw new IllegalArgumentException("text must be the number of a text for the customer: " + text);
        }
        runner.run(id, Actor.SYSTEM, null, new HostInput.Refuses(text));
    }

    /** Notes and drafts never get near the channel, and what the customer wrote needs no delivery. */
    private boolean isForCustomer(ConversationId id, int number) {
        for (Text text : kernel.store().texts(id, number - 1, 1)) {
            boolean visible = text.kind() == TextKind.MESSAGE || text.kind() == TextKind.CORRECTION;
            if (text.number() == number && visible && text.author().kind() != Participant.CUSTOMER) {
                return true;
            }
        }
        return false;
    }
}
