package io.chatmgmt.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Draws words that look like those of a language: every sequence of up to five letters is as frequent in them as in the
 * language, at the beginnings and ends of words too. Those are not in the {@link LetterCounts}, but follow from them: what
 * has no letter before it begins a word, what has none after it ends one.
 */
final class WordSource {

    private static final int LONGEST_CONTEXT = LetterCounts.LONGEST - 1;
    private static final int LONGEST_WORD = 24;
    private static final double NOTHING = 1e-12;

    /** By what stands before; within a word's first letters with this mark, since there it begins the word. */
    private static final String BEGINNING = "^";

    private final Map<String, Choice> choices = new HashMap<>();

    /** What may follow, and up to which number each; beyond the last of them the word ends. */
    private record Choice(char[] letters, double[] upTo, double total) {}

    WordSource(LetterCounts counts) {
        Map<String, Map<Character, Double>> next = new TreeMap<>();
        Map<String, Double> totals = new HashMap<>();
        for (int length = 1; length <= LONGEST_CONTEXT; length++) {
            Map<String, Double> begins = beginnings(counts, length);
            begins.forEach((sequence, share) -> {
                if (share > NOTHING) {
                    put(next, BEGINNING + withoutLast(sequence), sequence, share);
                    totals.put(BEGINNING + sequence, share);
                }
            });
        }
        counts.ofLength(LetterCounts.LONGEST)
                .forEach((sequence, share) -> put(next, withoutLast(sequence), sequence, share));
        counts.ofLength(LONGEST_CONTEXT).forEach(totals::put);
        next.forEach((context, letters) -> choices.put(context, choice(letters, totals.getOrDefault(context, 0.0))));
    }

    private static Map<String, Double> beginnings(LetterCounts counts, int length) {
        Map<String, Double> begins = new HashMap<>(counts.ofLength(length));
        counts.ofLength(length + 1)
                .forEach((sequence, share) -> begins.merge(sequence.substring(1), -share, Double::sum));
        return begins;
    }

    private static void put(Map<String, Map<Character, Double>> next, String context, String sequence, double share) {
        next.computeIfAbsent(context, key -> new TreeMap<>()).put(sequence.charAt(sequence.length() - 1), share);
    }

    private static String withoutLast(String sequence) {
        return sequence.substring(0, sequence.length() - 1);
    }

    private static Choice choice(Map<Character, Double> next, double total) {
        char[] letters = new char[next.size()];
        double[] upTo = new double[next.size()];
        double sum = 0;
        int i = 0;
        for (Map.Entry<Character, Double> letter : next.entrySet()) {
            sum += letter.getValue();
            letters[i] = letter.getKey();
            upTo[i++] = sum;
        }
        return new Choice(letters, upTo, Math.max(total, sum));
    }

    String draw(SplittableRandom random) {
        StringBuilder word = new StringBuilder();
        while (word.length() < LONGEST_WORD) {
            int length = word.length();
            String context = length < LONGEST_CONTEXT ? BEGINNING + word : word.substring(length - LONGEST_CONTEXT);
            Choice choice = choices.get(context);
            if (choice == null) {
                break;
            }
            int index = index(choice.upTo, random.nextDouble() * choice.total);
            if (index == choice.letters.length) {
                break;
            }
            word.append(choice.letters[index]);
        }
        return word.toString();
    }

    private static int index(double[] upTo, double number) {
        int found = Arrays.binarySearch(upTo, number);
        return found < 0 ? -found - 1 : found + 1;
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
