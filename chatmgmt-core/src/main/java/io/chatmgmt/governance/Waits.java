package io.chatmgmt.governance;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.Handoff;
import io.chatmgmt.conversation.WaitQuote;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What this node has learned about how long conversations take, and about whether what customers were told came true.
 * Thread-safe.
 */
final class Waits {

    /** What a conversation takes before anything is known. */
    private static final Duration PRIOR = Duration.ofSeconds(90);

    /** How much the latest conversation counts. */
    private static final double NEWEST = 0.05;

    /** How fast the far end follows: so that one miss in ten keeps it where it is. */
    private static final double STEP = 0.05;

    private static final double TARGET = 0.9;
    private static final double WIDEST = 20;

    private final Map<Key, Lesson> lessons = new ConcurrentHashMap<>();

    private record Key(String tenant, String queue) {}

    /** What is known of one queue. */
    private static final class Lesson {

        private double handleMillis = PRIOR.toMillis();
        private double widening = 1;
        private long quoted;
        private long kept;
        private double errorMillis;

        private synchronized void took(Duration time) {
            handleMillis += NEWEST * (time.toMillis() - handleMillis);
        }

        /** Who found a free slot was not told of a wait: how fast agents pick up is another figure. */
        private synchronized void waited(Duration time, WaitQuote quote) {
            if (quote.p90().isZero()) {
                return;
            }
            quoted++;
            boolean held = time.compareTo(quote.p90()) <= 0;
            kept += held ? 1 : 0;
            errorMillis += Math.abs(time.toMillis() - quote.p50().toMillis());
            double wider = widening * Math.exp(STEP * (held ? TARGET - 1 : TARGET));
            widening = Math.min(WIDEST, Math.max(1 / WIDEST, wider));
        }

        private synchronized WaitAccuracy accuracy() {
            return new WaitAccuracy(
                    quoted,
                    quoted == 0 ? null : (double) kept / quoted,
                    quoted == 0 ? null : Duration.ofMillis(Math.round(errorMillis / quoted)),
                    widening,
                    Duration.ofMillis(Math.round(handleMillis)));
        }
    }

    private Lesson lesson(String tenant, String queue) {
        return lessons.computeIfAbsent(new Key(tenant, queue), key -> new Lesson());
    }

    /** Learns from a commit that took a conversation to a person, or away from one. */
    void learn(@Nullable Conversation before, Conversation after) {
        Handoff handoff = after.handoff();
        Instant at = after.lastAt();
        if (handoff != null && at.equals(handoff.takenAt()) && handoff.quote() != null && !isTaken(before)) {
            lesson(after.id().tenant(), handoff.queue())
                    .waited(Duration.between(handoff.quote().asOf(), at), handoff.quote());
        }
        Handoff left = before == null ? null : before.handoff();
        boolean ended = before != null
                && before.assignee() != null
                && !before.assignee().equals(after.assignee());
        if (before != null && left != null && ended) {
            lesson(after.id().tenant(), left.queue())
                    .took(Duration.between(before.controlSince(), at)); // since this agent has had it
        }
    }

    private static boolean isTaken(@Nullable Conversation before) {
        return before != null && before.handoff() != null && before.handoff().takenAt() != null;
    }

    WaitAccuracy accuracy(String tenant, String queue) {
        return lesson(tenant, queue).accuracy();
    }
}
