package io.chatmgmt.metrics;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.PartScore;
import io.chatmgmt.conversation.QualityBand;
import io.chatmgmt.conversation.QualityEvent;
import io.chatmgmt.conversation.QualityScore;
import java.time.Instant;

/** What programs and people say of the quality of episodes. */
final class QualityRecords {

    private QualityRecords() {}

    static void enter(EventTable table) {
        table.on(QualityEvent.Scored.class, QualityRecords::scored)
                .on(QualityEvent.ReviewSubmitted.class, QualityRecords::reviewed);
    }

    private static void scored(QualityEvent.Scored event, Instant at, ConversationTally tally, Records out) {
        EpisodeTally episode = tally.find(event.episode());
        if (episode == null) {
            return;
        }
        if (episode.score == null) {
            Instant resolvedAt = episode.resolvedAt;
            episode.scoredIn = Quarter.of(resolvedAt == null ? at : resolvedAt);
        } else {
            all(episode, tally, out, -1);
        }
        episode.score = event.score();
        all(episode, tally, out, 1);
    }

    private static void all(EpisodeTally episode, ConversationTally tally, Records out, int sign) {
        QualityScore score = episode.score;
        if (score == null) {
            return;
        }
        scoreOf(episode, out, sign, Dimension.ALL, "");
        scoreOf(episode, out, sign, Dimension.CHANNEL, tally.channel);
        scoreOf(episode, out, sign, Dimension.LANGUAGE, tally.languageOf(episode));
        scoreOf(episode, out, sign, Dimension.TOPIC, tally.topicOf(episode));
        scoreOf(episode, out, sign, Dimension.BAND, score.band().name());
        for (PartScore part : score.parts()) {
            long value = Unit.POINTS.recorded(part.score());
            out.add(Measure.QUALITY_PARTS, Dimension.ALL, "", episode.scoredIn, sign, value);
            out.add(Measure.QUALITY_PARTS, Dimension.PART, part.part().name(), episode.scoredIn, sign, value);
        }
        partsOf(episode, out, sign, tally.topicOf(episode));
    }

    /** The parts under their topic, which may change. */
    static void partsOf(EpisodeTally episode, Records out, int sign, String topic) {
        QualityScore score = episode.score;
        if (score == null) {
            return;
        }
        for (PartScore part : score.parts()) {
            out.add(
                    Measure.QUALITY_PARTS,
                    Dimension.TOPIC_PART,
                    topic + "/" + part.part().name(),
                    episode.scoredIn,
                    sign,
                    Unit.POINTS.recorded(part.score()));
        }
    }

    static void scoreOf(EpisodeTally episode, Records out, int sign, Dimension dimension, String slice) {
        QualityScore score = episode.score;
        if (score != null) {
            out.add(Measure.QUALITY, dimension, slice, episode.scoredIn, sign, Unit.POINTS.recorded(score.score()));
        }
    }

    private static void reviewed(QualityEvent.ReviewSubmitted event, Instant at, ConversationTally tally, Records out) {
        Double score = event.score();
        EpisodeTally episode = tally.find(event.episode());
        if (score == null || episode == null) {
            return;
        }
        long value = Unit.POINTS.recorded(score);
        tally.spread(out, Measure.REVIEWS, at, value);
        tally.spread(out, Measure.REVIEWS, Dimension.LANGUAGE, tally.languageOf(episode), at, value);
        tally.spread(out, Measure.REVIEWS, Dimension.TOPIC, tally.topicOf(episode), at, value);
        tally.spread(out, Measure.REVIEWS, Dimension.BAND, QualityBand.of(score).name(), at, value);
        for (AgentId agent : episode.attributed) {
            tally.spread(out, Measure.REVIEWS, Dimension.AGENT, agent.value(), at, value);
        }
    }
}
