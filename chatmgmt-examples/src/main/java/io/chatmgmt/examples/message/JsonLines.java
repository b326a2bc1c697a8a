package io.chatmgmt.examples.message;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.util.function.Consumer;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes JSON lines. Not thread-safe. */
final class JsonLines implements AutoCloseable {

    private final JsonGenerator json;

    /**
     * A writer.
     *
     * @param out where the lines go; flushed, not closed, with the writer
     */
    JsonLines(OutputStream out) {
        json = JsonFactory.builder()
                .rootValueSeparator("")
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build()
                .createGenerator(ObjectWriteContext.empty(), new BufferedOutputStream(out), JsonEncoding.UTF8);
    }

    /** Writes one line. */
    void line(Consumer<JsonGenerator> fields) {
        json.writeStartObject();
        fields.accept(json);
        json.writeEndObject();
        json.writeRaw('\n');
    }

    @Override
    public void close() {
        json.close();
    }
}
