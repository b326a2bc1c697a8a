package io.chatmgmt.examples.recording;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Consecutive lines that are parsed together, on whichever thread. Filled by one thread, and parsed by one other or the
 * same; not thread-safe beyond that.
 */
final class LineBatch {

    private static final int FULL = 1 << 16;

    private byte[] bytes = new byte[FULL];
    private int filled;
    private final List<Line> lines = new ArrayList<>();
    private boolean last;
    private @Nullable IOException failure;

    /** Where a line stands in the bytes. */
    private record Line(int number, int start, int length) {}

    /** What became of a line: a recording or what is wrong with it. */
    record Parsed(
            int line,
            @Nullable Recording recording,
            @Nullable BadLineException problem) {}

    private LineBatch() {}

    /** The next lines of an input that are not blank, up to its end or to where it cannot be read. */
    static LineBatch next(Lines lines) {
        LineBatch batch = new LineBatch();
        try {
            while (batch.filled < FULL && !batch.last) {
                batch.last = !lines.next();
                if (!batch.last && !lines.isBlank()) {
                    batch.add(lines);
                }
            }
        } catch (IOException e) {
            batch.last = true;
            batch.failure = e;
        }
        return batch;
    }

    private void add(Lines current) {
        int length = current.length();
        if (bytes.length - filled < length) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(filled, length), 2 * FULL));
        }
        System.arraycopy(current.buffer(), current.start(), bytes, filled, length);
        lines.add(new Line(current.number(), filled, length));
        filled += length;
    }

    List<Parsed> parse(LineParser parser) {
        List<Parsed> parsed = new ArrayList<>(lines.size());
        for (Line line : lines) {
            try {
                parsed.add(new Parsed(line.number, parser.parse(bytes, line.start, line.length, line.number), null));
            } catch (BadLineException e) {
                parsed.add(new Parsed(line.number, null, e));
            }
        }
        return parsed;
    }

    /** Whether nothing follows. */
    boolean isLast() {
        return last;
    }

    /** Why the input cannot be read beyond these lines, null when it can. */
    @Nullable
    IOException failure() {
        return failure;
    }
}
