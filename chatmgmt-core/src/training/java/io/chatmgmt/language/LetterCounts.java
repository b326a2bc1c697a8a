package io.chatmgmt.language;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How often each sequence of one to five letters stands in the words of a language, as a share of all letters. Lingua
 * keeps how often a sequence is continued by a letter; multiplied along a sequence, that gives how often it occurs.
 */
final class LetterCounts {

    static final int LONGEST = 5;

    private static final List<String> FILES = List.of("unigrams", "bigrams", "trigrams", "quadrigrams", "fivegrams");

    private final List<Map<String, Double>> shares = new ArrayList<>();

    private LetterCounts() {}

    static LetterCounts read(String language, Script script) throws IOException {
        LetterCounts counts = new LetterCounts();
        for (int length = 1; length <= LONGEST; length++) {
            String name = "/language-models/" + language + "/" + FILES.get(length - 1) + ".json";
            counts.shares.add(new LinkedHashMap<>());
            try (InputStream in = LetterCounts.class.getResourceAsStream(name)) {
                if (in == null) {
                    throw new IOException("not on the class path: " + name);
                }
                counts.add(new String(in.readAllBytes(), StandardCharsets.UTF_8), length, script);
            }
        }
        return counts;
    }

    /** Reads {@code "ngrams":{"3/17":"abc abd",...}}. */
    private void add(String json, int length, Script script) {
        int at = json.indexOf('{', 1);
        for (int open = json.indexOf('"', at); open >= 0; open = json.indexOf('"', at)) {
            int slash = json.indexOf('/', open);
            int close = json.indexOf('"', slash);
            int from = json.indexOf('"', close + 1) + 1;
            int to = json.indexOf('"', from);
            double continued = Double.parseDouble(json.substring(open + 1, slash))
                    / Double.parseDouble(json.substring(slash + 1, close));
            for (String sequence : json.substring(from, to).split(" ")) {
                add(sequence, continued, length, script);
            }
            at = to + 1;
        }
    }

    private void add(String sequence, double continued, int length, Script script) {
        char last = sequence.charAt(sequence.length() - 1);
        if (sequence.length() != length || Characters.script(Characters.of(last)) != script.ordinal()) {
            return;
        }
        double share = length == 1 ? continued : share(sequence.substring(0, length - 1)) * continued;
        if (share > 0) {
            shares.get(length - 1).put(sequence, share);
        }
    }

    /** Of all letters, how many end this sequence. */
    double share(String sequence) {
        return shares.get(sequence.length() - 1).getOrDefault(sequence, 0.0);
    }

    /** The sequences of one length with their shares. */
    Map<String, Double> ofLength(int length) {
        return shares.get(length - 1);
    }
}
