package io.chatmgmt.language;

import io.chatmgmt.conversation.LanguageGuess;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * Tells languages of one script apart by their function words and by sequences of two and three letters, accents and word
 * boundaries included. Every sequence has one weight for each language; four weights lie side by side in a long, so that
 * four languages are scored by one addition. Immutable and thread-safe.
 */
final class LetterModel {

    /** The units of a weight in one natural-logarithm step of likelihood. */
    static final double SCALE = 16;

    /** The most letters that are looked at: 2 sequences each of weight 255 at most fit a lane of 16 bits. */
    private static final int MOST_LETTERS = 110;

    /** Overlapping sequences say the same thing more than once; fitted so that 0.2 separates right from wrong guesses. */
    private static final double INDEPENDENCE = 0.35;

    private static final int LANE_BITS = 16;
    private static final int LANES = 64 / LANE_BITS;
    private static final long LANE = (1L << LANE_BITS) - 1;

    /** The longs of a row, enough for twelve languages: a fixed number, so that the sums stay in registers. */
    static final int WIDTH = 3;

    /** How sure a lead makes, by its units: the hyperbolic tangent is slow, and 1 from 22 on. */
    private static final double[] SURENESS = sureness();

    private final String[] tags;
    private final long[] sequences;
    private final PhraseSet words;
    private final long[] wordWeights;

    LetterModel(List<String> tags, long[] sequences, PhraseSet words, long[] wordWeights) {
        this.tags = tags.toArray(String[]::new);
        this.sequences = sequences;
        this.words = words;
        this.wordWeights = wordWeights;
    }

    /** The model for some of the built-in languages, made from their word lists unless the build has done so. */
    static LetterModel of(List<String> tags) {
        return tags.equals(KnownLanguages.LATIN) ? LetterTable.read() : new LetterModelTraining(tags).model();
    }

    /** Reads what {@link #write} wrote for these languages. */
    static LetterModel read(List<String> tags, DataInput in) throws IOException {
        return new LetterModel(tags, longs(in), PhraseSet.read(in), longs(in));
    }

    void write(DataOutput out) throws IOException {
        write(sequences, out);
        words.write(out);
        write(wordWeights, out);
    }

    private static void write(long[] longs, DataOutput out) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * longs.length);
        bytes.asLongBuffer().put(longs);
        out.writeInt(longs.length);
        out.write(bytes.array());
    }

    private static long[] longs(DataInput in) throws IOException {
        long[] longs = new long[in.readInt()];
        byte[] bytes = new byte[Long.BYTES * longs.length];
        in.readFully(bytes);
        ByteBuffer.wrap(bytes).asLongBuffer().get(longs);
        return longs;
    }

    static void addWeight(long[] rows, int row, int language, int weight) {
        rows[row * WIDTH + language / LANES] += (long) weight << LANE_BITS * (language % LANES);
    }

    Optional<LanguageGuess> guess(ScannedText text, int letters) {
        if (tags.length == 0) {
            return Optional.empty();
        }
        long[] sums = text.lanes();
        addSequences(text, sums);
        addWords(text, sums);
        int best = -1;
        int bestSum = -1;
        int secondSum = 0;
        for (int language = 0; language < tags.length; language++) {
            int sum = (int) (sums[language / LANES] >>> LANE_BITS * (language % LANES) & LANE);
            if (sum > bestSum) {
                secondSum = Math.max(bestSum, 0);
                bestSum = sum;
                best = language;
            } else if (sum > secondSum) {
                secondSum = sum;
            }
        }
        double distance = SURENESS[Math.min(bestSum - secondSum, SURENESS.length - 1)];
        return Optional.of(new LanguageGuess(tags[best], tags.length == 1 ? 1 : distance, letters));
    }

    private static double[] sureness() {
        double unit = INDEPENDENCE / 2 / SCALE;
        double[] sureness = new double[(int) (22 / unit) + 2];
        for (int lead = 0; lead < sureness.length; lead++) {
            sureness[lead] = Math.tanh(lead * unit);
        }
        return sureness;
    }

    private void addSequences(ScannedText text, long[] sums) {
        char[] stream = text.stream;
        long[] weights = sequences;
        int end = Math.min(text.streamLength, MOST_LETTERS);
        int before = Sequences.mix(' ', ' ');
        char last = ' ';
        long first = 0;
        long second = 0;
        long third = 0;
        for (int i = 1; i < end; i++) {
            char c = stream[i];
            int mixed = Sequences.mix(last, c);
            int pair = Sequences.pair(mixed) * WIDTH;
            int triple = Sequences.triple(before, c) * WIDTH;
            first += weights[pair] + weights[triple];
            second += weights[pair + 1] + weights[triple + 1];
            third += weights[pair + 2] + weights[triple + 2];
            before = mixed;
            last = c;
        }
        sums[0] = first;
        sums[1] = second;
        sums[2] = third;
    }

    private void addWords(ScannedText text, long[] sums) {
        int end = Math.min(text.size, MOST_LETTERS / 2);
        for (int token = 0; token < end; token++) {
            int row = words.payload(text, token) * WIDTH;
            if (row != 0) {
                sums[0] += wordWeights[row];
                sums[1] += wordWeights[row + 1];
                sums[2] += wordWeights[row + 2];
            }
        }
    }
}
