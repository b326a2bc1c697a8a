package io.chatmgmt.quality;

import io.chatmgmt.conversation.PartScore;
import io.chatmgmt.conversation.QualityPart;
import io.chatmgmt.conversation.QualityScore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Scores from what can be read off the conversation. Its numbers were found on recorded conversations with known outcomes;
 * what tells most is whether the latest answers say that the thing cannot be done.
 */
final class BuiltInScorer implements QualityScorer {

    static final BuiltInScorer INSTANCE = new BuiltInScorer();

    private static final String NAME = "built-in/1";
    private static final double FULL = 100;

    private BuiltInScorer() {}

    @Override
    public Optional<QualityScore> score(EpisodeFacts facts, QualityPolicy policy) {
        if (facts.customerMessages == 0 || facts.answerCount == 0 || facts.words < policy.minWords()) {
            return Optional.empty();
        }
        List<PartScore> parts = parts(facts, policy);
        double sum = 0;
        int weights = 0;
        for (PartScore part : parts) {
            sum += part.score() * policy.weight(part.part());
            weights += policy.weight(part.part());
        }
        return weights == 0
                ? Optional.empty()
                : Optional.of(new QualityScore(Math.min(FULL, sum / weights), parts, NAME));
    }

    private static List<PartScore> parts(EpisodeFacts facts, QualityPolicy policy) {
        List<PartScore> parts = new ArrayList<>(QualityPart.values().length);
        parts.add(relevance(facts));
        parts.add(completeness(facts));
        parts.add(resolution(facts));
        if (facts.timed > 0 || facts.failures > 0) {
            parts.add(time(facts, policy));
        }
        parts.add(satisfaction(facts));
        if (facts.called) {
            parts.add(escalation(facts));
        }
        if (facts.ended) {
            parts.add(followUp(facts));
        }
        if (facts.confidences > 0 || facts.corrections > 0) {
            parts.add(accuracy(facts));
        }
        parts.add(clarity(facts));
        parts.add(helpfulness(facts));
        return parts;
    }

    private static PartScore relevance(EpisodeFacts facts) {
        double shared = facts.overlaps == 0 ? 0.5 : Math.min(1, facts.overlap / facts.overlaps / 0.4);
        double repeated = facts.repeating / facts.answerCount;
        return part(QualityPart.RELEVANCE, FULL * (0.75 + 0.25 * shared - repeated), "WORDS", List.of());
    }

    private static PartScore completeness(EpisodeFacts facts) {
        double words = facts.answerWords / facts.answerCount;
        double enough = Math.min(1, Math.log1p(words) / Math.log1p(12));
        return part(QualityPart.COMPLETENESS, FULL * (enough - 0.3 * facts.refusing), "LENGTH", List.of());
    }

    /** What the last answers say weighs most: a refusal that was made good by the next answer is soon forgotten. */
    private static PartScore resolution(EpisodeFacts facts) {
        double score = 1 - 0.9 * facts.refusing;
        if (facts.unanswered > 0 && facts.unansweredQuestion) {
            score -= facts.ended ? 0.5 : 0;
        }
        if (facts.ended && !facts.resolved) {
            score -= 0.5;
        }
        List<Integer> evidence = new ArrayList<>(facts.refusals);
        if (facts.unanswered > 0 && facts.ended) {
            evidence.add(facts.unanswered);
        }
        return part(QualityPart.RESOLUTION, FULL * score, "ANSWERS", evidence);
    }

    /** Time is also how often the customer had to write before it was done. */
    private static PartScore time(EpisodeFacts facts, QualityPolicy policy) {
        double took = facts.timed == 0 ? 0 : facts.seconds / facts.timed;
        double effort = Math.min(0.6, 0.05 * Math.max(0, facts.customerMessages - 4));
        double score = fast(took, policy.promptWithin(), policy.lateAfter()) - 0.25 * facts.failures - effort;
        return part(QualityPart.TIME, FULL * score, "SECONDS", List.of());
    }

    /** 1 until everybody is content, 0 when everybody has gone, falling by the same for each doubling between. */
    private static double fast(double seconds, Duration prompt, Duration late) {
        double from = Math.max(0.001, prompt.toMillis() / 1000.0);
        double to = Math.max(from * 1.001, late.toMillis() / 1000.0);
        return seconds <= from ? 1 : Math.max(0, 1 - Math.log(seconds / from) / Math.log(to / from));
    }

    private static PartScore satisfaction(EpisodeFacts facts) {
        if (facts.stars > 0) {
            return part(QualityPart.SATISFACTION, FULL * (facts.stars - 1) / 4, "RATED", List.of());
        }
        double score = 0.75
                - 0.3 * facts.frustrated.size()
                - 0.15 * facts.calls.size()
                - 0.25 * facts.refusing
                + (facts.thanked || facts.thankedBefore ? 0.25 : 0);
        List<Integer> evidence = new ArrayList<>(facts.frustrated);
        evidence.addAll(facts.calls);
        return part(QualityPart.SATISFACTION, FULL * score, "PREDICTED", evidence);
    }

    private static PartScore escalation(EpisodeFacts facts) {
        if (facts.left || (facts.ended && !facts.taken)) {
            return part(QualityPart.ESCALATION, 0, "NOT_TAKEN", List.of());
        }
        double score = facts.taken ? fast(facts.waited, Duration.ofSeconds(30), Duration.ofMinutes(15)) : 0.5;
        return part(QualityPart.ESCALATION, FULL * score, "WAIT", facts.calls);
    }

    private static PartScore followUp(EpisodeFacts facts) {
        boolean open = facts.unanswered > 0 && facts.unansweredQuestion;
        return part(
                QualityPart.FOLLOW_UP, open ? 0 : FULL, "OPEN_QUESTION", open ? List.of(facts.unanswered) : List.of());
    }

    private static PartScore accuracy(EpisodeFacts facts) {
        double sure = facts.confidences == 0 ? 0.5 : facts.confidence / facts.confidences;
        return part(
                QualityPart.ACCURACY,
                FULL * (sure - 0.5 * facts.corrections / facts.answerCount),
                "CONFIDENCE",
                List.of());
    }

    private static PartScore clarity(EpisodeFacts facts) {
        double sentence = facts.sentenceWords / facts.answerCount;
        return part(QualityPart.CLARITY, FULL * (1 - (sentence - 18) / 40), "SENTENCES", List.of());
    }

    private static PartScore helpfulness(EpisodeFacts facts) {
        return part(QualityPart.HELPFULNESS, FULL * (1 - facts.refusing), "ANSWERS", facts.refusals);
    }

    private static PartScore part(QualityPart part, double score, String basis, List<Integer> messages) {
        return new PartScore(part, Math.max(0, Math.min(FULL, score)), basis, messages);
    }
}
