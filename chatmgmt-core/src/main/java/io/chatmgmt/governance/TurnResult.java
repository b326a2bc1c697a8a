package io.chatmgmt.governance;

import io.chatmgmt.conversation.AnswerEvent;
import io.chatmgmt.conversation.ConversationEvent;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Decision;
import io.chatmgmt.conversation.DecisionKind;
import io.chatmgmt.conversation.HandoffEvent;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.NobodyReason;
import io.chatmgmt.conversation.NotAskedReason;
import io.chatmgmt.conversation.SurveyEvent;
import io.chatmgmt.conversation.Text;
import io.chatmgmt.conversation.Ticket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of something that happened: a view of the journal row that it wrote, so that a repeat gives the same.
 * Immutable.
 */
public final class TurnResult {

    private final ConversationId conversation;
    private final long version;
    private final @Nullable JournalRow row;
    private final List<Text> texts;

    private TurnResult(ConversationId conversation, long version, @Nullable JournalRow row, List<Text> texts) {
        this.conversation = conversation;
        this.version = version;
        this.row = row;
        this.texts = texts;
    }

    static TurnResult nothing(ConversationId conversation, long version) {
        return new TurnResult(conversation, version, null, List.of());
    }

    static TurnResult of(JournalRow row, List<Text> texts) {
        return new TurnResult(row.conversation(), row.version(), row, texts);
    }

    /**
     * Which conversation.
     *
     * @return the id
     */
    public ConversationId conversation() {
        return conversation;
    }

    /**
     * The conversation's version after it.
     *
     * @return the version
     */
    public long version() {
        return version;
    }

    /**
     * What happened, in order.
     *
     * @return the events of the journal row; empty when nothing changed
     */
    public List<ConversationEvent> events() {
        return row == null ? List.of() : row.events();
    }

    /**
     * What was decided, in order.
     *
     * @return the decisions; empty when there was nothing to decide
     */
    public List<Decision> decisions() {
        return row == null ? List.of() : row.decisions();
    }

    /**
     * Whether something was decided.
     *
     * @param kind what
     * @return true when the decisions contain it
     */
    public boolean decided(DecisionKind kind) {
        for (Decision decision : decisions()) {
            if (decision.kind() == kind) {
                return true;
            }
        }
        return false;
    }

    /**
     * What the host is to show to the customer now, in order: the AI's answer when it passed, the library's own texts,
     * what a person wrote. With this return they count as handed over; a host that fails to deliver one refuses it at
     * the {@link Outbox}.
     *
     * @return the texts
     */
    public List<OutgoingText> texts() {
        List<OutgoingText> outgoing = new ArrayList<>(1);
        for (ConversationEvent event : events()) {
            int number = VisibleText.numberOf(event);
            if (number > 0 && !VisibleText.isPending(events(), number)) {
                for (Text text : texts) {
                    if (text.number() == number) {
                        outgoing.add(new OutgoingText(number, text.author().kind(), text.content()));
                    }
                }
            }
        }
        return outgoing;
    }

    /**
     * The right to answer, when the AI is wanted.
     *
     * @return empty when the AI is to be silent
     */
    public Optional<Ticket> ticket() {
        if (row != null) {
            List<ConversationEvent> events = row.events();
            for (int i = events.size() - 1; i >= 0; i--) {
                if (events.get(i) instanceof AnswerEvent.TicketIssued issued) {
                    return Optional.of(issued.ticket());
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Why a person who was called does not come: nothing was queued then.
     *
     * @return empty unless nobody can take the conversation
     */
    public Optional<NobodyReason> nobody() {
        return row == null
                ? Optional.empty()
                : row.find(HandoffEvent.NotQueued.class).map(HandoffEvent.NotQueued::reason);
    }

    /**
     * Why the customer was not asked how it was.
     *
     * @return empty unless just that was decided
     */
    public Optional<NotAskedReason> notAsked() {
        return row == null
                ? Optional.empty()
                : row.find(SurveyEvent.NotAsked.class).map(SurveyEvent.NotAsked::reason);
    }

    @Override
    public String toString() {
        return "TurnResult[" + conversation + " version " + version + ": " + decisions() + "]";
    }
}
