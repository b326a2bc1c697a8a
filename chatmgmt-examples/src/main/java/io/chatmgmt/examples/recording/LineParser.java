package io.chatmgmt.examples.recording;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads one line of the input in one pass. All that a line may hold is checked here, so that nothing in it can surprise
 * the replay later. Not thread-safe.
 */
final class LineParser {

    private final JsonFactory json = new JsonFactory();

    /**
     * Reads a line.
     *
     * @param bytes the buffer that holds the line, in UTF-8
     * @param start where it begins
     * @param length how long it is
     * @param number its number, from 1: lines without a time of their own are a minute apart
     */
    Recording parse(byte[] bytes, int start, int length, int number) throws BadLineException {
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), bytes, start, length)) {
            LineFields fields = new LineFields();
            JsonLine line = new JsonLine(parser);
            line.begin();
            for (String field = line.next(); field != null; field = line.next()) {
                fields.read(line, field);
            }
            line.end();
            return fields.recording(line, number);
        } catch (JacksonException e) {
            throw new BadLineException("line", "is not JSON: " + e.getOriginalMessage());
        }
    }
}
