package io.chatmgmt.quality;

import io.chatmgmt.conversation.QualityScore;
import java.util.Optional;

/**
 * Says how good an episode is, so far or as a whole. A pure function: the same facts give the same score. It is asked
 * after the commit, once for each turn of the AI and at the end, and must not block; whoever wants to ask a remote judge
 * does so in their own time and brings its answer to the front door.
 */
@FunctionalInterface
public interface QualityScorer {

    /**
     * Scores an episode.
     *
     * @param facts what is known of it
     * @param policy what counts how much
     * @return empty when there is too little of it to be scored
     */
    Optional<QualityScore> score(EpisodeFacts facts, QualityPolicy policy);

    /**
     * The built-in scorer: from what can be read off the conversation itself, without any language model.
     *
     * @return the scorer
     */
    static QualityScorer builtIn() {
        return BuiltInScorer.INSTANCE;
    }
}
