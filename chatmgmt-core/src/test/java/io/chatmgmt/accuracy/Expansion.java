package io.chatmgmt.accuracy;

import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;

/** Writes out some of the sentences that an expression such as {@code (talk|speak) to (a|) human} stands for. */
final class Expansion {

    private final String expression;
    private final Random random;
    private int at;

    private Expansion(String expression, Random random) {
        this.expression = expression;
        this.random = random;
    }

    /** Up to so many different sentences, in the order of the alphabet. */
    static SortedSet<String> of(String expression, int most, Random random) {
        SortedSet<String> sentences = new TreeSet<>();
        long alternatives = expression.chars().filter(c -> c == '|').count() + 1;
        for (long i = 0; i < Math.min(most, 3 * alternatives); i++) {
            String sentence = new Expansion(expression, random).choose();
            sentences.add(sentence.replace('*', ' ').replaceAll("\\s+", " ").strip());
        }
        sentences.remove("");
        return sentences;
    }

    /** Of the alternatives up to the closing bracket or the end, one. */
    private String choose() {
        StringBuilder chosen = new StringBuilder();
        StringBuilder alternative = new StringBuilder();
        int seen = 0;
        while (at < expression.length()) {
            char c = expression.charAt(at++);
            if (c == '(') {
                alternative.append(choose());
            } else if (c == '|' || c == ')') {
                if (random.nextInt(++seen) == 0) {
                    chosen = alternative;
                }
                alternative = new StringBuilder();
                if (c == ')') {
                    return chosen.toString();
                }
            } else {
                alternative.append(c);
            }
        }
        return random.nextInt(++seen) == 0 ? alternative.toString() : chosen.toString();
    }

    /** The sentence with one letter doubled, left out, or changed places with the next. */
    static String mistyped(String sentence, Random random) {
        if (sentence.length() < 8) {
            return sentence;
        }
        int i = 1 + random.nextInt(sentence.length() - 3);
        String before = sentence.substring(0, i);
        char c = sentence.charAt(i);
        return switch (random.nextInt(3)) {
            case 0 -> before + sentence.charAt(i + 1) + c + sentence.substring(i + 2);
            case 1 -> before + sentence.substring(i + 1);
            default -> before + c + sentence.substring(i);
        };
    }
}
