package io.chatmgmt.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.access.Caller;
import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.Status;
import io.chatmgmt.routing.AgentProfile;
import io.chatmgmt.store.memory.InMemoryStore;
import io.chatmgmt.testkit.MutableClock;
import io.chatmgmt.testkit.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Texts that no caller waited for, until the host says that the customer has them. */
class OutboxTest {

    private static final ConversationId ID = ConversationId.of("scenario");

    @Test
    @DisplayName("the crash story: a text that no caller waited for is offered until it is acknowledged")
    void a_pending_text_is_offered_until_acknowledged() {
        InMemoryStore store = InMemoryStore.ofDefaults();
        MutableClock clock = MutableClock.at("2026-01-05T10:00:00Z");
        List<OutboundMessage> offered = new ArrayList<>();
        ChatGovernance crashed =
                ChatGovernance.builder().store(store).clock(clock).build();
        crashed.agents().register(AgentProfile.of(AgentId.of("sarah"), "Sarah", "general"));
        crashed.onCustomerMessage(CustomerMessage.of("scenario", "m1", "Where is my parcel?"));
        crashed.desk(Caller.agent("sarah")).join(ID);

        ChatGovernance node = ChatGovernance.builder()
                .store(store)
                .clock(clock)
                .outbound(offered::add)
                .build();
        for (int i = 0; i < 3; i++) {
            clock.set(node.sweep(10).nextDue().orElseThrow());
        }
        node.sweep(10);
        assertThat(offered)
                .hasSizeGreaterThanOrEqualTo(2)
                .extracting(OutboundMessage::number)
                .containsOnly(2);
        node.outbox().acknowledge(ID, 2);
        int before = offered.size();
        clock.advance(Duration.ofHours(1));
        node.sweep(10);

        assertThat(offered).hasSize(before);
        assertThat(node.outbox().pending(ID)).isEmpty();
    }

    @Test
    @DisplayName("three refusals raise DELIVERY_FAILED, and the next delivery clears it")
    void refusals_end_in_an_error() {
        Scenario scenario = Scenario.ofDefaults()
                .agent("sarah", "general")
                .customer("Where is my parcel?")
                .joins("sarah");
        Outbox outbox = scenario.governance().outbox();
        for (int i = 0; i < 3; i++) {
            outbox.refuse(ID, 2);
        }
        scenario.expectStatus(Status.ERROR);
        outbox.refuse(ID, 2);
        outbox.acknowledge(ID, 2);

        assertThat(scenario.conversation().flags().has(Flag.DELIVERY_FAILED)).isFalse();
    }
}
