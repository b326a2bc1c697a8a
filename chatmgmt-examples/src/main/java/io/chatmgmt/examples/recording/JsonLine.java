package io.chatmgmt.examples.recording;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the fields of one line, and names the field when a value is not what it has to be. Not thread-safe. */
final class JsonLine {

    private static final int LONGEST_IDENTIFIER = 128;

    private final JsonParser parser;
    private @Nullable String parent;
    private int index = -1;

    JsonLine(JsonParser parser) {
        this.parser = parser;
    }

    /** Begins the line. */
    void begin() throws BadLineException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new BadLineException("line", "must be a JSON object");
        }
    }

    /** Makes sure that nothing follows the object. */
    void end() throws BadLineException {
        if (parser.nextToken() != null) {
            throw new BadLineException("line", "is not JSON: more than one value");
        }
    }

    /** Moves to the value of the next field; null at the end of the object. */
    @Nullable
    String next() {
        String name = parser.nextName();
        if (name != null) {
            parser.nextToken();
        }
        return name;
    }

    /** Enters the object under the current field, whose fields are then named after it. */
    boolean enterObject() throws BadLineException {
        if (isNull()) {
            return false;
        }
        expectObject();
        parent = parser.currentName();
        return true;
    }

    /** Makes sure that the current field holds an object. */
    void expectObject() throws BadLineException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw wrong("must be an object");
        }
    }

    /** Enters the list under the current field. */
    void enterList() throws BadLineException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw wrong("must be a list");
        }
        parent = parser.currentName();
        index = -1;
    }

    /** Moves to the next object of the list; false at its end. */
    boolean nextElement() throws BadLineException {
        index++;
        if (parser.nextToken() == JsonToken.END_ARRAY) {
            leave();
            return false;
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new BadLineException(parent + "[" + index + "]", "must be an object");
        }
        return true;
    }

    /** Goes back to an element of a list, to name its fields. */
    void at(String list, int element) {
        parent = list;
        index = element;
    }

    void leave() {
        parent = null;
        index = -1;
    }

    void skip() {
        parser.skipChildren();
    }

    /** The texts of a list; none when it is anything else, as if nobody knew the field. */
    List<String> textsIfAny() {
        List<String> texts = new ArrayList<>();
        boolean known = parser.currentToken() == JsonToken.START_ARRAY;
        if (!known) {
            parser.skipChildren();
            return List.of();
        }
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            known &= token == JsonToken.VALUE_STRING;
            if (token == JsonToken.VALUE_STRING) {
                texts.add(parser.getString());
            } else {
                parser.skipChildren();
            }
        }
        return known ? texts : List.of();
    }

    /** Whether it is plainly true; anything else is not, as if nobody knew the field. */
    boolean isTrue() {
        boolean yes = parser.currentToken() == JsonToken.VALUE_TRUE;
        parser.skipChildren();
        return yes;
    }

    boolean isNull() {
        return parser.currentToken() == JsonToken.VALUE_NULL;
    }

    @Nullable
    String text() throws BadLineException {
        if (isNull()) {
            return null;
        }
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw wrong("must be a text");
        }
        return parser.getString();
    }

    /** A text that the library can take for an id or a code. */
    @Nullable
    String identifier() throws BadLineException {
        String text = text();
        if (text != null && (text.isBlank() || text.length() > LONGEST_IDENTIFIER)) {
            throw wrong("must have 1 to " + LONGEST_IDENTIFIER + " characters");
        }
        if (text != null && !isWellFormed(text)) {
            throw wrong("holds half a character");
        }
        return text;
    }

    /** Half a surrogate pair can be written in JSON, but not in UTF-8. */
    private static boolean isWellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (Character.isSurrogate(unit)) {
                boolean paired = Character.isHighSurrogate(unit)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!paired) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    /** A text, a number or a truth value as text; null for anything else. */
    @Nullable
    String scalar() {
        if (isNull() || !parser.currentToken().isScalarValue()) {
            parser.skipChildren();
            return null;
        }
        return parser.getString();
    }

    double number() throws BadLineException {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT
                && parser.currentToken() != JsonToken.VALUE_NUMBER_FLOAT) {
            throw wrong("must be a number");
        }
        return parser.getDoubleValue();
    }

    int whole(int from, int to) throws BadLineException {
        double value = number();
        if (value != Math.rint(value) || value < from || value > to) {
            throw wrong("must be a whole number within " + from + ".." + to + ", is " + parser.getString());
        }
        return (int) value;
    }

    boolean truth() throws BadLineException {
        JsonToken token = parser.currentToken();
        if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
            throw wrong("must be true or false");
        }
        return token == JsonToken.VALUE_TRUE;
    }

    BadLineException wrong(String reason) {
        return new BadLineException(path(parser.currentName()), reason);
    }

    BadLineException missing(String field) {
        return new BadLineException(path(field), "is required");
    }

    BadLineException wrong(String field, String reason) {
        return new BadLineException(path(field), reason);
    }

    static BadLineException notJson(JacksonException e) {
        return new BadLineException("line", "is not JSON: " + e.getOriginalMessage());
    }

    private String path(@Nullable String field) {
        if (parent == null) {
            return String.valueOf(field);
        }
        return index < 0 ? parent + "." + field : parent + "[" + index + "]." + field;
    }
}
