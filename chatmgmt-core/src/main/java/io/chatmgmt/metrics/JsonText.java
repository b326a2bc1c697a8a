package io.chatmgmt.metrics;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes the little JSON that tables and reports need. Not thread-safe. */
final class JsonText {

    private static final int FIRST_PRINTABLE = 0x20;

    private final StringBuilder out = new StringBuilder();

    void object(Runnable content) {
        separate();
        out.append('{');
        content.run();
        out.append('}');
    }

    void object(String name, Runnable content) {
        name(name);
        out.append('{');
        content.run();
        out.append('}');
    }

    <T> void array(Iterable<T> elements, Consumer<T> each) {
        separate();
        out.append('[');
        elements.forEach(each);
        out.append(']');
    }

    <T> void array(String name, Iterable<T> elements, Consumer<T> each) {
        name(name);
        out.append('[');
        elements.forEach(each);
        out.append(']');
    }

    void text(String name, String value) {
        name(name);
        quoted(value);
    }

    void number(String name, @Nullable Double value) {
        name(name);
        out.append(value == null ? "null" : Plain.number(value));
    }

    private void name(String name) {
        separate();
        quoted(name);
        out.append(':');
    }

    private void separate() {
        if (out.length() > 0) {
            char last = out.charAt(out.length() - 1);
            if (last != '{' && last != '[' && last != ':') {
                out.append(',');
            }
        }
    }

    private void quoted(String value) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < FIRST_PRINTABLE || c == '\u2028' || c == '\u2029') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
