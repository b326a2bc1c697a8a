package io.chatmgmt.examples.recording;

import io.chatmgmt.conversation.AiFailure;
import io.chatmgmt.response.AiAnswer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One turn of a recorded conversation. Immutable. */
public sealed interface RecordedTurn {

    /**
     * When it happened.
     *
     * @return its time, never before the turn before it
     */
    Instant at();

    /**
     * Lets somebody act it out.
     *
     * @param player who knows what to do for each kind of turn
     */
    void play(Player player);

    /** Acts turns out. */
    interface Player {

        /**
         * The customer writes.
         *
         * @param id the host's id of the message
         * @param text the words
         */
        void customer(String id, String text);

        /**
         * The matter had been resolved, and the customer writes again.
         *
         * @param id the host's id of the message
         * @param text the words
         */
        void returned(String id, String text);

        /**
         * The AI answers.
         *
         * @param answer the answer
         */
        void answer(AiAnswer answer);

        /**
         * The AI fails.
         *
         * @param failure how
         */
        void failure(AiFailure failure);

        /**
         * A person of the support team writes.
         *
         * @param agent who, null when the recording does not say
         * @param text the words
         */
        void agent(@Nullable String agent, String text);
    }

    /**
     * The customer writes.
     *
     * @param at when
     * @param id the host's id of the message
     * @param text the words
     */
    record OfCustomer(Instant at, String id, String text) implements RecordedTurn {

        @Override
        public void play(Player player) {
            player.customer(id, text);
        }
    }

    /**
     * The matter had been resolved, and the customer writes again.
     *
     * @param at when
     * @param id the host's id of the message
     * @param text the words
     */
    record OfReturningCustomer(Instant at, String id, String text) implements RecordedTurn {

        @Override
        public void play(Player player) {
            player.returned(id, text);
        }
    }

    /**
     * The AI answers.
     *
     * @param at when
     * @param answer the answer
     */
    record OfAi(Instant at, AiAnswer answer) implements RecordedTurn {

        @Override
        public void play(Player player) {
            player.answer(answer);
        }
    }

    /**
     * The AI fails.
     *
     * @param at when
     * @param failure how
     */
    record OfFailingAi(Instant at, AiFailure failure) implements RecordedTurn {

        @Override
        public void play(Player player) {
            player.failure(failure);
        }
    }

    /**
     * A person of the support team writes.
     *
     * @param at when
     * @param agent who, null when the recording does not say
     * @param text the words
     */
    record OfAgent(Instant at, @Nullable String agent, String text) implements RecordedTurn {

        @Override
        public void play(Player player) {
            player.agent(agent, text);
        }
    }
}
