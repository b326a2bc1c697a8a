package io.chatmgmt.spring.web;

import org.jspecify.annotations.Nullable;

/** Members of bodies that must be there, or need not. */
final class Given {

    private Given() {}

    static String text(@Nullable String value, String name) {
        if (value == null || value.isBlank()) {
            throw InvalidRequestException.of(name, "must not be blank");
        }
        return value;
    }

    static <T> T value(@Nullable T value, String name) {
        if (value == null) {
            throw InvalidRequestException.of(name, "must be given");
        }
        return value;
    }

    static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
