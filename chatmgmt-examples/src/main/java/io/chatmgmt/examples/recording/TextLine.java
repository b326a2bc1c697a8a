package io.chatmgmt.examples.recording;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** One line whose fields are texts. Immutable. */
public final class TextLine {

    private static final JsonFactory JSON = new JsonFactory();

    private final List<TextField> fields;
    private final @Nullable String[] values;

    private TextLine(List<TextField> fields, @Nullable String[] values) {
        this.fields = fields;
        this.values = values;
    }

    /** Reads the fields that are asked for and passes over all others. */
    static TextLine parse(List<TextField> fields, byte[] bytes, int start, int length) throws BadLineException {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), bytes, start, length)) {
            @Nullable String[] values = new @Nullable String[fields.size()];
            boolean[] seen = new boolean[fields.size()];
            JsonLine line = new JsonLine(parser);
            line.begin();
            for (String name = line.next(); name != null; name = line.next()) {
                int field = indexOf(fields, name);
                if (field < 0) {
                    line.skip();
                } else {
                    values[field] = fields.get(field).read(line);
                    seen[field] = true;
                }
            }
            line.end();
            for (int field = 0; field < seen.length; field++) {
                if (!seen[field] && fields.get(field).presence() != TextField.Presence.OPTIONAL) {
                    throw line.missing(fields.get(field).name());
                }
            }
            return new TextLine(fields, values);
        } catch (JacksonException e) {
            throw JsonLine.notJson(e);
        }
    }

    private static int indexOf(List<TextField> fields, String name) {
        for (int field = 0; field < fields.size(); field++) {
            if (fields.get(field).name().equals(name)) {
                return field;
            }
        }
        return -1;
    }

    /**
     * The value of a required field.
     *
     * @param field one of the fields that were asked for
     * @return its value
     */
    public String get(TextField field) {
        return Objects.requireNonNull(values[fields.indexOf(field)], field.name());
    }

    /**
     * The value of a field that may be absent or null.
     *
     * @param field one of the fields that were asked for
     * @return its value, empty when there is none
     */
    public Optional<String> find(TextField field) {
        return Optional.ofNullable(values[fields.indexOf(field)]);
    }
}
