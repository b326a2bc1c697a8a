package io.chatmgmt.examples.recording;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads an input of JSON lines as a whole and checks every line of it, half of the lines of a long one on a second thread
 * meanwhile. Not thread-safe.
 */
public final class RecordingReader {

    private final String file;
    private final OnError onError;
    private final Consumer<String> complaints;
    private final LineParser parser = new LineParser();
    private final LineParser otherParser = new LineParser();
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
        ExecutorService other = Executors.newSingleThreadExecutor();
        boolean complete;
        LineBatch latest;
        try {
            do {
                LineBatch batch = LineBatch.next(lines);
                LineBatch following = batch.isLast() ? null : LineBatch.next(lines);
                complete = take(batch, following, other);
                latest = following == null ? batch : following;
            } while (complete && !latest.isLast());
        } finally {
            other.shutdownNow();
        }
        IOException failure = latest.failure();
        if (complete && failure != null) {
            complain(lines.number() + 1, "line", "cannot be read: " + failure.getMessage());
            complete = false;
        }
        return new Recordings(good, badLines, complete);
    }

    /** Parses two batches at the same time and takes them one after the other; false when nothing after them counts. */
    private boolean take(LineBatch batch, @Nullable LineBatch following, ExecutorService other) {
        if (following == null) {
            return take(batch.parse(parser));
        }
        Future<List<LineBatch.Parsed>> meanwhile = other.submit(() -> following.parse(otherParser));
        return take(batch.parse(parser)) && take(result(meanwhile));
    }

    private static List<LineBatch.Parsed> result(Future<List<LineBatch.Parsed>> meanwhile) {
        try {
            return meanwhile.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("lines could not be parsed", e.getCause());
        }
    }

    /** Takes lines in their order; false when nothing after one of them counts. */
    private boolean take(List<LineBatch.Parsed> lines) {
        for (LineBatch.Parsed line : lines) {
            if (!take(line)) {
                return false;
            }
        }
        return true;
    }

    private boolean take(LineBatch.Parsed line) {
        Recording recording = line.recording();
        BadLineException problem = line.problem();
        if (recording != null && !ids.add(recording.id().value())) {
            problem = new BadLineException(
                    "id", "was seen before: '" + recording.id().value() + "'");
        }
        if (problem != null) {
            complain(line.line(), problem.field(), String.valueOf(problem.getMessage()));
            return onError == OnError.SKIP;
        }
        good.add(Objects.requireNonNull(recording, "recording"));
        return true;
    }

    private void complain(int line, String field, String reason) {
        badLines++;
        complaints.accept(file + ":" + line + ": " + field + ": " + reason);
    }
}
