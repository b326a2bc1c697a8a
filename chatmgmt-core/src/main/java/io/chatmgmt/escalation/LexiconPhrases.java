package io.chatmgmt.escalation;

import io.chatmgmt.language.Lexicon;
import io.chatmgmt.language.PhraseSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Turns the built-in lexicons into phrase sets. A payload holds the section's position in the list, from 1, and the
 * languages that have the phrase there; a phrase that stands in several sections counts for the last of them.
 */
final class LexiconPhrases {

    private static final int SECTION_BITS = 8;
    private static final int SECTION = (1 << SECTION_BITS) - 1;

    private LexiconPhrases() {}

    /** The phrases of some languages in one set, their {@code skip} words skippable. */
    static PhraseSet load(Lexicon.Purpose purpose, Collection<String> languages, List<String> sections) {
        List<String> known = new ArrayList<>(Lexicon.LANGUAGES);
        known.retainAll(languages);
        PhraseTables tables = PhraseTables.ofDefaults();
        Optional<PhraseSet> ready = tables.find(purpose, known);
        return ready.isPresent()
                ? ready.get()
                : compile(purpose, known, sections).over(tables.vocabulary(), Marks.begins(purpose));
    }

    /** The same from the lexicons themselves; the languages in the order of {@link Lexicon#LANGUAGES}. */
    static PhraseSet compile(Lexicon.Purpose purpose, List<String> languages, List<String> sections) {
        PhraseSet.Builder phrases = PhraseSet.builder(LexiconPhrases::merged);
        for (String language : languages) {
            Lexicon lexicon = Lexicon.builtIn(purpose, language);
            phrases.skip(lexicon.phrases("skip"));
            for (int i = 0; i < sections.size(); i++) {
                for (String phrase : lexicon.phrases(sections.get(i))) {
                    phrases.add(phrase, i + 1 | bit(language) << SECTION_BITS);
                }
            }
        }
        return phrases.build();
    }

    private static int merged(int one, int other) {
        if (section(one) == section(other)) {
            return one | other;
        }
        return section(one) > section(other) ? one : other;
    }

    /** The position of the section that a find belongs to, from 1. */
    static int section(int payload) {
        return payload & SECTION;
    }

    /** Whether a find is a single word of languages other than the message's: more likely a word that looks the same. */
    static boolean foreignWord(int first, int last, int payload, int language) {
        return first == last && language != 0 && (payload >>> SECTION_BITS & language) == 0;
    }

    /** The language's bit in a payload, 0 for a language without lexicons. */
    static int bit(String language) {
        int index = Lexicon.LANGUAGES.indexOf(language);
        return index < 0 ? 0 : 1 << index;
    }
}
