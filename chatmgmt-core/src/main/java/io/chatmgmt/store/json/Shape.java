package io.chatmgmt.store.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

/**
 * How the values of one type look in JSON. A component that has its usual value is left out, so that a row with nothing
 * special in it is short. Implementations are immutable.
 *
 * @param <T> the type
 */
abstract class Shape<T> {

    /** Writes a value, never null. */
    abstract void write(JsonGenerator out, T value, Scope scope);

    /** Reads the value that begins at the parser's current token, and stops at its last one. */
    abstract T read(JsonParser in, Scope scope);

    /** What a value is when it was left out; null when it must not be. */
    @Nullable
    T usual(Scope scope) {
        return null;
    }

    /** Whether a value is the usual one, and can be left out. */
    boolean isUsual(T value, Scope scope) {
        return value.equals(usual(scope));
    }
}
