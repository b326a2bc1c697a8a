package io.chatmgmt.metrics;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.ConversationTopic;
import io.chatmgmt.conversation.Episode;
import io.chatmgmt.conversation.LifecycleEvent;
import java.time.Instant;
import java.util.List;

/** How episodes begin and end. */
final class LifecycleRecords {

    private LifecycleRecords() {}

    static void enter(EventTable table) {
        table.on(LifecycleEvent.Opened.class, LifecycleRecords::opened)
                .on(LifecycleEvent.Reopened.class, LifecycleRecords::reopened)
                .on(LifecycleEvent.LanguageSet.class, LifecycleRecords::languageSet)
                .on(LifecycleEvent.TopicSet.class, LifecycleRecords::topicSet)
                .on(LifecycleEvent.Resolved.class, LifecycleRecords::resolved);
    }

    private static void opened(LifecycleEvent.Opened event, Instant at, ConversationTally tally, Records out) {
        tally.channel = event.channel();
        tally.language = event.language().tag();
        tally.episode = new EpisodeTally(1, at, event.history().isReturning());
        EpisodeRecords.begin(tally, out);
    }

    /** Who comes back so soon was not helped: the earlier resolution is taken back, also in the bucket of long ago. */
    private static void reopened(LifecycleEvent.Reopened event, Instant at, ConversationTally tally, Records out) {
        EpisodeTally former = tally.episode;
        former.language = tally.language;
        former.topic = tally.topic;
        tally.remember(former);
        if (event.kind() == Episode.Kind.CONTINUATION) {
            EpisodeRecords.resolution(tally, out, -1);
        } else {
            tally.topic = "";
        }
        tally.episode = new EpisodeTally(former.number + 1, at, true);
        tally.askedAt = null;
        tally.unansweredSince = null;
        tally.calledAt = null;
        EpisodeRecords.begin(tally, out);
    }

    private static void languageSet(
            LifecycleEvent.LanguageSet event, Instant at, ConversationTally tally, Records out) {
        if (!event.tag().equals(tally.language)) {
            EpisodeRecords.move(tally, out, Dimension.LANGUAGE, tally.language, event.tag());
            tally.language = event.tag();
        }
    }

    private static void topicSet(LifecycleEvent.TopicSet event, Instant at, ConversationTally tally, Records out) {
        ConversationTopic topic = event.topic();
        if (!topic.code().equals(tally.topic)) {
            EpisodeRecords.move(tally, out, Dimension.TOPIC, tally.topic, topic.code());
            tally.topic = topic.code();
        }
    }

    private static void resolved(LifecycleEvent.Resolved event, Instant at, ConversationTally tally, Records out) {
        EpisodeTally episode = tally.episode;
        SurveyRecords.takeBack(episode, tally, out);
        episode.resolution = event.resolution();
        episode.resolvedAt = at;
        episode.attributed = List.copyOf(episode.people);
        SurveyRecords.add(episode, tally, out);
        EpisodeRecords.resolution(tally, out, 1);
        tally.count(out, Measure.RESOLUTIONS, at);
        tally.count(
                out, Measure.RESOLUTIONS, Dimension.OUTCOME, event.resolution().name(), at);
        AgentId agent = event.agent();
        if (agent != null) {
            tally.count(out, Measure.RESOLUTIONS, Dimension.AGENT, agent.value(), at);
        }
        tally.askedAt = null;
        tally.unansweredSince = null;
        tally.calledAt = null;
    }
}
