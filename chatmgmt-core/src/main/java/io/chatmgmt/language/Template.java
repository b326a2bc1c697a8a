package io.chatmgmt.language;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text with places to fill in: {@code {{name}}} or {@code {{name|default:"text"}}}. No code, no loops: what is filled in
 * is never read as a template again, so that customers cannot write one. Immutable.
 */
public final class Template {

    private static final Pattern PLACE =
            Pattern.compile("\\{\\{\\s*([a-z][a-zA-Z0-9_.]*)\\s*(?:\\|\\s*default:\"([^\"{}]*)\"\\s*)?\\}\\}");

    private final String source;
    private final List<Part> parts;

    private record Part(
            String literal,
            @Nullable String variable,
            @Nullable String fallback) {}

    private Template(String source, List<Part> parts) {
        this.source = source;
        this.parts = parts;
    }

    /**
     * Reads a template.
     *
     * @param source the text
     * @return the template
     * @throws TemplateSyntaxException when a double brace is not part of a well-formed place
     */
    public static Template parse(String source) {
        List<Part> parts = new ArrayList<>();
        Matcher matcher = PLACE.matcher(source);
        int from = 0;
        while (matcher.find()) {
            parts.add(new Part(literal(source, from, matcher.start()), matcher.group(1), matcher.group(2)));
            from = matcher.end();
        }
        parts.add(new Part(literal(source, from, source.length()), null, null));
        return new Template(source, List.copyOf(parts));
    }

    private static String literal(String source, int from, int to) {
        String literal = source.substring(from, to);
        int open = literal.indexOf("{{");
        int close = literal.indexOf("}}");
        if (open >= 0 || close >= 0) {
            int at = open < 0 ? close : close < 0 ? open : Math.min(open, close);
            throw new TemplateSyntaxException("expected {{name}} or {{name|default:\"text\"}}", from + at);
        }
        return literal;
    }

    /**
     * The names that are to be filled in.
     *
     * @return in no particular order
     */
    public Set<String> variables() {
        Set<String> variables = new HashSet<>();
        for (Part part : parts) {
            if (part.variable() != null) {
                variables.add(part.variable());
            }
        }
        return variables;
    }

    /**
     * Fills the places in.
     *
     * @param values the values by name; an absent or empty value takes the place's default
     * @return empty when a place has neither a value nor a default: such a text is never sent
     */
    public Optional<String> render(Map<String, String> values) {
        StringBuilder text = new StringBuilder(source.length() + 64);
        for (Part part : parts) {
            text.append(part.literal());
            if (part.variable() != null) {
                String value = values.getOrDefault(part.variable(), "");
                if (value.isEmpty() && part.fallback() == null) {
                    return Optional.empty();
                }
                text.append(value.isEmpty() ? part.fallback() : value);
            }
        }
        return Optional.of(text.toString());
    }

    /** The text that the template was read from. */
    @Override
    public String toString() {
        return source;
    }
}
