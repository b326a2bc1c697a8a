package io.chatmgmt.quality;

import io.chatmgmt.conversation.AnswerEvent;
import io.chatmgmt.conversation.Confidence;
import io.chatmgmt.conversation.ConversationEvent;
import io.chatmgmt.conversation.EscalationEvent;
import io.chatmgmt.conversation.HandoffEnd;
import io.chatmgmt.conversation.HandoffEvent;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.LifecycleEvent;
import io.chatmgmt.conversation.MessageEvent;
import io.chatmgmt.conversation.Placement;
import io.chatmgmt.conversation.ReviewAction;
import io.chatmgmt.conversation.SurveyEvent;
import java.time.Instant;
import java.util.function.IntFunction;

/**
 * Reads the facts of episodes off a journal, row by row: an episode that begins starts with none. Not thread-safe.
 */
public final class EpisodeListener {

    private EpisodeFacts facts = new EpisodeFacts();
    private int episode = 1;

    /** One that has heard nothing yet. */
    public EpisodeListener() {}

    /**
     * The facts of the current episode so far.
     *
     * @return they grow with the next row
     */
    public EpisodeFacts facts() {
        return facts;
    }

    /**
     * The number of the current episode.
     *
     * @return from 1
     */
    public int episode() {
        return episode;
    }

    /**
     * Hears what happened.
     *
     * @param row the next row of the journal
     * @param texts what was written, by number; empty for what has been erased
     */
    public void hear(JournalRow row, IntFunction<String> texts) {
        for (ConversationEvent event : row.events()) {
            if (event instanceof MessageEvent message) {
                said(message, row.at(), texts);
            } else if (event instanceof AnswerEvent answer) {
                answered(answer, row.at(), texts);
            } else if (event instanceof HandoffEvent handoff) {
                handedOff(handoff, row.at());
            } else if (event instanceof EscalationEvent.Raised) {
                facts.called(row.at());
            } else if (event instanceof LifecycleEvent lifecycle) {
                turned(lifecycle);
            } else if (event instanceof SurveyEvent.Rated rated && rated.episode() == episode) {
                facts.rated(rated.stars());
            }
        }
    }

    private void said(MessageEvent event, Instant at, IntFunction<String> texts) {
        if (event instanceof MessageEvent.CustomerWrote wrote && wrote.placement() == Placement.CURRENT) {
            facts.asked(wrote.number(), texts.apply(wrote.number()), wrote.signals(), at);
        } else if (event instanceof MessageEvent.AgentWrote wrote) {
            facts.answered(wrote.number(), texts.apply(wrote.number()), Confidence.unknown(), at);
        }
    }

    private void answered(AnswerEvent event, Instant at, IntFunction<String> texts) {
        if (event instanceof AnswerEvent.Sent sent) {
            facts.answered(sent.text(), texts.apply(sent.text()), sent.confidence(), at);
        } else if (event instanceof AnswerEvent.Replaced replaced) {
            facts.answered(replaced.text(), texts.apply(replaced.text()), Confidence.unknown(), at);
        } else if (event instanceof AnswerEvent.Failed || event instanceof AnswerEvent.FellBack) {
            facts.failed();
        } else if (event instanceof AnswerEvent.Corrected
                || (event instanceof AnswerEvent.Reviewed reviewed && reviewed.action() != ReviewAction.APPROVE)) {
            facts.corrected();
        }
    }

    private void handedOff(HandoffEvent event, Instant at) {
        if (event instanceof HandoffEvent.Queued) {
            facts.called(at);
        } else if (event instanceof HandoffEvent.Accepted) {
            facts.taken(at);
        } else if (event instanceof HandoffEvent.Closed closed && closed.end() == HandoffEnd.ABANDONED) {
            facts.left();
        }
    }

    private void turned(LifecycleEvent event) {
        if (event instanceof LifecycleEvent.Reopened) {
            facts = new EpisodeFacts();
            episode++;
        } else if (event instanceof LifecycleEvent.Resolved resolved) {
            facts.ended(resolved.resolution().isSettled());
        }
    }
}
