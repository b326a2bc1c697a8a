package io.chatmgmt.examples.message;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The options of a command, each with a value. Immutable. */
final class Options {

    private final Map<String, String> values;

    private Options(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Reads options.
     *
     * @param required the names that must be there
     * @param optional the names that may be there
     * @param arguments names and values in turn
     * @throws IllegalArgumentException with the reason when they cannot be understood
     */
    static Options parse(Set<String> required, Set<String> optional, String... arguments) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            String name = arguments[i];
            if (!required.contains(name) && !optional.contains(name)) {
                throw new IllegalArgumentException("unknown option " + name);
            }
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(name + " needs a value");
            }
            values.put(name, arguments[i + 1]);
        }
        for (String name : required) {
            if (!values.containsKey(name)) {
                throw new IllegalArgumentException(name + " is required");
            }
        }
        return new Options(values);
    }

    /** The value of an option that must be there. */
    String get(String name) {
        return Objects.requireNonNull(values.get(name), name);
    }

    /** The value of an option that may be there. */
    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
