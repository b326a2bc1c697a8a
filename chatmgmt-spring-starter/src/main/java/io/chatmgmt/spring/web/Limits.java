package io.chatmgmt.spring.web;

import org.jspecify.annotations.Nullable;

/** How much a request may ask for. */
final class Limits {

    private Limits() {}

    static int within(@Nullable Integer given, int usual, int most) {
        if (given == null) {
            return usual;
        }
        if (given < 1 || given > most) {
            throw InvalidRequestException.of("limit", "must be within 1.." + most + ": " + given);
        }
        return given;
    }

    static int from(@Nullable Integer given, String name) {
        if (given != null && given < 0) {
            throw InvalidRequestException.of(name, "must not be negative: " + given);
        }
        return given == null ? 0 : given;
    }
}
