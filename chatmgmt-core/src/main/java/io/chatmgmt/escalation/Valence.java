package io.chatmgmt.escalation;

import io.chatmgmt.language.ScannedText;
import io.chatmgmt.language.TextScanner;
import io.chatmgmt.language.Vocabulary;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * How pleasant or unpleasant an English text is, by the method of VADER (Hutto and Gilbert 2014): rated words, which the words
 * before them strengthen, weaken or negate, and capitals, exclamation marks and "but". Immutable, thread-safe.
 */
final class Valence {

    private static final String RESOURCE = "valence-en.txt";

    private static final String BOOSTERS =
            "very really so extremely absolutely totally completely utterly super incredibly"
                    + " especially particularly deeply highly hugely most quite too such purely remarkably thoroughly truly"
                    + " unbelievably uber entirely exceptionally fully greatly insanely majorly more fucking freaking damn bloody";

    private static final String DAMPERS =
            "slightly somewhat barely hardly little less partly kinda sorta scarcely marginally occasionally almost";

    private static final double BOOST = 0.293;
    private static final double SHOUT = 0.733;
    private static final double NEGATED = -0.74;
    private static final double BEFORE_BUT = 0.5;
    private static final double AFTER_BUT = 1.5;
    private static final double EXCLAMATION = 0.292;
    private static final int MOST_EXCLAMATIONS = 4;
    private static final double QUESTION = 0.18;
    private static final int MANY_QUESTIONS = 4;
    private static final double MANY = 0.96;

    /** What a word farther off keeps of its effect. */
    private static final double[] NEARNESS = {0, 1, 0.95, 0.9};

    /** Brings any sum within -1 to 1. */
    private static final double SPREAD = 15;

    private static final double TENTHS = 10;

    private final Vocabulary vocabulary;
    private final byte[] ratings;

    private Valence(PhraseTables tables) {
        vocabulary = tables.vocabulary();
        ratings = tables.ratings();
    }

    /** The words of this library; read when the first detector needs them. */
    static Valence ofDefaults() {
        return Defaults.VALENCE;
    }

    private static final class Defaults {

        private static final Valence VALENCE = new Valence(PhraseTables.ofDefaults());

        private Defaults() {}
    }

    /** Adds the rated words, and those that change a rating, to the vocabulary that is to be compiled. */
    static void addTo(Vocabulary.Builder words, TextScanner scanner) {
        words.add(scanner.scan("but").hash(0), Marks.TURN);
        for (String booster : BOOSTERS.split(" ")) {
            words.add(scanner.scan(booster).hash(0), Marks.BOOSTER);
        }
        for (String damper : DAMPERS.split(" ")) {
            words.add(scanner.scan(damper).hash(0), Marks.DAMPER);
        }
        rated(scanner).keySet().forEach(word -> words.add(word, Marks.RATED));
    }

    /** For each row of the compiled vocabulary its rating in tenths. */
    static byte[] ratings(Vocabulary vocabulary, TextScanner scanner) {
        byte[] ratings = new byte[vocabulary.size() + 1];
        rated(scanner)
                .forEach((word, rating) ->
                        ratings[Vocabulary.row(vocabulary.find(word))] = (byte) Math.round(rating * TENTHS));
        return ratings;
    }

    private static Map<Integer, Double> rated(TextScanner scanner) {
        Map<Integer, Double> ratings = new HashMap<>();
        try (InputStream in = Objects.requireNonNull(Valence.class.getResourceAsStream(RESOURCE), RESOURCE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int space = line.indexOf(' ');
                ScannedText word = scanner.scan(line.substring(0, space));
                if (word.size() == 1) {
                    ratings.put(word.hash(0), Double.valueOf(line.substring(space + 1)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
        }
        return ratings;
    }

    /** From -1 for as unpleasant as can be to 1; 0 for a text without a rated word. */
    double of(ScannedText text, Negations negations, String language) {
        int[] words = vocabulary.words(text);
        if ((vocabulary.marks(text) & Marks.RATED) == 0) {
            return 0;
        }
        double sum = 0;
        double weight = 1;
        boolean mixed = text.capitalShare() < 0.8;
        for (int token = 0; token < text.size(); token++) {
            int word = words[token];
            if (!Vocabulary.marked(word, Marks.RATED | Marks.TURN)) {
                continue;
            }
            if (Vocabulary.marked(word, Marks.TURN) && weight == 1 && token > 0) {
                weight = AFTER_BUT;
                sum *= BEFORE_BUT;
            }
            if (Vocabulary.marked(word, Marks.RATED) && !text.quoted(token)) {
                double rating = ratings[Vocabulary.row(word)] / TENTHS;
                double emphasised = mixed && text.shouted(token) ? rating + Math.signum(rating) * SHOUT : rating;
                double effect = emphasised + Math.signum(rating) * boost(words, token);
                sum += weight * (negations.negated(text, token, token, language) ? NEGATED * effect : effect);
            }
        }
        if (sum == 0) {
            return 0;
        }
        double emphasis = Math.min(text.exclamations(), MOST_EXCLAMATIONS) * EXCLAMATION
                + (text.questions() < 2 ? 0 : text.questions() < MANY_QUESTIONS ? text.questions() * QUESTION : MANY);
        double total = sum + Math.signum(sum) * emphasis;
        return total / Math.sqrt(total * total + SPREAD);
    }

    /** What the words before a rated one do to it. */
    private static double boost(int[] words, int token) {
        double boost = 0;
        for (int distance = 1; distance < NEARNESS.length && distance <= token; distance++) {
            int word = words[token - distance];
            if (Vocabulary.marked(word, Marks.BOOSTER | Marks.DAMPER)) {
                boost += Vocabulary.marked(word, Marks.DAMPER)
                        ? -BOOST * NEARNESS[distance]
                        : BOOST * NEARNESS[distance];
            }
        }
        return boost;
    }
}
