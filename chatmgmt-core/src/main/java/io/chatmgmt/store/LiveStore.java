package io.chatmgmt.store;

import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Text;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * Lists and counts conversations as they are now, for people to look at. Implementations are thread-safe. Contract suite:
 * {@code LiveContract} in the test-jar.
 *
 * <p>What rests while messages come and go (tenant, lifecycle, when an episode began or was resolved, queue, agent,
 * topic, language, rating) may be served by index. What moves with every message (status, flags, confidence, waiting,
 * latest message) is not worth one: it is filtered and ordered over the open conversations, which are few.
 */
public interface LiveStore {

    /** The grain of {@link #live}: spans begin and end at whole quarters of an hour. */
    Duration GRAIN = Duration.ofMinutes(15);

    /**
     * One page of conversations. Pages that are read one after the other show every conversation that did not change
     * meanwhile exactly once, and none twice at the same version.
     *
     * @param query which conversations, in which order, from where on
     * @return their current rows, and where the next page begins
     */
    LivePage list(LiveQuery query);

    /**
     * Everything that a dashboard shows at one glance, as of one instant: no commit is counted in one figure and missing
     * in another.
     *
     * @param tenant whose conversations
     * @param moment the moment at which they are looked at
     * @param span how far back resolved conversations count, a whole number of {@linkplain #GRAIN grains}; see
     *     {@link #spanStart}
     * @param recent how many of the latest rows to give, 0 or more
     * @return the view
     */
    LiveView live(String tenant, LiveMoment moment, Duration span, int recent);

    /**
     * The latest messages that the customers wrote or could read, corrections included.
     *
     * @param conversations which conversations
     * @return by conversation; those without a message are absent
     */
    Map<ConversationId, Text> latestMessages(List<ConversationId> conversations);

    /**
     * When a span begins: so that it ends with the grain that the moment is in.
     *
     * @param now the moment
     * @param span how long it is
     * @return its first instant
     * @throws IllegalArgumentException when the span is not a positive whole number of grains
     */
    static Instant spanStart(Instant now, Duration span) {
        long grain = GRAIN.toSeconds();
        if (span.isZero()
                || span.isNegative()
                || !GRAIN.multipliedBy(span.dividedBy(GRAIN)).equals(span)) {
            throw new IllegalArgumentException("span must be a whole number of quarters of an hour: " + span);
        }
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        return second.minusSeconds(Math.floorMod(second.getEpochSecond(), grain))
                .plus(GRAIN)
                .minus(span);
    }
}
