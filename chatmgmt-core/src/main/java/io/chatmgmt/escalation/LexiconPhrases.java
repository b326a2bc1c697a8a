package io.chatmgmt.escalation;

import io.chatmgmt.language.Lexicon;
import io.chatmgmt.language.PhraseSet;
import java.util.Collection;
import java.util.List;

/** Turns the built-in lexicons into phrase sets. */
final class LexiconPhrases {

    private LexiconPhrases() {}

    /**
     * The phrases of some languages in one set, their {@code skip} words skipped; the payload is the section's position in the list, from 1, so a phrase
     * that stands in several sections counts for the last of them.
     */
    static PhraseSet load(Lexicon.Purpose purpose, Collection<String> languages, List<String> sections) {
        List<Lexicon> lexicons = languages.stream()
                .filter(Lexicon.LANGUAGES::contains)
                .map(language -> Lexicon.builtIn(purpose, language))
                .toList();
        PhraseSet.Builder phrases = PhraseSet.builder();
        lexicons.forEach(lexicon -> lexicon.phrases("skip").forEach(phrases::skip));
        for (Lexicon lexicon : lexicons) {
            for (int i = 0; i < sections.size(); i++) {
                for (String phrase : lexicon.phrases(sections.get(i))) {
                    phrases.add(phrase, i + 1);
                }
            }
        }
        return phrases.build();
    }
}
