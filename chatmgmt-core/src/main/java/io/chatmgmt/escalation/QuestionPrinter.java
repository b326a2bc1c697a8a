package io.chatmgmt.escalation;

import io.chatmgmt.conversation.QuestionPrint;
import io.chatmgmt.language.Lexicon;
import io.chatmgmt.language.PhraseFinds;
import io.chatmgmt.language.PhraseSet;
import io.chatmgmt.language.ScannedText;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes the print of a question: the hashes of its content words, whatever their case, accents, order and punctuation,
 * without the words that any sentence may have. Question words stay, so that "where is my order" and "when is my order
 * due" differ. Chinese and Japanese are taken in pairs of characters. The meaning of the question goes with them, by which
 * English questions in other words are known again; in other languages it says little more than the words do. Immutable and thread-safe.
 */
public final class QuestionPrinter {

    static final List<String> NEGLIGIBLE = List.of("function");

    private final Map<String, PhraseSet> negligible = new HashMap<>();
    private final WordMeanings meanings;

    QuestionPrinter(Collection<String> languages, WordMeanings meanings) {
        this.meanings = meanings;
        for (String language : languages) {
            if (Lexicon.LANGUAGES.contains(language)) {
                negligible.put(language, LexiconPhrases.load(Lexicon.Purpose.WORDS, List.of(language), NEGLIGIBLE));
            }
        }
    }

    /**
     * A printer for every language of {@link Lexicon#LANGUAGES}.
     *
     * @return a printer
     */
    public static QuestionPrinter ofDefaults() {
        return among(Lexicon.LANGUAGES);
    }

    /**
     * A printer that knows the negligible words of some languages.
     *
     * @param languages tags out of {@link Lexicon#LANGUAGES}; others are ignored
     * @return a printer
     */
    public static QuestionPrinter among(Collection<String> languages) {
        return new QuestionPrinter(languages, WordMeanings.ofDefaults());
    }

    /**
     * Takes the print of a message that is not small talk.
     *
     * @param text the message
     * @param language its language; nothing but emoji is negligible in one that the printer does not know
     * @return the print, with message number 0; empty when no content word is left
     */
    public Optional<QuestionPrint> print(ScannedText text, String language) {
        int[] hashes = text.room();
        PhraseSet dropped = negligible.get(language);
        int size = 0;
        int next = 0;
        if (dropped != null) {
            PhraseFinds finds = dropped.scan(text);
            for (int find = 0; find < finds.size(); find++) {
                size = keep(text, next, finds.first(find), hashes, size);
                next = Math.max(next, finds.last(find) + 1);
            }
        }
        size = keep(text, next, text.size(), hashes, size);
        return size == 0 ? Optional.empty() : Optional.of(meanings.print(text, hashes, size));
    }

    private static int keep(ScannedText text, int from, int end, int[] hashes, int size) {
        int kept = size;
        for (int token = from; token < end; token++) {
            if (!text.emoji(token)) {
                hashes[kept++] = text.ideograph(token) ? pair(text, token, end) : text.hash(token);
            }
        }
        return kept;
    }

    /** The character together with the one after it, if that one stays too; else alone. */
    private static int pair(ScannedText text, int token, int end) {
        boolean joined = token + 1 < end && text.ideograph(token + 1) && !text.startsClause(token + 1);
        return joined ? 31 * text.hash(token) + text.hash(token + 1) : text.hash(token);
    }
}
