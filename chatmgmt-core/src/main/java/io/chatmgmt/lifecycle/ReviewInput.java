package io.chatmgmt.lifecycle;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.OverrideReason;
import io.chatmgmt.conversation.TrainingState;
import java.util.List;

/** What reviewers do beside deciding about held answers. */
public sealed interface ReviewInput extends Input {

    /**
     * A reviewer takes a held answer up, so that nobody else decides meanwhile.
     *
     * @param reviewer who
     * @param ticket the number of the answer's ticket
     */
    record Claims(AgentId reviewer, int ticket) implements ReviewInput {

        @Override
        public Step.Verdict decide(Step step) {
            return Reviewing.claim(step, this);
        }
    }

    /**
     * A reviewer marks an answer of the AI for its training.
     *
     * @param text the number of the answer's text
     * @param reason what was wrong with it
     * @param better what the AI should have said, empty to take what the customer got instead
     * @param instead the number of the text that the customer got instead, 0 for none
     * @param tags words to find it by
     */
    record MarksForTraining(int text, OverrideReason reason, String better, int instead, List<String> tags)
            implements ReviewInput {

        @Override
        public Step.Verdict decide(Step step) {
            return Training.mark(step, this);
        }
    }

    /**
     * A marked answer comes further, or is put aside.
     *
     * @param text the number of the answer's text
     * @param state how far it is to be
     */
    record MovesTraining(int text, TrainingState state) implements ReviewInput {

        @Override
        public Step.Verdict decide(Step step) {
            return Training.move(step, this);
        }
    }
}
