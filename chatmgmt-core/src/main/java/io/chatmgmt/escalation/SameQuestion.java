package io.chatmgmt.escalation;

import io.chatmgmt.conversation.QuestionPrint;

/**
 * When two questions count as the same (behaviour 2.C): the same content words, or nearly the same if there are enough of
 * them. Stateless.
 */
final class SameQuestion {

    private SameQuestion() {}

    /** Whether the rule takes them for the same; their order and their message numbers do not matter. */
    static boolean isSame(QuestionPrint one, QuestionPrint other, EscalationPolicy.RepeatedQuestion rule) {
        int smaller = Math.min(one.size(), other.size());
        double needed = smaller >= rule.words() ? rule.similarity() : 1;
        // no two sets of such different sizes can be that alike
        return smaller >= needed * Math.max(one.size(), other.size()) && one.similarity(other) >= needed;
    }
}
