package io.chatmgmt.governance;

import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.quality.ClosingPolicy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether enough is written down for a person to close a conversation. */
final class Closing {

    private Closing() {}

    static void check(ClosingPolicy policy, ConversationId id, @Nullable ClosingNote note) {
        List<String> problems = new ArrayList<>();
        if (note == null) {
            if (policy.note() == ClosingPolicy.Note.REQUIRED) {
                problems.add("note: a closing note is required");
            }
        } else {
            if (!policy.reasons().isEmpty() && !policy.reasons().contains(note.reason())) {
                problems.add("reason: must be one of "
                        + policy.reasons().stream().sorted().toList() + ", is " + note.reason());
            }
            if (note.tags().size() < policy.minTags()) {
                problems.add("tags: at least " + policy.minTags() + " are required, there are "
                        + note.tags().size());
            }
        }
        if (!problems.isEmpty()) {
            throw new ClosingNoteException(id, problems);
        }
    }
}
