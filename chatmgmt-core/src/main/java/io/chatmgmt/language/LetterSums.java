package io.chatmgmt.language;

/** What a {@link LetterModel} works with: kept with the scanner's buffers, so that a detection allocates none. */
final class LetterSums {

    /** How sure a lead makes, by its units: the hyperbolic tangent is slow, and all but 1 in the end. */
    private static final double[] SURENESS = table();

    /** The rows of one stretch. */
    final int[] rows = new int[LetterTable.MOST_ROWS];

    /** What was summed up so far, a lane a language. */
    final int[] lanes = new int[LetterTable.MOST_LANES];

    /** How far the best language is ahead of the second-best. */
    int lead;

    /** How much of {@link #words} there is. */
    int length;

    private char[] own = new char[0];

    /** The words of a text that are in one script, a space before, between and after. */
    char[] words(ScannedText text, Script script) {
        length = text.streamLength;
        return text.letters(script) == text.letters ? text.stream : ownWords(text, script);
    }

    private char[] ownWords(ScannedText text, Script script) {
        if (own.length < length) {
            own = new char[text.stream.length];
        }
        int size = 0;
        boolean skip = false;
        for (int i = 0; i < length; i++) {
            char c = text.stream[i];
            if (i > 0 && text.stream[i - 1] == ' ') {
                skip = Characters.script(Characters.of(c)) != script.ordinal();
            }
            if (!skip) {
                own[size++] = c;
            }
        }
        length = size;
        return own;
    }

    /**
     * Finds the largest sum and its {@link #lead}.
     *
     * @param among the lanes to compare
     * @return an index into {@code among}
     */
    int best(int[] among) {
        int best = 0;
        int first = lanes[among[0]];
        int second = 0;
        for (int i = 1; i < among.length; i++) {
            int sum = lanes[among[i]];
            if (sum > first) {
                second = first;
                first = sum;
                best = i;
            } else {
                second = Math.max(second, sum);
            }
        }
        lead = first - second;
        return best;
    }

    /** The sums are log likelihoods: the difference between two of them makes that between their probabilities. */
    double sureness() {
        return SURENESS[Math.min(lead, SURENESS.length - 1)];
    }

    private static double[] table() {
        double unit = 0.5 / LetterTable.SCALE;
        double[] sureness = new double[(int) (20 / unit)];
        for (int lead = 0; lead < sureness.length; lead++) {
            sureness[lead] = Math.tanh(lead * unit);
        }
        return sureness;
    }
}
