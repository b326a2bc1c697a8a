package io.chatmgmt.metrics;

import static io.chatmgmt.metrics.Dimension.ALL;
import static io.chatmgmt.metrics.Dimension.CHANNEL;
import static io.chatmgmt.metrics.Dimension.LANGUAGE;
import static io.chatmgmt.metrics.Dimension.TOPIC;

import java.time.Duration;
import java.time.Instant;

/**
 * What an episode as a whole counts for, by channel, language and topic. When one of these changes, what has been counted
 * so far moves to the new slice.
 */
final class EpisodeRecords {

    private static final int MICROS = 1_000_000;
    private static final int NANOS_PER_MICRO = 1_000;

    private EpisodeRecords() {}

    static void begin(ConversationTally tally, Records out) {
        each(tally, out, 1, Measure.EPISODES, tally.episode.quarter, 1);
        out.add(Measure.CUSTOMERS, ALL, "", tally.episode.quarter, 1, tally.customer);
        if (tally.episode.returning) {
            out.add(Measure.RETURNING_CUSTOMERS, ALL, "", tally.episode.quarter, 1, tally.customer);
        }
    }

    static void count(ConversationTally tally, Records out, Measure measure) {
        each(tally, out, 1, measure, tally.episode.quarter, 1);
    }

    static void resolution(ConversationTally tally, Records out, int sign) {
        each(tally, out, sign, EpisodeRecords::resolutionOf);
    }

    /** Moves all that the episode counts for to another slice of a dimension. */
    static void move(ConversationTally tally, Records out, Dimension dimension, String from, String to) {
        all(tally, out, -1, dimension, from);
        all(tally, out, 1, dimension, to);
    }

    private static void all(ConversationTally tally, Records out, int sign, Dimension dimension, String slice) {
        EpisodeTally episode = tally.episode;
        out.add(Measure.EPISODES, dimension, slice, episode.quarter, sign, 1);
        if (episode.answers > 0) {
            out.add(Measure.ANSWERED_EPISODES, dimension, slice, episode.quarter, sign, 1);
        }
        if (episode.escalated) {
            out.add(Measure.ESCALATED_EPISODES, dimension, slice, episode.quarter, sign, 1);
        }
        resolutionOf(tally, out, sign, dimension, slice);
        SurveyRecords.surveyOf(episode, out, sign, dimension, slice);
        QualityRecords.scoreOf(episode, out, sign, dimension, slice);
        if (dimension == TOPIC) {
            QualityRecords.partsOf(episode, out, sign, slice);
        }
    }

    /** One kind of thing, in one slice. */
    @FunctionalInterface
    private interface Part {

        void add(ConversationTally tally, Records out, int sign, Dimension dimension, String slice);
    }

    private static void each(ConversationTally tally, Records out, int sign, Part part) {
        part.add(tally, out, sign, ALL, "");
        part.add(tally, out, sign, CHANNEL, tally.channel);
        part.add(tally, out, sign, LANGUAGE, tally.language);
        part.add(tally, out, sign, TOPIC, tally.topic);
    }

    private static void each(ConversationTally tally, Records out, int sign, Measure measure, int quarter, long value) {
        out.add(measure, ALL, "", quarter, sign, value);
        out.add(measure, CHANNEL, tally.channel, quarter, sign, value);
        out.add(measure, LANGUAGE, tally.language, quarter, sign, value);
        out.add(measure, TOPIC, tally.topic, quarter, sign, value);
    }

    private static void resolutionOf(
            ConversationTally tally, Records out, int sign, Dimension dimension, String slice) {
        EpisodeTally episode = tally.episode;
        Instant at = episode.resolvedAt;
        if (at == null) {
            return;
        }
        int quarter = episode.quarter;
        if (episode.escalated) {
            out.add(Measure.CLOSED_ESCALATED_EPISODES, dimension, slice, quarter, sign, 1);
        }
        if (episode.helped) {
            out.add(Measure.HELPED_EPISODES, dimension, slice, quarter, sign, 1);
        }
        out.add(Measure.DURATION, dimension, slice, Quarter.of(at), sign, micros(episode.openedAt, at));
        if (!episode.isResolved()) {
            return;
        }
        out.add(Measure.RESOLVED_EPISODES, dimension, slice, quarter, sign, 1);
        if (episode.isAutomated() && episode.answers > 0 && episode.matter) {
            out.add(Measure.AUTOMATED_EPISODES, dimension, slice, quarter, sign, 1);
        }
        if (episode.isAutomated() && episode.answers == 1) {
            out.add(Measure.ONE_ANSWER_EPISODES, dimension, slice, quarter, sign, 1);
        }
    }

    /** Microseconds between two moments; none when the second is not after the first. */
    static long micros(Instant from, Instant to) {
        Duration between = Duration.between(from, to);
        return between.isNegative() ? 0 : between.getSeconds() * MICROS + between.getNano() / NANOS_PER_MICRO;
    }
}
