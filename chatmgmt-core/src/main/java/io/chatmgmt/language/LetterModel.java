package io.chatmgmt.language;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Tells the languages of one script apart by the letter sequences of their words. Reads as much of a text as it takes to
 * be sure. Immutable and thread-safe.
 */
final class LetterModel {

    /** Bounds the sequences that are summed up at a time, for the sake of {@link LetterTable#MOST_ROWS}. */
    static final int LONGEST_STRETCH = LetterTable.MOST_ROWS / Sequences.PER_LETTER;

    /** The sums are compared whenever so many further letters have been read, at the end of a word. */
    private static final int STRETCH = 20;

    /** More letters say nothing new. */
    private static final int MOST_LETTERS = 240;

    /** A lead, in natural-logarithm steps, that what follows will not turn. */
    private static final int DECISIVE = (int) (8 * LetterTable.SCALE);

    /** Fewer words may be a name. */
    private static final int SENTENCE = 3;

    /** How many words are looked at where letters do not decide. */
    private static final int MOST_WORDS = 16;

    /** What a frequent word says for each language that has it. */
    private static final int FREQUENT_WORD = (int) (2 * LetterTable.SCALE);

    private final List<String> tags;
    private final LetterTable table;

    LetterModel(List<String> tags, LetterTable table) {
        this.tags = List.copyOf(tags);
        this.table = table;
    }

    /** Reads the model that comes with the library. */
    static LetterModel read(String name) {
        try (InputStream in = LetterModel.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing from the library: " + name);
            }
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("language model " + name + " cannot be read", e);
        }
    }

    static LetterModel read(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(new BufferedInputStream(in));
        String[] tags = new String[data.readUnsignedByte()];
        for (int i = 0; i < tags.length; i++) {
            tags[i] = data.readUTF();
        }
        return new LetterModel(List.of(tags), LetterTable.read(data, tags.length));
    }

    void write(OutputStream out) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        data.writeByte(tags.size());
        for (String tag : tags) {
            data.writeUTF(tag);
        }
        table.write(data);
    }

    /** The languages that it tells apart. */
    List<String> tags() {
        return tags;
    }

    /**
     * The most likely of some languages; how sure it is stands in the {@linkplain LetterSums#sureness sums}.
     *
     * @param script whose words are looked at
     * @param among which {@link #tags} to choose from, at least one
     * @param start what each of all tags has to begin with, not negative
     * @return an index into {@code among}
     */
    int best(ScannedText text, Script script, int[] among, int[] start) {
        LetterSums work = text.letterSums;
        System.arraycopy(start, 0, work.lanes, 0, start.length);
        char[] stream = work.words(text, script);
        int end = Math.min(work.length, MOST_LETTERS);
        work.lead = 0;
        int best = 0;
        int at = 1;
        while (at < end && work.lead < DECISIVE) {
            int to = stretch(stream, at, end);
            int count = Sequences.read(stream, at, to, table.bits(), work.rows);
            table.add(work.rows, count, work.lanes);
            best = work.best(among);
            at = to;
        }
        return work.lead < DECISIVE && script == Script.LATIN && text.size >= SENTENCE ? byWords(text, among) : best;
    }

    /** By what the words of a short text say, beside what their letters said. */
    private static int byWords(ScannedText text, int[] among) {
        LetterSums work = text.letterSums;
        FrequentWords words = FrequentWords.ofDefaults();
        int tokens = Math.min(text.size, MOST_WORDS);
        for (int token = 0; token < tokens; token++) {
            for (int lanes = words.lanes(text.hashes[token]); lanes != 0; lanes &= lanes - 1) {
                work.lanes[Integer.numberOfTrailingZeros(lanes)] += FREQUENT_WORD;
            }
        }
        return work.best(among);
    }

    private static int stretch(char[] stream, int from, int end) {
        int to = Math.min(from + STRETCH, end);
        int limit = Math.min(from + LONGEST_STRETCH, end);
        while (to < limit && stream[to - 1] != ' ') {
            to++;
        }
        return to;
    }
}
