package io.chatmgmt.language;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words that customers write most, such as "how", "does" and "account", of the languages in the Latin script that have
 * lexicons. The news that letter sequences were counted in has few of them, and a short question is told by them. Immutable and
 * thread-safe.
 */
final class FrequentWords {

    private static final List<String> SECTIONS = List.of("function", "question", "common");

    /** Twice as many slots as words at least, so that a look ends soon. */
    private static final int SLOTS = 1 << 13;

    private final int[] hashes = new int[SLOTS];

    /** For each slot a bit for each lane; 0 for a slot that is free. */
    private final int[] languages = new int[SLOTS];

    private FrequentWords() {
        List<String> lanes = KnownLanguages.BY_SCRIPT.getOrDefault(Script.LATIN, List.of());
        Map<Integer, Integer> words = new HashMap<>();
        TextScanner scanner = new TextScanner();
        for (String language : Lexicon.LANGUAGES) {
            int lane = lanes.indexOf(language);
            if (lane >= 0) {
                Lexicon lexicon = Lexicon.builtIn(Lexicon.Purpose.WORDS, language);
                for (String section : SECTIONS) {
                    for (String word : lexicon.phrases(section)) {
                        ScannedText scanned = scanner.scan(word);
                        if (scanned.size() == 1) {
                            words.merge(scanned.hash(0), 1 << lane, (one, other) -> one | other);
                        }
                    }
                }
            }
        }
        words.forEach(this::put);
    }

    private void put(int hash, int lanes) {
        int slot = hash & SLOTS - 1;
        while (languages[slot] != 0) {
            slot = slot + 1 & SLOTS - 1;
        }
        hashes[slot] = hash;
        languages[slot] = lanes;
    }

    /** Those that come with the library, read when they are first needed. */
    static FrequentWords ofDefaults() {
        return Defaults.WORDS;
    }

    private static final class Defaults {

        private static final FrequentWords WORDS = new FrequentWords();

        private Defaults() {}
    }

    /** The lanes of the languages that have the word, a bit each; 0 when none has. */
    int lanes(int hash) {
        int slot = hash & SLOTS - 1;
        while (languages[slot] != 0) {
            if (hashes[slot] == hash) {
                return languages[slot];
            }
            slot = slot + 1 & SLOTS - 1;
        }
        return 0;
    }
}
