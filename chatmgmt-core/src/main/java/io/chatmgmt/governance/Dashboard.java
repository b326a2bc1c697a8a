package io.chatmgmt.governance;

import io.chatmgmt.store.LiveFigures;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What a supervisor sees at one glance. Counters, figures and rows tell of the same instant; agents are counted right
 * after. Immutable.
 *
 * @param asOf the instant
 * @param counters how much there is to do
 * @param figures what the conversations add up to that are open, or were resolved within the span asked for
 * @param before what those add up to that were resolved within the span before it
 * @param recent the open conversations with the latest messages, as far as the person may see them
 */
public record Dashboard(
        Instant asOf, Counters counters, LiveFigures figures, LiveFigures before, List<LiveRow> recent) {

    /** Checks for nulls, and copies. */
    public Dashboard {
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(counters, "counters");
        Objects.requireNonNull(figures, "figures");
        Objects.requireNonNull(before, "before");
        recent = List.copyOf(recent);
    }

    /**
     * The mean confidence of the AI.
     *
     * @return empty when none is known
     */
    public OptionalDouble confidence() {
        return figures.meanConfidence();
    }

    /**
     * How long the AI takes to answer, on average, in seconds.
     *
     * @return empty when it has not answered
     */
    public OptionalDouble answerSeconds() {
        return figures.meanAnswerSeconds();
    }

    /**
     * The mean of the ratings, 1 to 5.
     *
     * @return empty when nobody rated
     */
    public OptionalDouble satisfaction() {
        return figures.meanRating();
    }

    /**
     * In which share of the conversations that the AI answered in people were called or stepped in.
     *
     * @return empty when the AI answered in none
     */
    public OptionalDouble escalationRate() {
        return figures.escalationRate();
    }

    /**
     * By how much that share has grown since the span before.
     *
     * @return empty when there is nothing to compare
     */
    public OptionalDouble escalationTrend() {
        OptionalDouble now = figures.escalationRate();
        OptionalDouble then = before.escalationRate();
        return now.isEmpty() || then.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(now.getAsDouble() - then.getAsDouble());
    }
}
