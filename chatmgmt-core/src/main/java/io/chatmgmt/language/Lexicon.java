package io.chatmgmt.language;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Phrases in one language for one purpose, in named sections. Immutable.
 *
 * <p>Written as plain text, one entry a line:
 *
 * <pre>{@code
 * # a comment
 * @person = (human|real person|agent)
 * [strong]
 * (talk|speak) to a @person
 * [weak]
 * agent
 * }</pre>
 *
 * <p>{@code @name} stands for an expression defined above, {@code ;} separates entries on one line, and what an entry may
 * hold says {@link PhraseSet}.
 */
public final class Lexicon {

    /** The languages that have built-in lexicons, as BCP 47 tags. */
    public static final List<String> LANGUAGES =
            List.of("en", "es", "fr", "de", "pt", "it", "nl", "pl", "tr", "ru", "zh", "ja");

    /**
     * What a built-in lexicon is for, and its sections; each is a folder of resources. Everywhere {@code skip} holds words
     * that make no difference within a phrase.
     */
    public enum Purpose {
        /**
         * Requests for a person: {@code strong} anywhere, {@code short} in a short message, {@code weak}, {@code bare} in
         * a very short one; {@code declined} and {@code refused} before a request; {@code not} what only looks like one.
         */
        HUMAN,
        /** Frustration: {@code strong}, {@code weak}, {@code not}. */
        FRUSTRATION,
        /** Negations: {@code before}, {@code near}, {@code after}, {@code turn}. */
        NEGATION,
        /** Small talk: one section for each kind, and {@code filler}. */
        SMALLTALK,
        /** Topics: {@code topic} and {@code topic weak} for each of them. */
        TOPIC,
        /** Words of the language: {@code function}, {@code question}, {@code common}. */
        WORDS;

        private String folder() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Map<String, List<String>> sections;

    Lexicon(Map<String, List<String>> sections) {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        sections.forEach((name, phrases) -> copy.put(name, List.copyOf(phrases)));
        this.sections = Collections.unmodifiableMap(copy);
    }

    /**
     * Reads a lexicon.
     *
     * @param text the lexicon in the format above
     * @return the lexicon
     * @throws IllegalArgumentException if a line cannot be read; the message has its number
     */
    public static Lexicon parse(String text) {
        Objects.requireNonNull(text, "text");
        return LexiconReader.read(text);
    }

    /**
     * The lexicon that comes with the library.
     *
     * @param purpose what it is for
     * @param language one of {@link #LANGUAGES}
     * @return the lexicon
     * @throws IllegalArgumentException if there is none in this language
     */
    public static Lexicon builtIn(Purpose purpose, String language) {
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(language, "language");
        if (!LANGUAGES.contains(language)) {
            throw new IllegalArgumentException("language must be one of " + LANGUAGES + ": " + language);
        }
        return LexiconReader.resource(purpose.folder() + "/" + language + ".txt");
    }

    /**
     * The names of the sections, in the order of the text.
     *
     * @return an unmodifiable set
     */
    public Set<String> sections() {
        return sections.keySet();
    }

    /**
     * The phrases of a section.
     *
     * @param section the section's name
     * @return phrases as {@link PhraseSet.Builder#add} takes them; empty for a section that does not exist
     */
    public List<String> phrases(String section) {
        return sections.getOrDefault(section, List.of());
    }
}
