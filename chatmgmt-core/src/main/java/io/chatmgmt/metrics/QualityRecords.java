package io.chatmgmt.metrics;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.PartScore;
import io.chatmgmt.conversation.QualityBand;
import io.chatmgmt.conversation.QualityEvent;
import io.chatmgmt.conversation.QualityScore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What programs and people say of the quality of episodes. */
final class QualityRecords {

    private QualityRecords() {}

    static void enter(EventTable table) {
        table.on(QualityEvent.Scored.class, QualityRecords::scored)
                .on(QualityEvent.ReviewSubmitted.class, QualityRecords::reviewed);
    }

    private static void scored(QualityEvent.Scored event, Instant at, ConversationTally tally, Records out) {
        EpisodeTally episode = episode(event.episode(), tally);
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

    /** The current episode or the one before it; null for one that is forgotten. */
    private static @Nullable EpisodeTally episode(int number, ConversationTally tally) {
        EpisodeTally former = tally.former;
        if (tally.episode.number == number) {
            return tally.episode;
        }
        return former != null && former.number == number ? former : null;
    }

    private static void all(EpisodeTally episode, ConversationTally tally, Records out, int sign) {
        QualityScore score = episode.score;
        if (score == null) {
            return;
        }
        boolean current = episode == tally.episode;
        scoreOf(episode, out, sign, Dimension.ALL, "");
        scoreOf(episode, out, sign, Dimension.CHANNEL, tally.channel);
        scoreOf(episode, out, sign, Dimension.LANGUAGE, current ? tally.language : episode.language);
        scoreOf(episode, out, sign, Dimension.TOPIC, current ? tally.topic : episode.topic);
        scoreOf(episode, out, sign, Dimension.BAND, score.band().name());
        for (PartScore part : score.parts()) {
            long value = Unit.POINTS.recorded(part.score());
            out.add(Measure.QUALITY_PARTS, Dimension.ALL, "", episode.scoredIn, sign, value);
            out.add(Measure.QUALITY_PARTS, Dimension.PART, part.part().name(), episode.scoredIn, sign, value);
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
        EpisodeTally episode = episode(event.episode(), tally);
        if (score == null || episode == null) {
            return;
        }
        boolean current = episode == tally.episode;
        long value = Unit.POINTS.recorded(score);
        tally.spread(out, Measure.REVIEWS, at, value);
        tally.spread(out, Measure.REVIEWS, Dimension.LANGUAGE, current ? tally.language : episode.language, at, value);
        tally.spread(out, Measure.REVIEWS, Dimension.TOPIC, current ? tally.topic : episode.topic, at, value);
        tally.spread(out, Measure.REVIEWS, Dimension.BAND, QualityBand.of(score).name(), at, value);
        for (AgentId agent : episode.attributed) {
            tally.spread(out, Measure.REVIEWS, Dimension.AGENT, agent.value(), at, value);
        }
    }
}
