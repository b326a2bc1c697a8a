package io.chatmgmt.governance;

import io.chatmgmt.access.AccessDeniedException;
import io.chatmgmt.access.Permission;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.OverrideReason;
import io.chatmgmt.conversation.ReviewEvent;
import io.chatmgmt.conversation.TrainingMark;
import io.chatmgmt.conversation.TrainingState;
import io.chatmgmt.lifecycle.ReviewInput;
import io.chatmgmt.store.JournalPlace;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one person does for the AI's training: mark answers, decide which of them it learns from, and export them.
 * Thread-safe.
 */
public final class TrainingDesk {

    private static final int PAGE = 200;

    private final Desk desk;
    private final Kernel kernel;

    TrainingDesk(Desk desk, Kernel kernel) {
        this.desk = desk;
        this.kernel = kernel;
    }

    /**
     * Marks an answer of the AI for its training.
     *
     * @param id which conversation
     * @param text the number of the answer's text: a message that was sent, or a draft that was not
     * @param reason what was wrong with it
     * @param better what the AI should have said; empty to take what the customer got instead, should there be anything
     * @param tags words to find it by
     * @return what came of it; lost once somebody has decided about the mark, or when the conversation has too many
     * @throws IllegalArgumentException when that text is not an answer of the AI
     */
    public PersonResult mark(ConversationId id, int text, OverrideReason reason, String better, List<String> tags) {
        desk.permitted(id, Permission.REVIEW);
        ReviewDesk.reasoned(reason);
        ConversationReader reader = new ConversationReader(kernel.store(), id);
        reader.wordsOfAi(text, "text");
        int instead = better.isBlank() ? reader.insteadOf(text) : 0;
        return desk.run(
                id, new ReviewInput.MarksForTraining(text, reason, better.isBlank() ? "" : better, instead, tags));
    }

    /**
     * Lets the AI learn from a marked answer.
     *
     * @param id which conversation
     * @param text the number of the answer's text
     * @return what came of it; lost when it is not marked, or put aside
     */
    public PersonResult accept(ConversationId id, int text) {
        return move(id, text, TrainingState.ACCEPTED);
    }

    /**
     * Puts a marked answer aside.
     *
     * @param id which conversation
     * @param text the number of the answer's text
     * @return what came of it; lost when it is not marked, or used
     */
    public PersonResult reject(ConversationId id, int text) {
        return move(id, text, TrainingState.REJECTED);
    }

    /**
     * Says that the AI has learned from a marked answer.
     *
     * @param id which conversation
     * @param text the number of the answer's text
     * @return what came of it; lost when it was not accepted
     */
    public PersonResult use(ConversationId id, int text) {
        return move(id, text, TrainingState.USED);
    }

    private PersonResult move(ConversationId id, int text, TrainingState state) {
        desk.permitted(id, Permission.REVIEW);
        return desk.run(id, new ReviewInput.MovesTraining(text, state));
    }

    /**
     * Writes what is marked for training, one JSON object a line: what the customer and the team could both read before,
     * what the AI said, and what would have been better. Notes and whatever else the team keeps to itself are never part
     * of it, nor is who the customer is. What was put aside is left out.
     *
     * @param from the earliest time of marking, included
     * @param before the latest time of marking, excluded
     * @param out where to write to
     * @return how many lines were written
     * @throws IOException when writing fails
     * @throws AccessDeniedException when the person may not see what the tenant has
     */
    public int export(Instant from, Instant before, Appendable out) throws IOException {
        String tenant = desk.overview();
        TrainingExport export = new TrainingExport(kernel.store(), out);
        JournalPlace after = null;
        List<JournalRow> rows;
        do {
            rows = kernel.store().reviews(tenant, from, before, after, PAGE);
            for (JournalRow row : rows) {
                after = JournalPlace.of(row);
                Optional<Conversation> found = kernel.store()
                        .find(row.conversation())
                        .filter(conversation -> desk.may(Permission.REVIEW, conversation));
                if (found.isPresent()) {
                    for (TrainingMark mark : marks(row, found.get())) {
                        export.write(found.get(), row.at(), mark);
                    }
                }
            }
        } while (rows.size() == PAGE);
        return export.lines();
    }

    /** The marks that a row made, as far as they have come since; one that was made anew later is told then. */
    private static List<TrainingMark> marks(JournalRow row, Conversation conversation) {
        List<TrainingMark> marks = new ArrayList<>(1);
        row.events().forEach(event -> {
            if (event instanceof ReviewEvent.MarkedForTraining marked) {
                conversation
                        .caseFile()
                        .mark(marked.mark().text())
                        .filter(mark -> mark.state() != TrainingState.REJECTED)
                        .filter(mark -> mark.corrected() == marked.mark().corrected()
                                && mark.reason() == marked.mark().reason()
                                && mark.tags().equals(marked.mark().tags()))
                        .ifPresent(marks::add);
            }
        });
        return marks;
    }
}
