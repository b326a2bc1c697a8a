package io.chatmgmt.store;

import io.chatmgmt.conversation.AiTurns;
import io.chatmgmt.conversation.ConfidenceSummary;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.Episode;
import java.util.OptionalDouble;

/**
 * What some conversations add up to, in whole numbers, so that the sum is the same in whichever order it is made.
 * Confidences are of whole conversations, everything else is of their current episodes. Immutable.
 *
 * @param conversations how many there are
 * @param answered in how many the AI has answered
 * @param escalated in how many of those people were called or stepped in
 * @param confidences how many confidences are known
 * @param confidenceSum their sum, in billionths
 * @param answers how many answers of the AI took a known time
 * @param answerMicros the sum of those times, in microseconds
 * @param ratings how many customers rated
 * @param stars the sum of their stars
 */
public record LiveFigures(
        long conversations,
        long answered,
        long escalated,
        long confidences,
        long confidenceSum,
        long answers,
        long answerMicros,
        long ratings,
        long stars) {

    /** Nothing. */
    public static final LiveFigures NONE = new LiveFigures(0, 0, 0, 0, 0, 0, 0, 0, 0);

    private static final double BILLION = 1e9;
    private static final double MICROS = 1e6;

    /**
     * What one conversation adds.
     *
     * @param row the conversation
     * @return its figures
     */
    public static LiveFigures of(Conversation row) {
        Episode episode = row.episode();
        ConfidenceSummary confidence = row.confidence();
        AiTurns ai = row.ai();
        boolean answered = episode.counts().ai() > 0;
        boolean escalated = answered && (episode.handoffs() > 0 || row.escalation() != null);
        return new LiveFigures(
                1,
                answered ? 1 : 0,
                escalated ? 1 : 0,
                confidence.count(),
                Math.round(confidence.sum() * BILLION),
                ai.timed(),
                ai.timedMicros(),
                episode.rating() > 0 ? 1 : 0,
                episode.rating());
    }

    /**
     * The sum with other conversations.
     *
     * @param other what the others add up to
     * @return the sum
     */
    public LiveFigures plus(LiveFigures other) {
        return new LiveFigures(
                conversations + other.conversations,
                answered + other.answered,
                escalated + other.escalated,
                confidences + other.confidences,
                confidenceSum + other.confidenceSum,
                answers + other.answers,
                answerMicros + other.answerMicros,
                ratings + other.ratings,
                stars + other.stars);
    }

    /**
     * The mean confidence over the answers of the AI.
     *
     * @return empty when none is known
     */
    public OptionalDouble meanConfidence() {
        return mean(confidenceSum, confidences, BILLION);
    }

    /**
     * How long the AI takes to answer, on average, in seconds.
     *
     * @return empty when it has not answered
     */
    public OptionalDouble meanAnswerSeconds() {
        return mean(answerMicros, answers, MICROS);
    }

    /**
     * The mean of the ratings, 1 to 5.
     *
     * @return empty when nobody rated
     */
    public OptionalDouble meanRating() {
        return mean(stars, ratings, 1);
    }

    /**
     * In which share of the conversations that the AI answered in people were called or stepped in.
     *
     * @return empty when the AI answered in none
     */
    public OptionalDouble escalationRate() {
        return mean(escalated, answered, 1);
    }

    private static OptionalDouble mean(long sum, long count, double unit) {
        return count == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) sum / count / unit);
    }
}
