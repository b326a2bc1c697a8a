package io.chatmgmt.examples.recording;

import org.jspecify.annotations.Nullable;

/**
 * A field of a line that holds a text.
 *
 * @param name its name
 * @param presence whether the line must have it
 * @param form what it may hold
 */
public record TextField(String name, Presence presence, Form form) {

    /** Whether a line must have the field. */
    public enum Presence {
        /** With a value. */
        REQUIRED,
        /** With a value or null, which must be said. */
        NULLABLE,
        /** It may be left out. */
        OPTIONAL
    }

    /** What the field may hold. */
    public enum Form {
        /** Any text, the empty one too. */
        TEXT,
        /** What the library can take for an id or a code. */
        IDENTIFIER
    }

    /**
     * A field that must hold some text.
     *
     * @param name its name
     * @return the field
     */
    public static TextField text(String name) {
        return new TextField(name, Presence.REQUIRED, Form.TEXT);
    }

    /**
     * A field that must hold an id.
     *
     * @param name its name
     * @return the field
     */
    public static TextField id(String name) {
        return new TextField(name, Presence.REQUIRED, Form.IDENTIFIER);
    }

    /**
     * A field that must hold a code, or say null.
     *
     * @param name its name
     * @return the field
     */
    public static TextField nullableCode(String name) {
        return new TextField(name, Presence.NULLABLE, Form.IDENTIFIER);
    }

    /**
     * A field that may hold a code.
     *
     * @param name its name
     * @return the field
     */
    public static TextField optionalCode(String name) {
        return new TextField(name, Presence.OPTIONAL, Form.IDENTIFIER);
    }

    @Nullable
    String read(JsonLine line) throws BadLineException {
        String value = form == Form.TEXT ? line.text() : line.identifier();
        if (value == null && presence == Presence.REQUIRED) {
            throw line.missing(name);
        }
        return value;
    }
}
