package io.chatmgmt.conversation;

import static io.chatmgmt.conversation.AnyEvent.START;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class DueAtTest {

    private static final AgentId ANNA = AgentId.of("anna");

    private final ConversationDraft draft =
            ConversationDraft.opening(ConversationId.of("c-1"), Customer.of("kim"), START, Actor.CUSTOMER);

    @Test
    void nothing_is_due_where_nothing_has_a_deadline() {
        draft.emit(new AnswerEvent.TicketIssued(
                new Ticket(draft.id(), 1, 1, 1, draft.at(), null, "en", AiSettings.OF_POLICY)));
        draft.emit(new HandoffEvent.Queued(1, HandoffMode.DIRECT, "billing", Priority.NORMAL, START, 20, null));
        assertThat(draft.build().dueAt()).isNull();
    }

    @Test
    void the_earliest_deadline_is_due() {
        draft.emit(new HandoffEvent.Queued(1, HandoffMode.INVITE, "billing", Priority.NORMAL, START, 20, at(90)));
        assertThat(draft.build().dueAt()).isEqualTo(at(90));
        draft.emit(new MessageEvent.LeftPending(1, at(80)));
        draft.emit(new MessageEvent.LeftPending(2, at(95)));
        assertThat(draft.build().dueAt()).isEqualTo(at(80));
        draft.emit(new HandoffEvent.Offered(new Offer(1, ANNA, START, at(70)), Choice.NAMED));
        assertThat(draft.build().dueAt()).isEqualTo(at(70));
        draft.emit(new AnswerEvent.TicketIssued(
                new Ticket(draft.id(), 1, 1, 1, draft.at(), at(60), "en", AiSettings.OF_POLICY)));
        assertThat(draft.build().dueAt()).isEqualTo(at(60));
    }

    @Test
    void a_deadline_ends_with_what_it_belongs_to() {
        draft.emit(new HandoffEvent.Queued(1, HandoffMode.INVITE, "billing", Priority.NORMAL, START, 20, at(90)));
        draft.emit(new HandoffEvent.Offered(new Offer(1, ANNA, START, at(70)), Choice.NAMED));
        draft.emit(new MessageEvent.LeftPending(1, at(80)));
        draft.emit(new HandoffEvent.Accepted(1, ANNA));
        assertThat(draft.build().dueAt()).isEqualTo(at(80));
        draft.emit(new MessageEvent.Acknowledged(1));
        assertThat(draft.build().dueAt()).isNull();
    }

    private static Instant at(long seconds) {
        return START.plusSeconds(seconds);
    }
}
