package io.chatmgmt.escalation;

import io.chatmgmt.conversation.QuestionPrint;
import io.chatmgmt.language.ScannedText;
import io.chatmgmt.language.Vocabulary;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.function.Function;

/**
 * What words mean, as directions in a space in which customers' wordings of one matter lie close together; learned from
 * labelled questions. The direction of a text is the sum of those of its words. A word that is not known has a direction
 * of its own, drawn from its hash, so that in any language texts of the same words are near each other. Immutable and
 * thread-safe.
 *
 * <p>The resource, big-endian: the format, 1; the number of words; how strong an unknown word is; the hashes of the folded
 * words in ascending order; for each word a signed byte for each dimension. The learning program is in the test sources.
 */
final class WordMeanings {

    static final String NAME = "meanings.words";

    private static final int FORMAT = 1;

    /** A direction is so many longs of a byte for each dimension, the first dimension in the highest. */
    private static final int WIDTH = QuestionPrint.DIRECTIONS / Long.BYTES;

    /** Added to every byte, so that none is negative and no lane borrows from the next. */
    private static final int BIAS = 128;

    private static final long BIASES = 0x8080_8080_8080_8080L;

    /** So many words cannot overflow a lane, and what stands behind them is another matter. */
    private static final int MOST_WORDS = 128;

    /** Bytes are added up in lanes of 16 bits: every second one, and the others. */
    private static final long EVEN = 0x00FF_00FF_00FF_00FFL;

    private static final long ONES = 0x0001_0001_0001_0001L;
    private static final long BELOW = 0x7FFF_7FFF_7FFF_7FFFL;
    private static final long MIDDLE = 0x8000;
    private static final long LANE = 0xFFFF;
    private static final long HALVES = 0x0000_FFFF_0000_FFFFL;

    /** Moves the lowest bits of four lanes to every second bit of a byte, the highest lane's to the lowest. */
    private static final long GATHER = 1L << 55 | 1L << 37 | 1L << 19 | 1L << 1;

    private static final int GATHERED = 48;

    private final Vocabulary vocabulary;
    /** For each row of the vocabulary the number of its direction; only for those with the mark. */
    private final char[] numbers;

    private final long[] directions;
    private final long[] unknown;

    private WordMeanings(DataInputStream in, Function<int[], Vocabulary> vocabularyOf) throws IOException {
        int[] hashes = new int[count(in)];
        int strength = in.readUnsignedByte();
        ByteBuffer.wrap(in.readNBytes(Integer.BYTES * hashes.length))
                .asIntBuffer()
                .get(hashes);
        vocabulary = vocabularyOf.apply(hashes);
        numbers = new char[vocabulary.size() + 1];
        for (int number = 0; number < hashes.length; number++) {
            numbers[Vocabulary.row(vocabulary.find(hashes[number]))] = (char) number;
        }
        directions = new long[hashes.length * WIDTH];
        ByteBuffer.wrap(in.readNBytes(Long.BYTES * directions.length))
                .asLongBuffer()
                .get(directions);
        for (int i = 0; i < directions.length; i++) {
            directions[i] ^= BIASES;
        }
        unknown = new long[1 << Long.BYTES];
        for (int signs = 0; signs < unknown.length; signs++) {
            for (int dimension = 0; dimension < Long.BYTES; dimension++) {
                boolean positive = (signs >>> dimension & 1) != 0;
                unknown[signs] = unknown[signs] << Byte.SIZE | BIAS + (positive ? strength : -strength);
            }
        }
    }

    private static int count(DataInputStream in) throws IOException {
        int format = in.readInt();
        if (format != FORMAT) {
            throw new IOException("format " + format);
        }
        return in.readInt();
    }

    /** The meanings that come with the library, read when they are first needed. */
    static WordMeanings ofDefaults() {
        return Defaults.MEANINGS;
    }

    private static final class Defaults {

        private static final WordMeanings MEANINGS = shipped();

        private Defaults() {}
    }

    /** Reads what the learning program wrote. */
    static WordMeanings read(InputStream in) throws IOException {
        return new WordMeanings(new DataInputStream(in), hashes -> {
            Vocabulary.Builder words = new Vocabulary.Builder();
            for (int hash : hashes) {
                words.add(hash, Marks.MEANT);
            }
            return words.build();
        });
    }

