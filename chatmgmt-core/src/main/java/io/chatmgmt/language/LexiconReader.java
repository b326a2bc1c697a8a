package io.chatmgmt.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the text form of a {@link Lexicon}. */
final class LexiconReader {

    private final Map<String, String> definitions = new HashMap<>();
    private final Map<String, List<String>> sections = new LinkedHashMap<>();
    private List<String> section = new ArrayList<>();

    private LexiconReader() {}

    static Lexicon resource(String path) {
        try (InputStream in = LexiconReader.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("lexicon " + path + " is missing from the library");
            }
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("lexicon " + path + " cannot be read", e);
        }
    }

    static Lexicon read(String text) {
        LexiconReader reader = new LexiconReader();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            try {
                reader.line(line.strip());
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("line " + number + ": " + e.getMessage(), e);
            }
        }
        return new Lexicon(reader.sections);
    }

    private void line(String line) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        if (line.startsWith("[") && line.endsWith("]")) {
            section = sections.computeIfAbsent(line.substring(1, line.length() - 1), name -> new ArrayList<>());
        } else if (line.startsWith("@") && line.contains("=")) {
            int equals = line.indexOf('=');
            definitions.put(
                    line.substring(1, equals).strip(),
                    resolve(line.substring(equals + 1).strip()));
        } else {
            for (String entry : line.split(";")) {
                if (!entry.isBlank()) {
                    section.add(resolve(entry.strip()));
                }
            }
        }
    }

    private String resolve(String expression) {
        StringBuilder resolved = new StringBuilder();
        int at = 0;
        while (at < expression.length()) {
            char c = expression.charAt(at++);
            if (c != '@') {
                resolved.append(c);
                continue;
            }
            int end = at;
            while (end < expression.length() && expression.charAt(end) >= 'a' && expression.charAt(end) <= 'z') {
                end++;
            }
            String name = expression.substring(at, end);
            String definition = definitions.get(name);
            if (definition == null) {
                throw new IllegalArgumentException("@" + name + " is not defined above");
            }
            resolved.append(definition);
            at = end;
        }
        return resolved.toString();
    }
}
