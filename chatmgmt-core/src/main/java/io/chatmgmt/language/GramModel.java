package io.chatmgmt.language;

import io.chatmgmt.conversation.Span;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Learned weights of up to {@value #LANES} linear detectors. Words alone, in twos and in threes, and sequences of four letters
 * are hashed to the rows of one table, in which the weights of all the detectors lie side by side: one look into memory serves
 * them all, and a text is summed for all of them when the first one asks. Immutable and thread-safe.
 */
public final class GramModel {

    /** The most detectors that share a model. */
    public static final int LANES = 2;

    /** The most traits of a text that a detector can weigh beside its words. */
    public static final int TRAITS = 8;

    /** What all sequences of letters together count, all words and what they make together counting 1. */
    static final double LETTERS = 0.7;

    private static final int ROWS = 1 << Grams.BITS;

    /** A weight is stored as a byte with this much added, so that it has no sign. */
    private static final int ZERO = 128;

    private static final int BYTE = 0xFF;

    /** For each row a byte of each lane, that of the first one lowest. */
    private final char[] rows;

    private final float[] biases;
    private final float[] units;
    /** Lane by lane. */
    private final float[] traits;

    private GramModel(char[] rows, float[] biases, float[] units, float[] traits) {
        this.rows = rows;
        this.biases = biases;
        this.units = units;
        this.traits = traits;
    }

    /**
     * A model of weights as they were learned, each rounded to 1/127 of the greatest of its lane.
     *
     * @param traits what each trait of a text weighs, lane by lane
     */
    static GramModel of(float[][] weights, float[] biases, float[] traits) {
        char[] rows = new char[ROWS];
        float[] units = new float[weights.length];
        for (int lane = 0; lane < weights.length; lane++) {
            float greatest = 0;
            for (float weight : weights[lane]) {
                greatest = Math.max(greatest, Math.abs(weight));
            }
            units[lane] = greatest / (ZERO - 1);
            for (int row = 0; row < ROWS; row++) {
                int rounded = greatest == 0 ? 0 : Math.round(weights[lane][row] / units[lane]);
                rows[row] |= (char) (rounded + ZERO << Byte.SIZE * lane);
            }
        }
        return new GramModel(rows, biases.clone(), units, traits.clone());
    }

    /**
     * Reads a model.
     *
     * @param in what {@link #write} wrote, with the same release of the library
     * @return the model
     * @throws IOException if it cannot be read
     */
    public static GramModel read(DataInput in) throws IOException {
        int lanes = in.readByte();
        float[] biases = new float[lanes];
        float[] units = new float[lanes];
        float[] traits = new float[lanes * TRAITS];
        char[] rows = new char[ROWS];
        byte[] weights = new byte[ROWS];
        for (int lane = 0; lane < lanes; lane++) {
            biases[lane] = in.readFloat();
            units[lane] = in.readFloat();
            for (int trait = 0; trait < TRAITS; trait++) {
                traits[TRAITS * lane + trait] = in.readFloat();
            }
            in.readFully(weights);
            for (int row = 0; row < ROWS; row++) {
                rows[row] |= (char) ((weights[row] & BYTE) << Byte.SIZE * lane);
            }
        }
        return new GramModel(rows, biases, units, traits);
    }

    /**
     * Writes the model; the same weights give the same bytes.
     *
     * @param out where to
     * @throws IOException if it cannot be written
     */
    public void write(DataOutput out) throws IOException {
        out.writeByte(biases.length);
        byte[] weights = new byte[ROWS];
        for (int lane = 0; lane < biases.length; lane++) {
            out.writeFloat(biases[lane]);
            out.writeFloat(units[lane]);
            for (int trait = 0; trait < TRAITS; trait++) {
                out.writeFloat(traits[TRAITS * lane + trait]);
            }
            for (int row = 0; row < ROWS; row++) {
                weights[row] = (byte) (rows[row] >>> Byte.SIZE * lane);
            }
            out.write(weights);
        }
    }

    /**
     * What one of the detectors makes of a text. Allocates nothing, and is remembered until another model is asked about the
     * text.
     *
     * @param text the text
     * @param lane the detector's number, from 0
     * @return above 0 where it speaks for what the detector listens to, the further the surer
     */
    public double score(ScannedText text, int lane) {
        Grams grams = text.grams;
        if (grams.summed != this) {
            grams.read(text);
            sum(grams.rows, grams.size, grams.sums);
            sum(grams.letterRows, grams.letters, grams.letterSums);
            grams.summed = this;
        }
        double words = grams.sums[lane] / Math.sqrt(grams.size + 1.0);
        double letters = LETTERS * grams.letterSums[lane] / Math.sqrt(grams.letters + 1.0);
        return biases[lane] + units[lane] * (words + letters);
    }

    /**
     * What a detector adds to the {@link #score} of a text for one of its traits: a figure that words do not tell.
     *
     * @param lane the detector's number, from 0
     * @param trait the trait's number, from 0
     * @param value the figure
     * @return what was learned to make of it
     */
    public double trait(int lane, int trait, double value) {
        return traits[TRAITS * lane + trait] * value;
    }

    private void sum(int[] list, int size, int[] sums) {
        int first = 0;
        int second = 0;
        for (int i = 0; i < size; i++) {
            int weights = rows[list[i]];
            first += weights & BYTE;
            second += weights >>> Byte.SIZE;
        }
        sums[0] = first - ZERO * size;
        sums[1] = second - ZERO * size;
    }

    /**
     * The words that spoke most for what a detector listens to, in the order of the text. For a text that has been heard:
     * this allocates.
     *
     * @param text the text
     * @param lane the detector's number, from 0
     * @param most how many words at most
     * @return their places; empty when no word spoke for it
     */
    public List<Span> evidence(ScannedText text, int lane, int most) {
        text.grams.read(text);
        List<Integer> speaking = new ArrayList<>();
        int tokens = Math.min(text.size, Grams.MOST);
        for (int token = 0; token < tokens; token++) {
            if (weight(text.grams, token, lane) > 0) {
                speaking.add(token);
            }
        }
        speaking.sort(Comparator.comparingInt(token -> -weight(text.grams, token, lane)));
        return speaking.stream()
                .limit(most)
                .sorted()
                .map(token -> text.span(token, token))
                .toList();
    }

    /** What a row weighs for a detector. */
    float weight(int row, int lane) {
        return units[lane] * byteOf(row, lane);
    }

    float bias(int lane) {
        return biases[lane];
    }

    private int byteOf(int row, int lane) {
        return (rows[row] >>> Byte.SIZE * lane & BYTE) - ZERO;
    }

    private int weight(Grams grams, int token, int lane) {
        return weight(grams.rows, grams.ends, token, lane) + weight(grams.letterRows, grams.letterEnds, token, lane);
    }

    private int weight(int[] list, int[] ends, int token, int lane) {
        int weight = 0;
        for (int i = token == 0 ? 0 : ends[token - 1]; i < ends[token]; i++) {
            weight += byteOf(list[i], lane);
        }
        return weight;
    }
}
