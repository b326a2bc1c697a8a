package io.chatmgmt.escalation;

import io.chatmgmt.language.ScannedText;
import io.chatmgmt.language.TextScanner;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

    private static final int SLOTS = 1 << 14;

    private final int[] words = new int[SLOTS];
    private final float[] ratings = new float[SLOTS];
    private final float[] boosts = new float[SLOTS];
    private final int but;

    private Valence() {
        TextScanner scanner = new TextScanner();
        but = scanner.scan("but").hash(0);
        for (String booster : BOOSTERS.split(" ")) {
            boosts[place(scanner.scan(booster).hash(0))] = (float) BOOST;
        }
        for (String damper : DAMPERS.split(" ")) {
            boosts[place(scanner.scan(damper).hash(0))] = (float) -BOOST;
        }
        try (InputStream in = Objects.requireNonNull(Valence.class.getResourceAsStream(RESOURCE), RESOURCE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int space = line.indexOf(' ');
                ScannedText word = scanner.scan(line.substring(0, space));
                if (word.size() == 1) {
                    ratings[place(word.hash(0))] = Float.parseFloat(line.substring(space + 1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
        }
    }

    /** The words of this library; read when the first detector needs them. */
    static Valence ofDefaults() {
        return Defaults.VALENCE;
    }

    private static final class Defaults {

        private static final Valence VALENCE = new Valence();

        private Defaults() {}
    }

    private int place(int word) {
        int slot = find(word);
        words[slot] = word;
        return slot;
    }

    private int find(int word) {
        int slot = word >>> 18;
        while (words[slot] != word && words[slot] != 0) {
            slot = slot + 1 & SLOTS - 1;
        }
        return slot;
    }

    /** From -1 for as unpleasant as can be to 1; 0 for a text without a rated word. */
    double of(ScannedText text, Negations negations, String language) {
        double sum = 0;
        int turn = -1;
        boolean mixed = text.capitalShare() < 0.8;
        for (int token = 0; token < text.size(); token++) {
            int word = text.hash(token);
            if (word == but && turn < 0 && token > 0) {
                turn = token;
                sum *= BEFORE_BUT;
            }
            double rating = ratings[find(word)];
            if (rating != 0 && !text.quoted(token)) {
                sum += (turn >= 0 ? AFTER_BUT : 1) * inContext(text, token, rating, mixed, negations, language);
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

    private double inContext(
            ScannedText text, int token, double rating, boolean mixed, Negations negations, String language) {
        double effect = rating;
        if (mixed && text.shouted(token)) {
            effect += Math.signum(rating) * SHOUT;
        }
        for (int distance = 1; distance < NEARNESS.length && token - distance >= 0; distance++) {
            double boost = boosts[find(text.hash(token - distance))];
            effect += Math.signum(rating) * boost * NEARNESS[distance];
        }
        return negations.negated(text, token, token, language) ? NEGATED * effect : effect;
    }
}
