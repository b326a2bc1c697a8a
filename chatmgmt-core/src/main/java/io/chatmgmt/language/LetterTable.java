package io.chatmgmt.language;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * The weights of letter sequences: a row for each {@linkplain Sequences sequence}, in it a byte for each language, eight
 * of which are added up at a time. A byte is the weight plus {@value #ZERO}; as every language gets that as often as the
 * others, it changes nothing. Immutable.
 */
final class LetterTable {

    /** Rows have 8 or this many bytes. */
    static final int MOST_LANES = 32;

    /** The units of a weight in one natural-logarithm step of likelihood. */
    static final double SCALE = 20;

    /** The byte of the weight 0. */
    static final int ZERO = 128;

    /** The most rows that can be added up before a sum of 16 bits overflows. */
    static final int MOST_ROWS = 256;

    private static final int NARROW = 8;
    private static final int LANE_BITS = 16;
    private static final int LANE = (1 << LANE_BITS) - 1;
    private static final long EVEN = 0x00FF_00FF_00FF_00FFL;

    private final int bits;
    private final boolean wide;
    private final long[] cells;

    private LetterTable(int bits, boolean wide, long[] cells) {
        this.bits = bits;
        this.wide = wide;
        this.cells = cells;
    }

    /**
     * A table of weights.
     *
     * @param bits the table has 2 to the power of this many rows
     * @param weights row by row, as many as {@link #lanes} of each, from −127 to 127
     */
    static LetterTable of(int bits, int lanes, byte[] weights) {
        byte[] shifted = new byte[weights.length];
        for (int i = 0; i < weights.length; i++) {
            shifted[i] = (byte) (weights[i] + ZERO);
        }
        return new LetterTable(bits, lanes == MOST_LANES, longs(shifted));
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
        try (InflaterInputStream inflater = new InflaterInputStream(in);
                DataInputStream data = new DataInputStream(inflater)) {
            byte[] bytes = new byte[lanes << bits];
            data.readFully(bytes);
            return new LetterTable(bits, lanes == MOST_LANES, longs(bytes));
        }
    }

    void write(OutputStream out) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * cells.length);
        bytes.asLongBuffer().put(cells);
        out.write(bits);
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(out, deflater)) {
            deflated.write(bytes.array());
        } finally {
            deflater.end();
        }
    }

    private static long[] longs(byte[] bytes) {
        long[] longs = new long[bytes.length / Long.BYTES];
        ByteBuffer.wrap(bytes).asLongBuffer().get(longs);
        return longs;
    }

    int bits() {
        return bits;
    }

    /** Adds up to {@value #MOST_ROWS} rows to the sums. */
    void add(int[] rows, int count, int[] sums) {
        if (wide) {
            addWide(rows, count, sums);
        } else {
            addNarrow(rows, count, sums);
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
        for (int i = 0; i < count; i++) {
            int cell = rows[i] << 2;
            long first = table[cell];
            long second = table[cell + 1];
            long third = table[cell + 2];
            long fourth = table[cell + 3];
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
