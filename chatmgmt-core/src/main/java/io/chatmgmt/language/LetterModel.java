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

    private final String[] tags;
    private final int width;
    private final long[] sequences;
    private final PhraseSet words;
    private final long[] wordWeights;

    LetterModel(List<String> tags, long[] sequences, PhraseSet words, long[] wordWeights) {
        this.tags = tags.toArray(String[]::new);
        this.width = width(tags.size());
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

    /** How many longs hold the weights of so many languages. */
    static int width(int languages) {
        return (languages + LANES - 1) / LANES;
    }

    static void addWeight(long[] rows, int row, int width, int language, int weight) {
        rows[row * width + language / LANES] += (long) weight << LANE_BITS * (language % LANES);
    }

    Optional<LanguageGuess> guess(ScannedText text, int letters) {
        if (tags.length == 0) {
            return Optional.empty();
        }
        long[] sums = text.lanes(width);
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
        double distance = Math.tanh((bestSum - secondSum) * (INDEPENDENCE / 2 / SCALE));
        return Optional.of(new LanguageGuess(tags[best], tags.length == 1 ? 1 : distance, letters));
    }

    private void addSequences(ScannedText text, long[] sums) {
        char[] stream = text.stream;
        int end = Math.min(text.streamLength, MOST_LETTERS);
        char before = ' ';
        char last = ' ';
        for (int i = 1; i < end; i++) {
            char c = stream[i];
            int pair = Sequences.pair(last, c) * width;
            int triple = Sequences.triple(before, last, c) * width;
            for (int lane = 0; lane < width; lane++) {
                sums[lane] += sequences[pair + lane] + sequences[triple + lane];
            }
            before = last;
            last = c;
        }
    }

    private void addWords(ScannedText text, long[] sums) {
        int end = Math.min(text.size, MOST_LETTERS / 2);
        for (int token = 0; token < end; token++) {
            int row = words.payload(text, token);
            if (row != 0) {
                for (int lane = 0; lane < width; lane++) {
                    sums[lane] += wordWeights[row * width + lane];
                }
            }
        }
    }
}