    private static WordMeanings shipped() {
        try {
            return new WordMeanings(
                    resource(), hashes -> PhraseTables.ofDefaults().vocabulary());
        } catch (IOException e) {
            throw new UncheckedIOException(NAME + " cannot be read", e);
        }
    }

    private static DataInputStream resource() throws IOException {
        try (InputStream in = Objects.requireNonNull(WordMeanings.class.getResourceAsStream(NAME), NAME)) {
            return new DataInputStream(new ByteArrayInputStream(in.readAllBytes()));
        }
    }

    /** Adds the words that have a meaning to the vocabulary that is to be compiled. */
    static void addTo(Vocabulary.Builder words) throws IOException {
        DataInputStream in = resource();
        int count = count(in);
        in.readUnsignedByte();
        for (int i = 0; i < count; i++) {
            words.add(in.readInt(), Marks.MEANT);
        }
    }

    /** The print of a text with its meaning: all words that are known, and of the others the {@code kept} ones. */
    QuestionPrint print(ScannedText text, int[] kept, int size) {
        long[] sums = text.sums();
        int[] words = vocabulary.words(text);
        int count = 0;
        int tokens = Math.min(text.size(), MOST_WORDS / 2);
        for (int token = 0; token < tokens; token++) {
            if (Vocabulary.marked(words[token], Marks.MEANT)) {
                count++;
                add(directions, numbers[Vocabulary.row(words[token])] * WIDTH, sums);
            }
        }
        for (int i = 0; i < size && count < MOST_WORDS; i++) {
            if (!Vocabulary.marked(vocabulary.find(kept[i]), Marks.MEANT)) {
                count++;
                addUnknown(kept[i], sums);
            }
        }
        return direct(kept, size, sums, count * BIAS);
    }

    private static void add(long[] table, int from, long[] sums) {
        for (int i = 0; i < WIDTH; i++) {
            long bytes = table[from + i];
            sums[i] += bytes & EVEN;
            sums[WIDTH + i] += bytes >>> Byte.SIZE & EVEN;
        }
    }

    private void addUnknown(int hash, long[] sums) {
        long signs = hash * 0x9E3779B97F4A7C15L;
        signs = (signs ^ signs >>> 32) * 0xD6E8FEB86659FD93L;
        signs ^= signs >>> 32;
        for (int i = 0; i < WIDTH; i++) {
            long bytes = unknown[(int) (signs >>> Byte.SIZE * i) & 0xFF];
            sums[i] += bytes & EVEN;
            sums[WIDTH + i] += bytes >>> Byte.SIZE & EVEN;
        }
    }

    /** Two bits for each dimension: the side, and whether it is farther out than the average dimension. */
    private static QuestionPrint direct(int[] kept, int size, long[] sums, int zero) {
        long signs = 0;
        long totals = 0;
        for (int i = 0; i < WIDTH; i++) {
            long even = sums[i] + (MIDDLE - zero) * ONES; // the highest bit of a lane says that it is not negative
            long odd = sums[WIDTH + i] + (MIDDLE - zero) * ONES;
            signs |= (highest(even) | highest(odd) >>> 1) << Byte.SIZE * i;
            sums[i] = absolute(even);
            sums[WIDTH + i] = absolute(odd);
            totals += (sums[i] & HALVES) + (sums[i] >>> Short.SIZE & HALVES);
            totals += (sums[WIDTH + i] & HALVES) + (sums[WIDTH + i] >>> Short.SIZE & HALVES);
        }
        int average = ((int) totals + (int) (totals >>> Integer.SIZE)) / QuestionPrint.DIRECTIONS;
        long strengths = 0;
        long farther = (MIDDLE - (average + 1)) * ONES;
        for (int i = 0; i < WIDTH; i++) {
            strengths |= (highest(sums[i] + farther) | highest(sums[WIDTH + i] + farther) >>> 1) << Byte.SIZE * i;
        }
        return QuestionPrint.of(kept, size, signs, strengths);
    }

    private static long highest(long lanes) {
        return (lanes >>> Short.SIZE - 1 & ONES) * GATHER >>> GATHERED & 0xFF;
    }

    private static long absolute(long lanes) {
        long negative = ONES ^ lanes >>> Short.SIZE - 1 & ONES;
        return ((lanes ^ negative * LANE) & BELOW) + negative;
    }
}
