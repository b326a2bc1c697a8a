package io.chatmgmt.lifecycle;

import io.chatmgmt.conversation.AiFailure;
import io.chatmgmt.conversation.AnswerSignals;
import io.chatmgmt.conversation.Ticket;
import io.chatmgmt.response.AiAnswer;

/** What the AI does. */
public sealed interface AiInput extends Input {

    /** The AI wants to answer without having been asked: it opens the talk, or writes again. */
    record WantsTurn() implements AiInput {

        @Override
        public Step.Verdict decide(Step step) {
            return AnswerTurn.request(step);
        }
    }

    /**
     * The AI answers.
     *
     * @param ticket the ticket that it answers
     * @param answer the answer
     * @param signals what the detectors heard in it
     */
    record Answers(Ticket ticket, AiAnswer answer, AnswerSignals signals) implements AiInput {

        @Override
        public Step.Verdict decide(Step step) {
            return AnswerTurn.propose(step, this);
        }
    }

    /**
     * The AI fails.
     *
     * @param ticket the ticket that it did not answer
     * @param failure how it failed
     */
    record Fails(Ticket ticket, AiFailure failure) implements AiInput {

        @Override
        public Step.Verdict decide(Step step) {
            return AnswerTurn.fail(step, ticket, failure);
        }
    }
}
