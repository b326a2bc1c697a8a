package io.chatmgmt.examples.recording;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Reads an input of JSON lines as a whole and checks every line of it. Not thread-safe. */
public final class RecordingReader {

    private final String file;
    private final OnError onError;
    private final Consumer<String> complaints;
    private final LineParser parser = new LineParser();
    private final List<Recording> good = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private int badLines;

    /**
     * A reader.
     *
     * @param file what to call the input in complaints
     * @param onError what a bad line does
     * @param complaints hears one line of text for each bad line: file, line number, field and reason
     */
    public RecordingReader(String file, OnError onError, Consumer<String> complaints) {
        this.file = file;
        this.onError = onError;
        this.complaints = complaints;
    }

    /**
     * Reads an input to its end, or to its first bad line. Blank lines are passed over.
     *
     * @param in JSON lines in UTF-8
     * @return what it holds
     */
    public Recordings read(InputStream in) {
        Lines lines = new Lines(in);
        boolean complete = true;
        try {
            while (complete && lines.next()) {
                complete = lines.isBlank() || take(lines);
            }
        } catch (IOException e) {
            complain(lines.number() + 1, "line", "cannot be read: " + e.getMessage());
            complete = false;
        }
        return new Recordings(good, badLines, complete);
    }

    /** Takes one line; false when nothing after it counts. */
    private boolean take(Lines lines) {
        try {
            Recording recording = parser.parse(lines.buffer(), lines.start(), lines.length(), lines.number());
            if (!ids.add(recording.id().value())) {
                throw new BadLineException(
                        "id", "was seen before: '" + recording.id().value() + "'");
            }
            good.add(recording);
            return true;
        } catch (BadLineException e) {
            complain(lines.number(), e.field(), String.valueOf(e.getMessage()));
            return onError == OnError.SKIP;
        }
    }

    private void complain(int line, String field, String reason) {
        badLines++;
        complaints.accept(file + ":" + line + ": " + field + ": " + reason);
    }
}
