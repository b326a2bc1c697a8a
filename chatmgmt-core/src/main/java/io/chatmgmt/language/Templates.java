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
        for (String tag : chain(language, fallback)) {
            Optional<String> own =
                    rendered(wording.texts().getOrDefault(tag, Map.of()).get(key.name()), filled);
            Optional<String> text =
                    own.isPresent() ? own : rendered(BuiltIn.of(tag).get(key.name()), filled);
            if (text.isPresent()) {
                return new Rendered(text.get(), tag);
            }
        }
        throw new IllegalStateException("no text for " + key + ": the built-in English templates are incomplete");
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

    /** The templates that ship with the library, one file a language. */
    private static final class BuiltIn {

        private static final List<String> LANGUAGES = List.of("en");
        private static final Map<String, Map<String, String>> TEXTS = load();

        private BuiltIn() {}

        static Map<String, String> of(String tag) {
            return TEXTS.getOrDefault(tag, Map.of());
        }

        private static Map<String, Map<String, String>> load() {
            Map<String, Map<String, String>> texts = new HashMap<>();
            for (String language : LANGUAGES) {
                texts.put(language, load(language));
            }
            return Map.copyOf(texts);
        }

        private static Map<String, String> load(String language) {
            String name = "templates/" + language + ".properties";
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
