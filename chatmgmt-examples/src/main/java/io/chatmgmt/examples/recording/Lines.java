package io.chatmgmt.examples.recording;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Cuts a stream into lines without decoding it. Not thread-safe. */
final class Lines {

    private static final int FIRST_SIZE = 1 << 16;

    private final InputStream in;
    private byte[] buffer = new byte[FIRST_SIZE];
    private int filled;
    private int start;
    private int end;
    private int next;
    private int number;

    Lines(InputStream in) {
        this.in = in;
    }

    /** Moves to the next line; false at the end of the input. */
    boolean next() throws IOException {
        start = next;
        int scanned = start;
        while (true) {
            for (int i = scanned; i < filled; i++) {
                if (buffer[i] == '\n') {
                    return found(i, i + 1);
                }
            }
            scanned = filled;
            int moved = start;
            if (!fill()) {
                return filled > start && found(filled, filled);
            }
            scanned -= moved - start;
        }
    }

    private boolean found(int lineEnd, int nextLine) {
        end = lineEnd;
        next = nextLine;
        number++;
        return true;
    }

    /** Reads on, after moving the line that has begun to the front; false at the end of the input. */
    private boolean fill() throws IOException {
        if (filled == buffer.length) {
            if (start > 0) {
                System.arraycopy(buffer, start, buffer, 0, filled - start);
                filled -= start;
                start = 0;
            } else {
                buffer = Arrays.copyOf(buffer, Math.multiplyExact(buffer.length, 2));
            }
        }
        int read = in.read(buffer, filled, buffer.length - filled);
        filled += Math.max(0, read);
        return read >= 0;
    }

    boolean isBlank() {
        for (int i = start; i < end; i++) {
            if (buffer[i] != ' ' && buffer[i] != '\t' && buffer[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    byte[] buffer() {
        return buffer;
    }

    int start() {
        return start;
    }

    int length() {
        return end - start;
    }

    /** The number of the current line, from 1. */
    int number() {
        return number;
    }
}
