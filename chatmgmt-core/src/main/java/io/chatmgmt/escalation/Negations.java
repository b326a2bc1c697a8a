package io.chatmgmt.escalation;

import io.chatmgmt.language.Lexicon;
import io.chatmgmt.language.PhraseSet;
import io.chatmgmt.language.ScannedText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Says whether a phrase is negated by the words around it, in the message's language. Immutable, thread-safe. */
final class Negations {

    /** Negates up to {@link #WINDOW} words later. */
    private static final int BEFORE = 1;

    /** Negates the next word only: the English "no" answers a question as often as it negates. */
    private static final int NEAR = 2;

    /** Negates what stands up to {@link #WINDOW_AFTER} words before it. */
    private static final int AFTER = 3;

    /** "But": what stands before it does not reach beyond. */
    private static final int TURN = 4;

    static final List<String> SECTIONS = List.of("before", "near", "after", "turn");

    private static final int WINDOW = 3; // behaviour 2.C
    private static final int WINDOW_AFTER = 2;

    private final Map<String, PhraseSet> byLanguage = new HashMap<>();
    private final PhraseSet any;

    Negations(Collection<String> languages) {
        List<String> known = new ArrayList<>(Lexicon.LANGUAGES);
        known.retainAll(languages);
        for (String language : known) {
            byLanguage.put(language, LexiconPhrases.load(Lexicon.Purpose.NEGATION, List.of(language), SECTIONS));
        }
        any = LexiconPhrases.load(Lexicon.Purpose.NEGATION, languages, SECTIONS);
    }

    boolean negated(ScannedText text, int first, int last, String language) {
        PhraseSet words = byLanguage.getOrDefault(language, any);
        return before(text, first, words) || after(text, last, words);
    }

    private static boolean before(ScannedText text, int first, PhraseSet words) {
        for (int token = first - 1; token >= 0 && token >= first - WINDOW; token--) {
            if (text.startsClause(token + 1)) {
                return false;
            }
            int kind = LexiconPhrases.section(words.payload(text, token));
            if (kind == BEFORE || kind == NEAR && token == first - 1) {
                return true;
            }
            if (kind == TURN) {
                return false;
            }
        }
        return false;
    }

    private static boolean after(ScannedText text, int last, PhraseSet words) {
        for (int token = last + 1; token < text.size() && token <= last + WINDOW_AFTER; token++) {
            if (text.startsClause(token)) {
                return false;
            }
            if (LexiconPhrases.section(words.payload(text, token)) == AFTER) {
                return true;
            }
        }
        return false;
    }
}
