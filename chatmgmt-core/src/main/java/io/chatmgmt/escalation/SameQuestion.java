package io.chatmgmt.escalation;

import io.chatmgmt.conversation.Evidence;
import io.chatmgmt.conversation.QuestionPrint;

/**
 * When two questions count as the same (behaviour 2.C): the same content words; or nearly the same if there are enough of
 * them; or, if there are enough of them, nearly the same meaning. Stateless.
 */
final class SameQuestion {

    private SameQuestion() {}

    /** Whether the rule takes them for the same; their order and their message numbers do not matter. */
    static boolean isSame(QuestionPrint one, QuestionPrint other, EscalationPolicy.RepeatedQuestion rule) {
        return sameWords(one, other, rule)
                || Math.min(one.size(), other.size()) >= rule.words() && one.nearness(other) >= rule.nearness();
    }

    private static boolean sameWords(QuestionPrint one, QuestionPrint other, EscalationPolicy.RepeatedQuestion rule) {
        int smaller = Math.min(one.size(), other.size());
        double needed = smaller >= rule.words() ? rule.similarity() : 1;
        // no two sets of such different sizes can be that alike
        return smaller >= needed * Math.max(one.size(), other.size()) && one.similarity(other) >= needed;
    }

    /** How alike two questions are, 0 to 1: by their words where those make them the same, else by their meanings. */
    static double likeness(QuestionPrint one, QuestionPrint other, EscalationPolicy.RepeatedQuestion rule) {
        double nearness = one.nearness(other);
        return sameWords(one, other, rule) ? Math.max(nearness, one.similarity(other)) : nearness;
    }

    /** What made two questions the same. */
    static Evidence evidence(QuestionPrint earlier, QuestionPrint latest, EscalationPolicy.RepeatedQuestion rule) {
        return sameWords(earlier, latest, rule)
                ? Evidence.of("similarity", earlier.message(), earlier.similarity(latest), rule.similarity())
                : Evidence.of("nearness", earlier.message(), earlier.nearness(latest), rule.nearness());
    }
}
