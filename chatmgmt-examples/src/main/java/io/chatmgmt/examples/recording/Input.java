package io.chatmgmt.examples.recording;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** Where recordings come from: a file, packed or not, the standard input, or the sample day of this jar. */
public interface Input {

    /** The size of the buffer between the file and its unpacking. */
    int BUFFER = 1 << 16;

    /**
     * What to call it.
     *
     * @return the name of the file, {@code -} for the standard input
     */
    String name();

    /**
     * Opens it.
     *
     * @return its bytes, unpacked
     * @throws IOException when it cannot be opened
     */
    InputStream open() throws IOException;

    /**
     * The sample day.
     *
     * @return a day of conversations that were written for this project
     */
    static Input sampleDay() {
        return new SampleDay();
    }

    /**
     * The standard input.
     *
     * @param in the stream
     * @return an input that reads it as it is
     */
    static Input standard(InputStream in) {
        return new Standard(in);
    }

    /**
     * A file.
     *
     * @param file where it is; packed with gzip when its name ends in {@code .gz}
     * @return an input that reads it
     */
    static Input file(Path file) {
        return new Packable(file);
    }

    /** The sample day. */
    record SampleDay() implements Input {

        private static final String RESOURCE = "/io/chatmgmt/examples/sample-day.jsonl";

        @Override
        public String name() {
            return "sample-day.jsonl";
        }

        @Override
        public InputStream open() {
            return Objects.requireNonNull(SampleDay.class.getResourceAsStream(RESOURCE), RESOURCE);
        }
    }

    /**
     * The standard input.
     *
     * @param in the stream
     */
    record Standard(InputStream in) implements Input {

        @Override
        public String name() {
            return "-";
        }

        @Override
        public InputStream open() {
            return in;
        }
    }

    /**
     * A file.
     *
     * @param file where it is
     */
    record Packable(Path file) implements Input {

        @Override
        public String name() {
            return file.toString();
        }

        @Override
        public InputStream open() throws IOException {
            InputStream bytes = Files.newInputStream(file);
            if (!file.toString().endsWith(".gz")) {
                return bytes;
            }
            try {
                return new GZIPInputStream(bytes, BUFFER);
            } catch (IOException e) {
                bytes.close();
                throw new IOException(file + ": " + e.getMessage(), e);
            }
        }
    }
}
