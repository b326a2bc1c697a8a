package io.chatmgmt.governance;

import io.chatmgmt.conversation.Actor;
import io.chatmgmt.conversation.AnswerEvent;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.LifecycleEvent;
import io.chatmgmt.conversation.QualityScore;
import io.chatmgmt.conversation.SurveyEvent;
import io.chatmgmt.lifecycle.HostInput;
import io.chatmgmt.quality.QualityScorer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Scores what has been committed: a running conversation after each answer, so that it is flagged while something can
 * still be done, and an episode when it is over or rated. A scorer that fails is logged once and scores nothing.
 * Thread-safe.
 */
final class QualityWatch {

    private static final Logger log = LoggerFactory.getLogger(QualityWatch.class);

    private final Kernel kernel;
    private final CommandRunner runner;
    private final QualityScorer scorer;
    private final AtomicBoolean failed = new AtomicBoolean();

    QualityWatch(Kernel kernel, CommandRunner runner) {
        this.kernel = kernel;
        this.runner = runner;
        this.scorer = kernel.scorer();
    }

    /** Looks at a conversation of which some rows are new; the talk has heard them. */
    void look(RecordedTalk talk, List<JournalRow> rows) {
        boolean over = false;
        boolean answered = false;
        int episode = talk.quality().episode();
        for (JournalRow row : rows) {
            over |= row.find(LifecycleEvent.Resolved.class).isPresent()
                    || row.find(SurveyEvent.Rated.class)
                            .filter(rated -> rated.episode() == episode)
                            .isPresent();
            answered |= row.find(AnswerEvent.Sent.class).isPresent();
            if (row.find(LifecycleEvent.Erased.class).isPresent()) {
                return; // there are no words left to judge by
            }
        }
        if (talk.quality().facts().isEnded()) {
            if (over) {
                score(talk).ifPresent(score -> tell(talk, score));
            }
        } else if (answered) {
            score(talk).ifPresent(score -> flag(talk.id(), score));
        }
    }

    /** How good an episode is so far. */
    Optional<QualityScore> score(RecordedTalk talk) {
        try {
            return scorer.score(
                    talk.quality().facts(),
                    kernel.policy(talk.id().tenant(), kernel.now()).quality());
        } catch (RuntimeException e) {
            if (!failed.getAndSet(true)) {
                log.warn(
                        "the quality scorer {} failed; this is logged once",
                        scorer.getClass().getName(),
                        e);
            }
            return Optional.empty();
        }
    }

    private void tell(RecordedTalk talk, QualityScore score) {
        runner.run(
                talk.id(),
                Actor.SYSTEM,
                "quality:" + talk.version(),
                new HostInput.Scores(talk.quality().episode(), score));
    }

    private void flag(ConversationId id, QualityScore score) {
        double threshold = kernel.policy(id.tenant(), kernel.now()).quality().lowQualityBelow();
        boolean low = score.score() < threshold;
        Conversation now = kernel.store().find(id).orElse(null);
        if (now != null && low != now.flags().has(Flag.LOW_QUALITY)) {
            runner.run(id, Actor.SYSTEM, null, new HostInput.Grades(score.score(), threshold));
        }
    }
}
