package io.chatmgmt.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;

/**
 * The weights of letter sequences: a row for each {@linkplain Sequences sequence}, in it a byte for each language, eight
 * of which are added up at a time. A byte is the weight plus {@value #ZERO}; as every language gets that as often as the
 * others, it changes nothing. Weights are small enough for four rows to be added up within their bytes. Immutable.
 */
final class LetterTable {

    /** Rows have 8 or this many bytes. */
    static final int MOST_LANES = 32;

    /** The units of a weight in one natural-logarithm step of likelihood. */
    static final double SCALE = 8;

    /** The byte of the weight 0. */
    static final int ZERO = 32;

    /** The largest weight: four of 6 bits fit a byte. */
    static final int HEAVIEST = 31;

    /** The most rows that can be added up before a sum of 16 bits overflows. */
    static final int MOST_ROWS = 256;

    private static final int MOST_BITS = 20;
    private static final int PIECE = 1 << 16;
    private static final int NARROW = 8;
    private static final int AT_A_TIME = 4;
    private static final int LANE_BITS = 16;
    private static final int LANE = (1 << LANE_BITS) - 1;
    private static final long EVEN = 0x00FF_00FF_00FF_00FFL;

    private final int bits;
    private final boolean wide;
    private final int zeros;
    private final long[] cells;

    private LetterTable(int bits, int lanes, long[] cells) {
        this.bits = bits;
        this.cells = cells;
        wide = lanes == MOST_LANES;
        zeros = 1 << bits;
    }

    /**
     * A table of weights.
     *
     * @param bits the table has 2 to the power of this many rows
     * @param weights row by row, as many as {@link #lanes} of each, ±{@value #HEAVIEST} at most
     */
    static LetterTable of(int bits, int lanes, byte[] weights) {
        byte[] shifted = new byte[weights.length];
        for (int i = 0; i < weights.length; i++) {
            shifted[i] = (byte) (weights[i] + ZERO);
        }
        return new LetterTable(bits, lanes, cells(shifted, lanes));
    }

    /** How many bytes a row has that serves so many languages. */
    static int lanes(int languages) {
        if (languages > MOST_LANES) {
            throw new IllegalArgumentException("at most " + MOST_LANES + " languages, not " + languages);
        }
        return languages <= NARROW ? NARROW : MOST_LANES;
    }

    static LetterTable read(InputStream in, int languages) throws IOException {
        int lanes = lanes(languages);
        int bits = in.read();
        if (bits < 0 || bits > MOST_BITS) {
            throw new IOException("a letter table of 2^" + bits + " rows");
        }
        return new LetterTable(bits, lanes, inflate(in, lanes << bits, lanes));
    }

    /** In pieces that are large enough for code that is not compiled yet, and small enough to be used again at once. */
    private static long[] inflate(InputStream in, int length, int lanes) throws IOException {
        long[] cells = new long[(length + lanes) / Long.BYTES];
        byte[] deflated = new byte[PIECE];
        byte[] bytes = new byte[PIECE];
        Inflater inflater = new Inflater();
        try {
            for (int done = 0; done < length; done += PIECE) {
                int size = Math.min(PIECE, length - done);
                inflate(in, deflated, inflater, bytes, size);
                ByteBuffer.wrap(bytes).asLongBuffer().get(cells, done / Long.BYTES, size / Long.BYTES);
            }
            return cells;
        } catch (DataFormatException e) {
            throw new IOException("a damaged letter table", e);
        } finally {
            inflater.end();
        }
    }

    private static void inflate(InputStream in, byte[] deflated, Inflater inflater, byte[] bytes, int size)
            throws IOException, DataFormatException {
        for (int done = 0; done < size; done += inflater.inflate(bytes, done, size - done)) {
            if (inflater.finished()) {
                throw new IOException("a letter table that is too short");
            }
            if (inflater.needsInput()) {
                int read = in.read(deflated);
                if (read < 0) {
                    throw new IOException("a letter table that is cut off");
                }
                inflater.setInput(deflated, 0, read);
            }
        }
    }

    void write(OutputStream out) throws IOException {
        int length = (wide ? MOST_LANES : NARROW) << bits;
        ByteBuffer bytes = ByteBuffer.allocate(length);
        bytes.asLongBuffer().put(cells, 0, length / Long.BYTES);
        out.write(bits);
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(out, deflater)) {
            deflated.write(bytes.array());
        } finally {
            deflater.end();
        }
    }

    /** With a row of zeros behind the others, which adds nothing to any language. */
    private static long[] cells(byte[] bytes, int lanes) {
        long[] cells = new long[(bytes.length + lanes) / Long.BYTES];
        ByteBuffer.wrap(bytes).asLongBuffer().get(cells, 0, bytes.length / Long.BYTES);
        return cells;
    }

    int bits() {
        return bits;
    }

    /**
     * Adds up to {@value #MOST_ROWS} rows to the sums.
     *
     * @param rows which; as many behind them as make the count a multiple of {@value #AT_A_TIME} are overwritten
     */
    void add(int[] rows, int count, int[] sums) {
        int whole = count + AT_A_TIME - 1 & -AT_A_TIME;
        Arrays.fill(rows, count, whole, zeros);
        if (wide) {
            addWide(rows, whole, sums);
        } else {
            addNarrow(rows, whole, sums);
        }
    }

    private void addNarrow(int[] rows, int count, int[] sums) {
        long even = 0;
        long odd = 0;
        for (int i = 0; i < count; i++) {
            long cell = cells[rows[i]];
            even += cell & EVEN;
            odd += cell >>> 8 & EVEN;
        }
        unpack(even, odd, 0, sums);
    }

    private void addWide(int[] rows, int count, int[] sums) {
        long[] table = cells;
        long even0 = 0;
        long odd0 = 0;
        long even1 = 0;
        long odd1 = 0;
        long even2 = 0;
        long odd2 = 0;
        long even3 = 0;
        long odd3 = 0;
        for (int i = 0; i < count; i += AT_A_TIME) {
            int a = rows[i] << 2;
            int b = rows[i + 1] << 2;
            int c = rows[i + 2] << 2;
            int d = rows[i + 3] << 2;
            long first = table[a] + table[b] + table[c] + table[d];
            long second = table[a + 1] + table[b + 1] + table[c + 1] + table[d + 1];
            long third = table[a + 2] + table[b + 2] + table[c + 2] + table[d + 2];
            long fourth = table[a + 3] + table[b + 3] + table[c + 3] + table[d + 3];
            even0 += first & EVEN;
            odd0 += first >>> 8 & EVEN;
            even1 += second & EVEN;
            odd1 += second >>> 8 & EVEN;
            even2 += third & EVEN;
            odd2 += third >>> 8 & EVEN;
            even3 += fourth & EVEN;
            odd3 += fourth >>> 8 & EVEN;
        }
        unpack(even0, odd0, 0, sums);
        unpack(even1, odd1, 8, sums);
        unpack(even2, odd2, 16, sums);
        unpack(even3, odd3, 24, sums);
    }

    /** The bytes of a row stand in the order of its languages: the first is the highest of its long. */
    private static void unpack(long even, long odd, int lane, int[] sums) {
        for (int pair = 0; pair < 4; pair++) {
            int shift = LANE_BITS * (3 - pair);
            sums[lane + 2 * pair] += (int) (odd >>> shift) & LANE;
            sums[lane + 2 * pair + 1] += (int) (even >>> shift) & LANE;
        }
    }
}
