package io.chatmgmt.escalation;

import io.chatmgmt.conversation.QuestionPrint;
import io.chatmgmt.language.Lexicon;
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
 * due" differ. Chinese and Japanese are taken in pairs of characters. Immutable and thread-safe.
 */
public final class QuestionPrinter {

    private static final List<String> NEGLIGIBLE = List.of("function");

    private final Map<String, PhraseSet> negligible = new HashMap<>();

    private QuestionPrinter(Collection<String> languages) {
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
        return new QuestionPrinter(languages);
    }

    /**
     * Takes the print of a message that is not small talk.
     *
     * @param text the message
     * @param language its language; nothing but emoji is negligible in one that the printer does not know
     * @return the print, with message number 0; empty when no content word is left
     */
    public Optional<QuestionPrint> print(ScannedText text, String language) {
        Words words = new Words(text);
        PhraseSet dropped = negligible.get(language);
        if (dropped != null) {
            dropped.scan(text, words);
        }
        return words.print();
    }

    private static final class Words implements PhraseSet.Visitor {

        private final ScannedText text;
        private final int[] hashes;
        private int size;
        private int next;

        Words(ScannedText text) {
            this.text = text;
            this.hashes = new int[text.size()];
        }

        @Override
        public void found(int first, int last, int payload) {
            keepUpTo(first);
            next = Math.max(next, last + 1);
        }

        private void keepUpTo(int end) {
            for (; next < end; next++) {
                if (!text.emoji(next)) {
                    hashes[size++] = text.ideograph(next) ? pair(end) : text.hash(next);
                }
            }
        }

        /** The character together with the one after it, if that one stays too; else alone. */
        private int pair(int end) {
            boolean joined = next + 1 < end && text.ideograph(next + 1) && !text.startsClause(next + 1);
            return joined ? 31 * text.hash(next) + text.hash(next + 1) : text.hash(next);
        }

        Optional<QuestionPrint> print() {
            keepUpTo(text.size());
            return size == 0 ? Optional.empty() : Optional.of(QuestionPrint.of(hashes, size));
        }
    }
}
