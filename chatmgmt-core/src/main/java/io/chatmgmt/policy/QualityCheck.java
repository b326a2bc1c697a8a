package io.chatmgmt.policy;

import io.chatmgmt.policy.PolicyProblem.Code;
import io.chatmgmt.quality.QualityPolicy;

/** What must hold for the automated quality. */
final class QualityCheck {

    private static final int MOST = 100;

    private QualityCheck() {}

    static void check(QualityPolicy quality, Problems problems) {
        Ranges ranges = new Ranges(problems);
        quality.weights()
                .forEach((part, weight) -> ranges.count(Problems.child("/quality/weights", part), weight, 0, MOST));
        ranges.count("/quality/minWords", quality.minWords(), 0, Integer.MAX_VALUE);
        if (!(quality.lowQualityBelow() >= 0 && quality.lowQualityBelow() <= MOST)) {
            problems.add(
                    "/quality/lowQualityBelow",
                    Code.OUT_OF_RANGE,
                    "must be within 0 to 100, is " + quality.lowQualityBelow(),
                    "");
        }
        ranges.positive("/quality/promptWithin", quality.promptWithin());
        ranges.positive("/quality/lateAfter", quality.lateAfter());
        if (problems.isSound("/quality/promptWithin")
                && problems.isSound("/quality/lateAfter")
                && quality.lateAfter().compareTo(quality.promptWithin()) <= 0) {
            problems.add(
                    "/quality/lateAfter",
                    Code.OUT_OF_RANGE,
                    "must be longer than promptWithin, " + quality.promptWithin() + ", is " + quality.lateAfter(),
                    "");
        }
    }
}
