package io.chatmgmt.policy;

import java.io.Serializable;
import java.util.Objects;

/**
 * One thing that is wrong with a policy. Immutable.
 *
 * @param path where: a JSON pointer such as {@code /escalation/lowConfidence/threshold}; empty for the document itself
 * @param code what kind of mistake it is
 * @param message what is wrong, for people
 * @param hint what would be right; empty when the message says it all
 */
public record PolicyProblem(String path, Code code, String message, String hint) implements Serializable {

    /** The kinds of mistakes. */
    public enum Code {
        /** The document cannot be read at all. */
        SYNTAX,
        /** There is no such setting. */
        UNKNOWN_FIELD,
        /** Something else was expected here, a number for example. */
        WRONG_TYPE,
        /** Not a duration. */
        BAD_DURATION,
        /** None of the values that are possible here. */
        UNKNOWN_VALUE,
        /** A number, a duration or a text's length is too small or too large. */
        OUT_OF_RANGE,
        /** A text is missing. */
        BLANK,
        /** The confidence bands do not begin one above the other. */
        BANDS_ORDER,
        /** A queue is used that is not among the queues. */
        UNKNOWN_QUEUE,
        /** Not a language tag, or not in its usual form. */
        BAD_LANGUAGE,
        /** A template cannot be read. */
        TEMPLATE_SYNTAX,
        /** A template uses a variable that its text does not have. */
        UNKNOWN_VARIABLE,
        /** Two settings exclude each other. */
        CONTRADICTION
    }

    /** Checks for nulls. */
    public PolicyProblem {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(hint, "hint");
    }

    /** One line: the path, the message and the hint. */
    @Override
    public String toString() {
        return (path.isEmpty() ? "the policy" : path) + ": " + message + (hint.isEmpty() ? "" : " (" + hint + ")");
    }
}
