package io.chatmgmt.escalation;

import io.chatmgmt.conversation.QuestionPrint;
import io.chatmgmt.language.ScannedText;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

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
    private static final int LANES = 4;
    private static final int WIDTH = QuestionPrint.DIRECTIONS / LANES;
    private static final int LANE_BITS = 16;
    private static final int LANE = 0xFFFF;
    /** Added to every byte, so that none is negative and no lane borrows from the next. */
    private static final int BIAS = 128;
    /** So many words cannot overflow a lane, and what stands behind them is another matter. */
    private static final int MOST_WORDS = 128;

    private final int[] hashes;
    private final int[] slots;
    private final int mask;
    private final long[] directions;
    private final long[] unknown;

    private WordMeanings(DataInputStream in) throws IOException {
        int format = in.readInt();
        if (format != FORMAT) {
            throw new IOException("format " + format);
        }
        int count = in.readInt();
        int strength = in.readUnsignedByte();
        hashes = new int[count];
        int capacity = Integer.highestOneBit(Math.max(8, count)) * 4;
        mask = capacity - 1;
        slots = new int[capacity];
        for (int row = 0; row < count; row++) {
            hashes[row] = in.readInt();
            int slot = hashes[row] & mask;
            while (slots[slot] != 0) {
                slot = slot + 1 & mask;
            }
            slots[slot] = row + 1;
        }
        directions = new long[count * WIDTH];
        for (int i = 0; i < directions.length; i++) {
            directions[i] = lanes(in.readByte(), in.readByte(), in.readByte(), in.readByte());
        }
        unknown = new long[1 << LANES];
        for (int signs = 0; signs < unknown.length; signs++) {
            unknown[signs] = lanes(
                    (signs & 1) == 0 ? -strength : strength,
                    (signs & 2) == 0 ? -strength : strength,
                    (signs & 4) == 0 ? -strength : strength,
                    (signs & 8) == 0 ? -strength : strength);
        }
    }

    private static long lanes(int first, int second, int third, int fourth) {
        return first
                + BIAS
                + ((long) (second + BIAS) << LANE_BITS)
                + ((long) (third + BIAS) << 2 * LANE_BITS)
                + ((long) (fourth + BIAS) << 3 * LANE_BITS);
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
        return new WordMeanings(new DataInputStream(new BufferedInputStream(in)));
    }

    private static WordMeanings shipped() {
        try (InputStream in = Objects.requireNonNull(WordMeanings.class.getResourceAsStream(NAME), NAME)) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(NAME + " cannot be read", e);
        }
    }

    /** Gives a print the meaning of its text: all words that are known, and of the others the {@code kept} ones. */
    QuestionPrint give(QuestionPrint print, ScannedText text, int[] kept, int size) {
        long[] sums = new long[WIDTH];
        int words = 0;
        int tokens = Math.min(text.size(), MOST_WORDS / 2);
        for (int token = 0; token < tokens; token++) {
            int row = row(text.hash(token));
            if (row >= 0) {
                words++;
                for (int i = 0; i < WIDTH; i++) {
                    sums[i] += directions[row * WIDTH + i];
                }
            }
        }
        for (int i = 0; i < size && words < MOST_WORDS; i++) {
            if (row(kept[i]) < 0) {
                words++;
                addUnknown(kept[i], sums);
            }
        }
        return direct(print, sums, words * BIAS);
    }

    private int row(int hash) {
        int slot = hash & mask;
        while (slots[slot] != 0) {
            if (hashes[slots[slot] - 1] == hash) {
                return slots[slot] - 1;
            }
            slot = slot + 1 & mask;
        }
        return -1;
    }

    private void addUnknown(int hash, long[] sums) {
        long signs = hash * 0x9E3779B97F4A7C15L;
        signs = (signs ^ signs >>> 32) * 0xD6E8FEB86659FD93L;
        signs ^= signs >>> 32;
        for (int i = 0; i < WIDTH; i++) {
            sums[i] += unknown[(int) (signs >>> LANES * i) & (1 << LANES) - 1];
        }
    }

    /** Two bits for each dimension: the side, and whether it is farther out than the average dimension. */
    private static QuestionPrint direct(QuestionPrint print, long[] sums, int zero) {
        int total = 0;
        for (long lanes : sums) {
            for (int lane = 0; lane < LANES; lane++) {
                total += Math.abs(((int) (lanes >>> LANE_BITS * lane) & LANE) - zero);
            }
        }
        long signs = 0;
        long strengths = 0;
        for (int i = 0; i < QuestionPrint.DIRECTIONS; i++) {
            int value = ((int) (sums[i / LANES] >>> LANE_BITS * (i % LANES)) & LANE) - zero;
            signs |= value >= 0 ? 1L << i : 0;
            strengths |= Math.abs(value) * QuestionPrint.DIRECTIONS > total ? 1L << i : 0;
        }
        return print.meaning(signs, strengths);
    }
}
