package io.chatmgmt.policy;

import io.chatmgmt.conversation.TimeLimit;
import io.chatmgmt.policy.PolicyProblem.Code;
import io.chatmgmt.routing.Capacity;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the values of a policy's tree that have no parts: numbers, texts, constants and durations. */
final class LeafReader {

    private static final String DURATION_HINT = "write \"PT30S\" for 30 seconds, \"PT5M\" for 5 minutes";
    private static final String LIMIT_HINT = DURATION_HINT + ", \"never\" for no limit";
    private static final String CAPACITY_HINT = "write a number of units, \"inherit\" or \"unlimited\"";
    private static final int SHOWN = 40;

    private final Problems problems;

    LeafReader(Problems problems) {
        this.problems = problems;
    }

    Optional<?> read(@Nullable Object node, Class<?> type, String path) {
        if (type == double.class) {
            return node instanceof Number number
                    ? Optional.of(number.doubleValue())
                    : wrongType(path, "a number", node);
        }
        if (type == int.class || type == Integer.class) {
            return integer(node, path);
        }
        if (type == String.class) {
            return text(node, path);
        }
        if (type == Duration.class) {
            return duration(node, path, DURATION_HINT);
        }
        if (type == TimeLimit.class) {
            return limit(node, path);
        }
        if (type == Capacity.class) {
            return capacity(node, path);
        }
        if (type.isEnum()) {
            return text(node, path).flatMap(name -> constant(name, type, path));
        }
        throw new IllegalStateException("no place in a policy document for a " + type);
    }

    Optional<Object> wrongType(String path, String expected, @Nullable Object node) {
        problems.add(
                path,
                Code.WRONG_TYPE,
                "must be " + expected + ", is " + shown(node),
                node == null ? "leave it out for the default" : "");
        return Optional.empty();
    }

    private Optional<?> integer(@Nullable Object node, String path) {
        if (!(node instanceof Number number) || number.doubleValue() != Math.rint(number.doubleValue())) {
            return wrongType(path, "a whole number", node);
        }
        if (number.doubleValue() != number.intValue()) {
            problems.add(path, Code.OUT_OF_RANGE, "is far too large or too small: " + shown(node), "");
            return Optional.empty();
        }
        return Optional.of(number.intValue());
    }

    private Optional<String> text(@Nullable Object node, String path) {
        if (node instanceof String text) {
            return Optional.of(text);
        }
        wrongType(path, "a text", node);
        return Optional.empty();
    }

    Optional<Object> constant(String name, Class<?> type, String path) {
        List<Object> constants = Arrays.asList(type.getEnumConstants());
        Optional<Object> constant = constants.stream()
                .filter(each -> ((Enum<?>) each).name().equals(name))
                .findFirst();
        if (constant.isEmpty()) {
            List<String> names =
                    constants.stream().map(each -> ((Enum<?>) each).name()).toList();
            problems.add(path, Code.UNKNOWN_VALUE, "unknown value " + shown(name), Suggestion.hint(name, names));
        }
        return constant;
    }

    private Optional<?> capacity(@Nullable Object node, String path) {
        if (node instanceof String text) {
            for (Capacity word : List.of(Capacity.INHERIT, Capacity.UNLIMITED)) {
                if (word.toString().equals(text)) {
                    return Optional.of(word);
                }
            }
            problems.add(path, Code.UNKNOWN_VALUE, "unknown value " + shown(text), CAPACITY_HINT);
            return Optional.empty();
        }
        Optional<?> units = integer(node, path);
        if (units.filter(each -> (Integer) each < 0).isPresent()) {
            problems.add(path, Code.OUT_OF_RANGE, "must not be negative: " + shown(node), CAPACITY_HINT);
            return Optional.empty();
        }
        return units.map(each -> Capacity.limit((Integer) each));
    }

    private Optional<?> limit(@Nullable Object node, String path) {
        if ("never".equals(node)) {
            return Optional.of(TimeLimit.never());
        }
        Optional<Duration> duration = duration(node, path, LIMIT_HINT);
        if (duration.filter(each -> each.isNegative() || each.isZero()).isPresent()) {
            problems.add(path, Code.OUT_OF_RANGE, "must be greater than zero, is " + shown(node), LIMIT_HINT);
            return Optional.empty();
        }
        return duration.map(TimeLimit::of);
    }

    private Optional<Duration> duration(@Nullable Object node, String path, String hint) {
        if (node instanceof String text) {
            try {
                return Optional.of(Duration.parse(text));
            } catch (DateTimeParseException e) {
                // reported below, like everything else that is no duration
            }
        }
        problems.add(path, Code.BAD_DURATION, "must be a duration, is " + shown(node), hint);
        return Optional.empty();
    }

    private static String shown(@Nullable Object node) {
        if (node instanceof Map) {
            return "an object";
        }
        if (node instanceof Collection) {
            return "a list";
        }
        if (node instanceof String text) {
            return '"' + (text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text) + '"';
        }
        return String.valueOf(node);
    }
}
