package io.chatmgmt.policy;

import io.chatmgmt.conversation.TimeLimit;
import io.chatmgmt.policy.PolicyProblem.Code;
import java.time.Duration;
import java.util.Collection;

/** The ranges that settings of one kind share. */
final class Ranges {

    private static final int MAX_IDENTIFIER = 128;
    private static final Duration SHORTEST = Duration.ofMillis(1);

    /** Longer ones are mistakes, and adding them to an instant or doubling them may overflow. */
    private static final Duration LONGEST = Duration.ofDays(3650);

    private final Problems problems;

    Ranges(Problems problems) {
        this.problems = problems;
    }

    void share(String path, double value) {
        if (!(value >= 0 && value <= 1)) {
            problems.add(path, Code.OUT_OF_RANGE, "must be within 0 to 1, is " + value, "");
        }
    }

    void count(String path, int value, int min, int max) {
        if (value < min || value > max) {
            String range = max == Integer.MAX_VALUE ? "at least " + min : "within " + min + " to " + max;
            problems.add(path, Code.OUT_OF_RANGE, "must be " + range + ", is " + value, "");
        }
    }

    void positive(String path, Duration value) {
        duration(path, value, SHORTEST);
    }

    void positive(String path, TimeLimit value) {
        value.duration().ifPresent(duration -> positive(path, duration));
    }

    void zeroOrMore(String path, Duration value) {
        duration(path, value, Duration.ZERO);
    }

    void noLonger(String path, Duration value, Duration max) {
        if (value.compareTo(max) > 0) {
            problems.add(path, Code.OUT_OF_RANGE, "must not be longer than " + max + ", is " + value, "");
        }
    }

    void anySign(String path, Duration value) {
        duration(path, value, LONGEST.negated());
    }

    private void duration(String path, Duration value, Duration min) {
        if (value.compareTo(min) < 0 || value.compareTo(LONGEST) > 0) {
            String what = value.compareTo(LONGEST) > 0
                    ? "is longer than anybody waits: "
                    : min.isNegative() || min.isZero() ? "is too short: " : "must be greater than zero, is ";
            problems.add(path, Code.OUT_OF_RANGE, what + value, "from " + min + " to " + LONGEST);
        }
    }

    void identifiers(String path, Collection<String> values) {
        values.forEach(value -> identifier(Problems.child(path, value), value));
    }

    void identifier(String path, String value) {
        if (value.isBlank()) {
            problems.add(path, Code.BLANK, "must not be blank", "");
        } else if (value.length() > MAX_IDENTIFIER) {
            problems.add(
                    path,
                    Code.OUT_OF_RANGE,
                    "must have at most " + MAX_IDENTIFIER + " characters, has " + value.length(),
                    "");
        }
    }
}
