package io.chatmgmt.lifecycle;

import io.chatmgmt.conversation.CaseEvent;
import io.chatmgmt.conversation.Closure;
import io.chatmgmt.conversation.FollowUpOwner;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people promise and write down about a conversation. */
public sealed interface CaseInput extends Input {

    /**
     * A person promises something to the customer.
     *
     * @param owner who has to do it
     * @param promise what, in the person's words
     * @param dueAt when it is to be done
     * @param remindAt when its owner is to be reminded, null for never
     */
    record Promises(
            FollowUpOwner owner,
            String promise,
            Instant dueAt,
            @Nullable Instant remindAt) implements CaseInput {

        @Override
        public Step.Verdict decide(Step step) {
            return Casework.promise(step, this);
        }
    }

    /**
     * A promise goes to another owner or gets another time.
     *
     * @param number the number of the follow-up
     * @param owner who has to do it from now on
     * @param dueAt when it is to be done
     * @param remindAt when its owner is to be reminded, null for never
     */
    record MovesFollowUp(
            int number,
            FollowUpOwner owner,
            Instant dueAt,
            @Nullable Instant remindAt) implements CaseInput {

        @Override
        public Step.Verdict decide(Step step) {
            return Casework.move(step, this);
        }
    }

    /**
     * A promise is kept, or is not needed any more.
     *
     * @param number the number of the follow-up
     * @param end which
     */
    record EndsFollowUp(int number, CaseEvent.FollowUpEnd end) implements CaseInput {

        @Override
        public Step.Verdict decide(Step step) {
            return Casework.end(step, this);
        }
    }

    /**
     * A person closes the matter, and writes down what it was and what helped.
     *
     * @param reason why it is closed, a code of the host's
     * @param cause what was behind it
     * @param answer what helped
     * @param reuse whether the answer helps others, too
     * @param tags words to find it by
     */
    record Closes(String reason, String cause, String answer, Closure.Reuse reuse, List<String> tags)
            implements CaseInput {

        @Override
        public Step.Verdict decide(Step step) {
            return Casework.close(step, this);
        }
    }
}
