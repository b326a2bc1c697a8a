package io.chatmgmt.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.ConversationDraft;
import io.chatmgmt.conversation.Handoff;
import io.chatmgmt.conversation.HandoffEvent;
import io.chatmgmt.conversation.Offer;
import io.chatmgmt.conversation.Participant;
import io.chatmgmt.conversation.TransferKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What must hold when people take conversations: they were asked, and nobody takes what somebody else has. */
final class AcceptanceAudit {

    private final Map<Integer, List<AgentId>> asked = new HashMap<>();

    /** An event, before it takes effect. */
    void check(ConversationDraft draft, Handoff handoff, HandoffEvent event) {
        if (event instanceof HandoffEvent.Offered offered) {
            asked.put(offered.offer().number(), List.of(offered.offer().agent()));
        } else if (event instanceof HandoffEvent.Called called) {
            asked.put(called.call().number(), called.call().agents());
        } else if (event instanceof HandoffEvent.Accepted accepted) {
            checkAccepted(draft, handoff, accepted);
        } else if (event instanceof HandoffEvent.Transferred passed && passed.kind() != TransferKind.OVERFLOW) {
            checkPassedOn(draft, handoff, passed);
        }
    }

    /** Whoever had it passes it on; the agent who was asked has it next, in the queue that they were asked for. */
    private static void checkPassedOn(ConversationDraft draft, Handoff handoff, HandoffEvent.Transferred passed) {
        assertThat(passed.from()).as("who had it").isEqualTo(draft.assignee());
        Offer offer = handoff.offer();
        if (offer != null) {
            assertThat(passed.to()).as("who was asked").isEqualTo(offer.agent());
            assertThat(passed.queue())
                    .as("the queue that they were asked for")
                    .isEqualTo(offer.queue() == null ? handoff.queue() : offer.queue());
        }
    }

    private void checkAccepted(ConversationDraft draft, Handoff handoff, HandoffEvent.Accepted accepted) {
        Offer offer = handoff.offer();
        if (accepted.offer() > 0) {
            assertThat(asked.get(accepted.offer()))
                    .as("who was asked with number %s", accepted.offer())
                    .contains(accepted.agent());
        }
        if (offer != null) {
            assertThat(accepted.offer()).as("the live offer").isEqualTo(offer.number());
        } else if (draft.actor().kind() != Participant.SUPERVISOR) {
            assertThat(handoff.isWaiting()).as("somebody else has it").isTrue();
        }
    }
}
