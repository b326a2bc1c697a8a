package io.chatmgmt.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words for every text that this library writes: a host's own first, then the built-in ones, each in the customer's
 * language before a more general one. Thread-safe.
 */
public final class Templates {

    private static final String LAST_RESORT = "en";

    private Templates() {}

    /**
     * A text that is ready to be sent.
     *
     * @param content the words
     * @param language the language that they are in, a BCP 47 tag
     */
    public record Rendered(String content, String language) {}

    /**
     * Words a text. Looks through {@code pt-BR}, {@code pt}, the fallback language and English; in each the host's own
     * template goes before the built-in one. A template that cannot be filled in is passed over, so that the customer
     * never sees raw braces.
     *
     * @param wording the host's own templates
     * @param fallback the language to fall back to, a BCP 47 tag
     * @param key which text
     * @param language the customer's language, a BCP 47 tag
     * @param values what to fill in
     * @return the text
     */
    public static Rendered render(
            WordingPolicy wording, String fallback, TemplateKey key, String language, Map<String, String> values) {
        Map<String, String> filled = new HashMap<>(values);
        filled.putIfAbsent("company", wording.company());
        // the built-in texts have a name for the team in their own language
        Map<String, String> builtIn = wording.company().equals(WordingPolicy.DEFAULT_COMPANY) ? values : filled;
        for (String tag : chain(language, fallback)) {
            Optional<String> text =
                    rendered(wording.texts().getOrDefault(tag, Map.of()).get(key.name()), filled);
            if (text.isEmpty()) {
                text = rendered(BuiltIn.of(tag, wording.tone()).get(key.name()), builtIn);
            }
            if (text.isPresent()) {
                return new Rendered(text.get(), tag);
            }
        }
        throw new IllegalStateException("no text for " + key + ": the built-in English templates are incomplete");
    }

    /**
     * The languages that the built-in texts are there in.
     *
     * @return BCP 47 tags
     */
    public static Set<String> languages() {
        return Set.copyOf(BuiltIn.LANGUAGES);
    }

    /** The built-in template of a text, in exactly that language; empty where it has none. */
    static Optional<String> builtIn(String language, WordingPolicy.Tone tone, TemplateKey key) {
        return Optional.ofNullable(BuiltIn.of(language, tone).get(key.name()));
    }

    private static Optional<String> rendered(@Nullable String source, Map<String, String> values) {
        return source == null ? Optional.empty() : Template.parse(source).render(values);
    }

    private static Set<String> chain(String language, String fallback) {
        Set<String> tags = new LinkedHashSet<>();
        for (String tag : List.of(language, fallback, LAST_RESORT)) {
            tags.add(tag);
            int region = tag.indexOf('-');
            if (region > 0) {
                tags.add(tag.substring(0, region));
            }
        }
        return tags;
    }

    /** The templates that ship with the library, one file a language, and one for what its friendly tone says otherwise. */
    private static final class BuiltIn {

        private static final List<String> LANGUAGES =
                List.of("en", "es", "fr", "de", "pt", "it", "nl", "pl", "tr", "ru", "zh", "ja");

        /** English addresses everybody alike. */
        private static final String ONE_TONE = "en";

        private static final Map<String, Map<String, String>> FORMAL = load(WordingPolicy.Tone.FORMAL);

        private BuiltIn() {}

        static Map<String, String> of(String tag, WordingPolicy.Tone tone) {
            return (tone == WordingPolicy.Tone.FORMAL ? FORMAL : Friendly.TEXTS).getOrDefault(tag, Map.of());
        }

        /** Read by those only who want them. */
        private static final class Friendly {

            private static final Map<String, Map<String, String>> TEXTS = load(WordingPolicy.Tone.FRIENDLY);

            private Friendly() {}
        }

        private static Map<String, Map<String, String>> load(WordingPolicy.Tone tone) {
            Map<String, Map<String, String>> texts = new HashMap<>();
            for (String language : LANGUAGES) {
                Map<String, String> ofLanguage = new HashMap<>(load(language));
                if (tone == WordingPolicy.Tone.FRIENDLY && !language.equals(ONE_TONE)) {
                    ofLanguage.putAll(load(language + "-friendly"));
                }
                texts.put(language, Map.copyOf(ofLanguage));
            }
            return Map.copyOf(texts);
        }

        private static Map<String, String> load(String file) {
            String name = "templates/" + file + ".properties";
            try (InputStream in = Objects.requireNonNull(Templates.class.getResourceAsStream(name), name);
                    Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                Properties properties = new Properties();
                properties.load(reader);
                Map<String, String> texts = new HashMap<>();
                properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
                return Map.copyOf(texts);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read the built-in templates " + name, e);
            }
        }
    }
}
