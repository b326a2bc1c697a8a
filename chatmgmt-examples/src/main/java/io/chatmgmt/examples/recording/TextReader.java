package io.chatmgmt.examples.recording;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;

/** Reads JSON lines whose fields are texts, line by line. Not thread-safe. */
public final class TextReader {

    private final Input input;
    private final List<TextField> fields;
    private final Consumer<String> complaints;

    /**
     * A reader.
     *
     * @param input where the lines are
     * @param fields what each line holds; other fields are passed over
     * @param complaints hears one line of text about the first bad line: file, line number, field and reason
     */
    public TextReader(Input input, List<TextField> fields, Consumer<String> complaints) {
        this.input = input;
        this.fields = List.copyOf(fields);
        this.complaints = complaints;
    }

    /**
     * Reads the input to its end, or to its first bad line. Blank lines are passed over.
     *
     * @param reaction takes each line as soon as it is read
     * @return whether all lines were good
     * @throws IOException when the input cannot be opened
     */
    public boolean read(Consumer<TextLine> reaction) throws IOException {
        try (InputStream in = input.open()) {
            return read(new Lines(in), reaction);
        }
    }

    private boolean read(Lines lines, Consumer<TextLine> reaction) {
        while (true) {
            TextLine line;
            try {
                if (!lines.next()) {
                    return true;
                }
                if (lines.isBlank()) {
                    continue;
                }
                line = TextLine.parse(fields, lines.buffer(), lines.start(), lines.length());
            } catch (BadLineException e) {
                return complain(lines.number(), e.field(), String.valueOf(e.getMessage()));
            } catch (IOException e) {
                return complain(lines.number() + 1, "line", "cannot be read: " + e.getMessage());
            }
            reaction.accept(line);
        }
    }

    private boolean complain(int line, String field, String reason) {
        complaints.accept(input.name() + ":" + line + ": " + field + ": " + reason);
        return false;
    }
}
