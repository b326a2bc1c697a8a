package io.chatmgmt.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.access.Caller;
import io.chatmgmt.conversation.Actor;
import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.TransferKind;
import io.chatmgmt.lifecycle.PersonInput;
import io.chatmgmt.routing.AgentProfile;
import io.chatmgmt.testkit.Scenario;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Commands of people who say what they have seen, and texts that they leave to the host. */
class SeenEpochTest {

    private static final ConversationId ID = ConversationId.of("scenario");

    private final Scenario scenario = Scenario.ofDefaults()
            .agent("sarah", "general")
            .agent("mike", "general")
            .customer("Where is my parcel?");
    private final Desk sarah = scenario.governance().desk(Caller.agent("sarah"));
    private final Desk mike = scenario.governance().desk(Caller.supervisor("mike"));

    @Test
    @DisplayName("A23 a command about an epoch that is over is lost to whoever ended it, and changes nothing")
    void a_command_about_a_former_epoch_is_lost() {
        long seen = scenario.conversation().controlEpoch();
        assertThat(sarah.inEpoch(seen).join(ID).isWon()).isTrue();
        long version = scenario.conversation().version();

        for (PersonResult late : List.of(
                mike.inEpoch(seen).join(ID),
                mike.inEpoch(seen).resolve(ID, ""),
                mike.inEpoch(seen).handBack(ID, ""),
                mike.inEpoch(seen).escalate(ID, "angry"),
                mike.inEpoch(seen).transferToQueue(ID, "billing", TransferKind.COLD),
                sarah.inEpoch(seen).reply(ID, "Hello"))) {
            assertThat(late).isInstanceOfSatisfying(PersonResult.Lost.class, lost -> {
                assertThat(lost.by()).isEqualTo(Actor.agent("sarah"));
                assertThat(lost.current().controlEpoch()).isGreaterThan(seen);
            });
        }
        assertThat(scenario.conversation().version()).isEqualTo(version);
    }

    @Test
    void messages_that_come_in_meanwhile_do_not_matter() {
        long seen = scenario.conversation().controlEpoch();
        scenario.ai("On its way", 0.95).customer("Are you sure?");
        assertThat(sarah.inEpoch(seen).join(ID).isWon()).isTrue();
    }

    @Test
    void a_command_with_a_key_gets_its_first_answer_though_it_ended_the_epoch_itself() {
        long seen = scenario.conversation().controlEpoch();
        PersonResult joined = sarah.inEpoch(seen).once("k").join(ID);
        PersonResult again = sarah.once("k").inEpoch(seen).join(ID);
        assertThat(again.won().orElseThrow().version())
                .isEqualTo(joined.won().orElseThrow().version());
    }

    @Test
    void fetching_work_is_about_no_conversation_that_was_seen() {
        assertThat(sarah.inEpoch(99).pullNext("general")).isEmpty();
    }

    @Test
    void what_is_sent_goes_out_through_the_outbound_port_and_waits_for_its_acknowledgement() {
        List<OutboundMessage> delivered = new ArrayList<>();
        ChatGovernance governance =
                ChatGovernance.builder().outbound(delivered::add).build();
        governance.onCustomerMessage(CustomerMessage.of("c", "m", "Hello"));
        ConversationId id = ConversationId.of("c");
        Desk desk = governance.desk(Caller.supervisor("sarah"));
        governance.agents().register(AgentProfile.of(AgentId.of("sarah"), "Sarah"));
        desk.join(id, PersonInput.Introduction.SKIP);

        TurnResult replied = desk.reply(id, "With the caller").won().orElseThrow();
        TurnResult sent = desk.send(id, "Through the port").won().orElseThrow();

        assertThat(replied.texts()).extracting(OutgoingText::content).containsExactly("With the caller");
        assertThat(sent.texts()).isEmpty();
        assertThat(delivered).extracting(OutboundMessage::content).containsExactly("Through the port");
        assertThat(governance.outbox().pending(id)).isEqualTo(delivered);
        governance.outbox().acknowledge(id, delivered.get(0).number());
        assertThat(governance.outbox().pending(id)).isEmpty();
    }
}
