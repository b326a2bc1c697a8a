package io.chatmgmt.examples.desk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * What the pretend AI knows: answers, each with some ways to ask for it. How well a question fits is measured by the words
 * that it shares with the best of those ways. Immutable.
 */
final class KnowledgeBase {

    private static final String FILE = "knowledge.txt";
    private static final String UNSURE =
            "I am not sure that I understand. Could you tell me a little more about what you would like to do?";

    /** How sure one is of an answer to a question that shares no word with what is known. */
    private static final double LEAST = 0.3;

    private static final double MOST = 0.98;

    /** Words that say nothing about what somebody wants. */
    private static final Set<String> EMPTY = Set.of(
            "a", "an", "the", "i", "you", "my", "your", "me", "we", "it", "is", "are", "am", "do", "does", "can",
            "could", "how", "what", "where", "when", "why", "which", "to", "of", "in", "on", "for", "and", "or", "with",
            "have", "has", "be", "please", "would", "like", "want", "there", "this", "that", "get", "will", "if",
            "from", "so", "not");

    private final List<Entry> entries;

    private KnowledgeBase(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    private record Entry(List<Set<String>> questions, String answer) {}

    /**
     * What was found.
     *
     * @param answer what to say
     * @param confidence how sure one can be that it is an answer to the question
     */
    record Finding(String answer, double confidence) {}

    /** Reads what lies beside this class: blocks of questions, each ended by a line with the answer after an arrow. */
    static KnowledgeBase read() {
        try (InputStream in = Objects.requireNonNull(KnowledgeBase.class.getResourceAsStream(FILE), FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<Entry> entries = new ArrayList<>();
            List<Set<String>> questions = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("> ")) {
                    entries.add(new Entry(List.copyOf(questions), line.substring(2)));
                    questions.clear();
                } else if (!line.isBlank()) {
                    questions.add(words(line));
                }
            }
            return new KnowledgeBase(entries);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
    }

    Finding find(String question) {
        Set<String> asked = words(question);
        double best = 0;
        String answer = UNSURE;
        for (Entry entry : entries) {
            for (Set<String> known : entry.questions()) {
                double likeness = likeness(asked, known);
                if (likeness > best) {
                    best = likeness;
                    answer = entry.answer();
                }
            }
        }
        return new Finding(best < 0.25 ? UNSURE : answer, LEAST + (MOST - LEAST) * best);
    }

    /** Twice what both have, by what they have together; words of the same beginning are the same. */
    private static double likeness(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        int shared = 0;
        for (String word : one) {
            shared += other.contains(word) ? 1 : 0;
        }
        return 2.0 * shared / (one.size() + other.size());
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
            if (!word.isEmpty() && !EMPTY.contains(word)) {
                words.add(stem(word));
            }
        }
        return words;
    }

    private static String stem(String word) {
        String singular = word.length() > 3 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
        return singular.length() > 6 ? singular.substring(0, 6) : singular;
    }
}
