package io.chatmgmt.examples.report;

import io.chatmgmt.conversation.ConfidenceBand;
import io.chatmgmt.conversation.QualityBand;
import io.chatmgmt.metrics.PeakHours;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a replay adds up to. Rates are over episodes; in a replay a conversation is one episode. Percentiles are nearest
 * rank. A mean over nothing is null. Immutable.
 *
 * @param conversations how many conversations were played
 * @param messages what the customers could see, by author
 * @param escalated in how many conversations a person was called
 * @param escalationRate those per episode with at least one answer of the AI
 * @param escalationsByReason how many calls named each reason
 * @param confidence how sure the AI was of the answers that were delivered
 * @param satisfaction the customers' ratings, 1 to 5
 * @param firstResponseResolutionRate episodes that one answer of the AI resolved, without any person being called, per
 *     episode with at least one answer of the AI
 * @param resolutionRate episodes that were resolved, of all
 * @param responseSeconds from a customer's message to the delivered answer of the AI to it
 * @param durationSeconds from the opening to the resolution, of resolved episodes
 * @param messagesPerConversation all messages per conversation
 * @param quality how good the resolved episodes were, 0 to 100
 * @param languages conversations by the language that they were held in
 * @param topics conversations by topic, those with an unknown one left out
 * @param held what became of the answers that waited for a reviewer
 * @param agents the agents who had conversations, in order of id
 * @param waitSeconds from the queue to the agent, of those who got one
 * @param peakHours when the customers write most, hours of the day in UTC
 * @param skippedLines how many lines of the input could not be used
 * @param turns how many input turns were played
 * @param elapsed from the first byte of the input to this report
 */
public record Report(
        int conversations,
        Messages messages,
        int escalated,
        @Nullable Double escalationRate,
        Map<String, Integer> escalationsByReason,
        Scores<ConfidenceBand> confidence,
        Satisfaction satisfaction,
        @Nullable Double firstResponseResolutionRate,
        @Nullable Double resolutionRate,
        Spread responseSeconds,
        Spread durationSeconds,
        @Nullable Double messagesPerConversation,
        Scores<QualityBand> quality,
        Map<String, Integer> languages,
        Map<String, Integer> topics,
        Held held,
        List<AgentFigures> agents,
        Waits waitSeconds,
        List<PeakHours> peakHours,
        int skippedLines,
        int turns,
        Duration elapsed) {

    private static final double NANOS = 1e9;

    /**
     * Messages by author.
     *
     * @param customer written by customers
     * @param ai answers of the AI
     * @param agent written by people, their introductions included
     * @param system texts of the library
     */
    public record Messages(int customer, int ai, int agent, int system) {

        int total() {
            return customer + ai + agent + system;
        }
    }

    /**
     * Values that fall into bands.
     *
     * @param mean the mean of the known ones
     * @param bands how many fell into each band
     */
    public record Scores<B extends Enum<B>>(@Nullable Double mean, Map<B, Integer> bands) {}

    /**
     * Ratings.
     *
     * @param mean their mean
     * @param count how many
     */
    public record Satisfaction(@Nullable Double mean, int count) {}

    /**
     * Seconds.
     *
     * @param mean their mean
     * @param p50 half of them are at most this
     * @param p95 95 % of them are at most this
     */
    public record Spread(
            @Nullable Double mean,
            @Nullable Double p50,
            @Nullable Double p95) {

        static Spread of(Samples samples) {
            return new Spread(samples.mean(), samples.percentile(50), samples.percentile(95));
        }
    }

    /**
     * Seconds in the queue.
     *
     * @param p50 half of them are at most this
     * @param p90 90 % of them are at most this
     */
    public record Waits(@Nullable Double p50, @Nullable Double p90) {}

    /**
     * What became of held answers.
     *
     * @param approved sent as they stood
     * @param edited sent after a change
     * @param replaced answered by the reviewer instead
     * @param discarded dropped
     * @param expired nobody decided in time
     */
    public record Held(int approved, int edited, int replaced, int discarded, int expired) {}

    /**
     * What an agent did.
     *
     * @param id who
     * @param handled how many conversations they had
     * @param messages how many messages they wrote
     * @param satisfaction the ratings of the conversations that they had
     */
    public record AgentFigures(String id, int handled, int messages, Satisfaction satisfaction) {}

    /**
     * How fast it was.
     *
     * @return input turns per second
     */
    public @Nullable Double messagesPerSecond() {
        return elapsed.isZero() ? null : turns / (elapsed.toNanos() / NANOS);
    }
}
