package io.chatmgmt.metrics;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.SurveyEvent;
import java.time.Instant;
import java.util.List;

/** Whom is asked how it was, and what customers say. */
final class SurveyRecords {

    private static final int SATISFIED = 4;

    private SurveyRecords() {}

    static void enter(EventTable table) {
        table.on(SurveyEvent.Asked.class, SurveyRecords::asked)
                .on(SurveyEvent.NotAsked.class, SurveyRecords::notAsked)
                .on(SurveyEvent.Rated.class, SurveyRecords::rated);
    }

    private static void asked(SurveyEvent.Asked event, Instant at, ConversationTally tally, Records out) {
        EpisodeTally episode = tally.find(event.episode());
        if (episode != null && !episode.asked) {
            episode.asked = true;
            episode.askedIn = Quarter.of(at);
            each(episode, tally, out, Measure.SURVEYS);
        }
    }

    private static void notAsked(SurveyEvent.NotAsked event, Instant at, ConversationTally tally, Records out) {
        tally.count(out, Measure.SURVEYS_NOT_SENT, at);
        tally.count(
                out, Measure.SURVEYS_NOT_SENT, Dimension.OUTCOME, event.reason().name(), at);
    }

    private static void rated(SurveyEvent.Rated event, Instant at, ConversationTally tally, Records out) {
        EpisodeTally episode = tally.find(event.episode());
        if (episode == null) {
            return;
        }
        if (episode.asked && !episode.answered) {
            episode.answered = true;
            each(episode, tally, out, Measure.ANSWERED_SURVEYS);
        }
        takeBack(episode, tally, out);
        episode.stars = event.stars();
        episode.ratedIn = Quarter.of(at);
        if (episode.resolvedAt == null) {
            episode.attributed = List.copyOf(episode.people);
        }
        add(episode, tally, out);
    }

    private static void each(EpisodeTally episode, ConversationTally tally, Records out, Measure measure) {
        out.add(measure, Dimension.ALL, "", episode.askedIn, 1, 1);
        out.add(measure, Dimension.CHANNEL, tally.channel, episode.askedIn, 1, 1);
        out.add(measure, Dimension.LANGUAGE, tally.languageOf(episode), episode.askedIn, 1, 1);
        out.add(measure, Dimension.TOPIC, tally.topicOf(episode), episode.askedIn, 1, 1);
    }

    /** Counts the rating of an episode, should there be one. */
    static void add(EpisodeTally episode, ConversationTally tally, Records out) {
        rating(episode, tally, out, 1);
    }

    /** Takes the rating of an episode back, should there be one. */
    static void takeBack(EpisodeTally episode, ConversationTally tally, Records out) {
        rating(episode, tally, out, -1);
    }

    private static void rating(EpisodeTally episode, ConversationTally tally, Records out, int sign) {
        if (episode.stars == 0) {
            return;
        }
        starsOf(episode, out, sign, Dimension.ALL, "");
        starsOf(episode, out, sign, Dimension.CHANNEL, tally.channel);
        starsOf(episode, out, sign, Dimension.LANGUAGE, tally.languageOf(episode));
        starsOf(episode, out, sign, Dimension.TOPIC, tally.topicOf(episode));
        for (AgentId agent : episode.attributed) {
            starsOf(episode, out, sign, Dimension.AGENT, agent.value());
        }
        starsOf(episode, out, sign, Dimension.OUTCOME, episode.resolution == null ? "" : episode.resolution.name());
        out.add(Measure.RATING, Dimension.BAND, String.valueOf(episode.stars), episode.ratedIn, sign, episode.stars);
    }

    /** What the customer was asked and said, in one slice. */
    static void surveyOf(EpisodeTally episode, Records out, int sign, Dimension dimension, String slice) {
        if (episode.asked) {
            out.add(Measure.SURVEYS, dimension, slice, episode.askedIn, sign, 1);
        }
        if (episode.answered) {
            out.add(Measure.ANSWERED_SURVEYS, dimension, slice, episode.askedIn, sign, 1);
        }
        if (episode.stars > 0) {
            starsOf(episode, out, sign, dimension, slice);
        }
    }

    private static void starsOf(EpisodeTally episode, Records out, int sign, Dimension dimension, String slice) {
        out.add(Measure.RATING, dimension, slice, episode.ratedIn, sign, episode.stars);
        if (episode.stars >= SATISFIED) {
            out.add(Measure.SATISFIED, dimension, slice, episode.ratedIn, sign, 1);
        }
    }
}
