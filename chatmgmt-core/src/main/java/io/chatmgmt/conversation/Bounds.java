package io.chatmgmt.conversation;

import java.util.List;
import java.util.Objects;

/** The limits that the vocabulary's values share. */
final class Bounds {

    private static final int MAX_IDENTIFIER = 128;

    private Bounds() {}

    static String identifier(String value, String name) {
        Objects.requireNonNull(value, name);
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
        if (value.length() > MAX_IDENTIFIER) {
            throw new IllegalArgumentException(
                    name + " must have at most " + MAX_IDENTIFIER + " characters, has " + value.length());
        }
        return value;
    }

    static List<String> tags(List<String> tags, int most) {
        if (tags.size() > most) {
            throw new IllegalArgumentException("at most " + most + " tags: " + tags.size());
        }
        tags.forEach(tag -> identifier(tag, "tag"));
        return List.copyOf(tags);
    }

    static int positive(int value, String name) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1: " + value);
        }
        return value;
    }

    static double share(double value, String name) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be within 0..1: " + value);
        }
        return value;
    }
}
