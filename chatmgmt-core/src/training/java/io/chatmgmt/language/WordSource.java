package io.chatmgmt.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Draws words that look like those of a language: every sequence of up to five letters is as frequent in them as in the
 * language, at the beginnings and ends of words too. Those are not in the {@link LetterCounts}, but follow from them: what
 * has no letter before it begins a word, what has none after it ends one.
 */
final class WordSource {

    private static final int LONGEST_CONTEXT = LetterCounts.LONGEST - 1;
    private static final int LONGEST_WORD = 24;
    private static final double NOTHING = 1e-12;
    private static final char END = 0;

    /** By what stands before; within a word's first letters with this mark, since there it begins the word. */
    private static final String BEGINNING = "^";

    private final Map<String, Choice> choices = new HashMap<>();

    /** What may follow, and up to which number each; beyond the last of them the word ends. */
    private static final class Choice {

        private char[] letters = new char[4];
        private double[] upTo = new double[4];
        private int size;
        private double total;

        private void add(char letter, double share) {
            if (size == letters.length) {
                letters = Arrays.copyOf(letters, 2 * size);
                upTo = Arrays.copyOf(upTo, 2 * size);
            }
            letters[size] = letter;
            upTo[size] = share + (size == 0 ? 0 : upTo[size - 1]);
            size++;
            total = Math.max(total, upTo[size - 1]);
        }

        /** The letter at a place from 0 to 1, or {@link #END}. */
        private char at(double place) {
            int found = Arrays.binarySearch(upTo, 0, size, place * total);
            int index = found < 0 ? -found - 1 : found + 1;
            return index < size ? letters[index] : END;
        }
    }

    WordSource(LetterCounts counts) {
        for (int length = 1; length <= LONGEST_CONTEXT; length++) {
            beginnings(counts, length).forEach((sequence, share) -> {
                if (share > NOTHING) {
                    add(BEGINNING, sequence, share);
                    choice(BEGINNING + sequence).total = share;
                }
            });
        }
        counts.ofLength(LONGEST_CONTEXT).forEach((sequence, share) -> choice(sequence).total = share);
        counts.ofLength(LetterCounts.LONGEST).forEach((sequence, share) -> add("", sequence, share));
    }

    private static Map<String, Double> beginnings(LetterCounts counts, int length) {
        Map<String, Double> begins = new LinkedHashMap<>(counts.ofLength(length));
        counts.ofLength(length + 1)
                .forEach((sequence, share) -> begins.merge(sequence.substring(1), -share, Double::sum));
        return begins;
    }

    private void add(String mark, String sequence, double share) {
        int last = sequence.length() - 1;
        choice(mark + sequence.substring(0, last)).add(sequence.charAt(last), share);
    }

    private Choice choice(String context) {
        return choices.computeIfAbsent(context, key -> new Choice());
    }

    String draw(SplittableRandom random) {
        StringBuilder word = new StringBuilder();
        while (word.length() < LONGEST_WORD) {
            int length = word.length();
            String context = length < LONGEST_CONTEXT ? BEGINNING + word : word.substring(length - LONGEST_CONTEXT);
            Choice choice = choices.get(context);
            char letter = choice == null ? END : choice.at(random.nextDouble());
            if (letter == END) {
                break;
            }
            word.append(letter);
        }
        return word.toString();
    }

    /** So many words, repeated ones included. */
    List<String> draw(int count, SplittableRandom random) {
        List<String> words = new ArrayList<>(count);
        while (words.size() < count) {
            words.add(draw(random));
        }
        return words;
    }
}
