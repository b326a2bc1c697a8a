package io.chatmgmt.store.memory;

import io.chatmgmt.store.LiveFigures;

/** What conversations add up to, kept as they change. Not thread-safe. */
final class LiveTotals {

    private long conversations;
    private long answered;
    private long escalated;
    private long confidences;
    private long confidenceSum;
    private long answers;
    private long answerMicros;
    private long ratings;
    private long stars;

    void add(LiveFigures more) {
        change(more, 1);
    }

    void subtract(LiveFigures less) {
        change(less, -1);
    }

    private void change(LiveFigures by, int sign) {
        conversations += sign * by.conversations();
        answered += sign * by.answered();
        escalated += sign * by.escalated();
        confidences += sign * by.confidences();
        confidenceSum += sign * by.confidenceSum();
        answers += sign * by.answers();
        answerMicros += sign * by.answerMicros();
        ratings += sign * by.ratings();
        stars += sign * by.stars();
    }

    boolean isEmpty() {
        return conversations == 0;
    }

    LiveFigures figures() {
        return new LiveFigures(
                conversations, answered, escalated, confidences, confidenceSum, answers, answerMicros, ratings, stars);
    }
}
