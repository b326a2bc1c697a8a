package io.chatmgmt.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.TransferKind;
import io.chatmgmt.routing.AgentStatus;
import io.chatmgmt.routing.QueueRule;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A late yes counts for what the agent was asked, and for nothing that others were asked since. */
class LateAnswerTest {

    @Test
    @DisplayName(
            "T004 T009 who declined cannot take it with the number of an offer to somebody else, who has gone since")
    void an_offer_to_somebody_else_is_not_hers() {
        Floor floor = Floor.under(routing -> {});
        AgentId anna = floor.online("anna", 1);
        ConversationId id = floor.request("c-1");
        floor.desk(anna).decline(id, floor.offer(id).number());
        AgentId ben = floor.online("ben", 1);
        int offer = floor.offer(id).number();
        floor.governance.agents().status(ben, AgentStatus.OFFLINE);
        assertThat(floor.offeredTo(id)).isNull();

        assertThat(floor.desk(anna).accept(id, offer).isWon()).isFalse();
        assertThat(floor.row(id).assignee()).isNull();
        assertThat(floor.used(anna)).isZero();
    }

    @Test
    @DisplayName("D14 E20 who passed on what they had fetched was never asked, and cannot accept it")
    void who_passed_it_on_was_not_asked() {
        Floor floor = Floor.under(routing -> routing.rule("general", q -> q.offers(QueueRule.Offers.PULL)));
        AgentId anna = floor.online("anna", 1);
        ConversationId id = floor.request("c-1");
        floor.desk(anna).pullNext("general");
        floor.desk(anna).transferToQueue(id, "general", TransferKind.COLD);

        assertThat(floor.desk(anna).accept(id, 0).isWon()).isFalse();
        assertThat(floor.row(id).assignee()).isNull();
    }
}
