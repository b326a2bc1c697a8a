package io.chatmgmt.policy;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What somebody may have meant who wrote a name that nobody knows. */
final class Suggestion {

    private Suggestion() {}

    static Optional<String> among(String given, Collection<String> known) {
        int tolerated = Math.max(1, given.length() / 3);
        return known.stream()
                .filter(name -> distance(given, name) <= tolerated)
                .min(Comparator.<String>comparingInt(name -> distance(given, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Whether a name is so close to a known one that it can hardly be meant as another. */
    static boolean isTypo(String given, Collection<String> known) {
        return known.stream().anyMatch(name -> distance(given, name) <= 2);
    }

    static String hint(String given, Collection<String> known) {
        return among(given, known)
                .map(name -> "did you mean '" + name + "'?")
                .orElseGet(() -> "known: " + known.stream().sorted().collect(Collectors.joining(", ")));
    }

    /** The edits between two names; a neighbour swapped counts as two, another case as none. */
    private static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
