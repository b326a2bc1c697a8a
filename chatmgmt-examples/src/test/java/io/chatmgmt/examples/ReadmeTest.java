package io.chatmgmt.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the README shows is compiled: its snippets stand in the examples, apart from the white space. */
class ReadmeTest {

    private static final Path README = Path.of("../README.md");
    private static final Path EXAMPLES = Path.of("src/main/java/io/chatmgmt/examples");

    @Test
    void its_java_snippets_stand_in_the_examples() throws IOException {
        String sources = squeezed(sources());

        for (String snippet : snippets("java")) {
            for (String paragraph : snippet.split("\n\n")) {
                assertThat(sources).contains(squeezed(paragraph));
            }
        }
        assertThat(snippets("java")).hasSize(5);
    }

    @Test
    void its_policy_is_the_one_that_an_example_reads() throws IOException {
        assertThat(squeezed(sources())).contains(squeezed(snippets("json").get(0)));
    }

    private static List<String> snippets(String language) throws IOException {
        Matcher matcher =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(README));
        List<String> snippets = new ArrayList<>();
        while (matcher.find()) {
            snippets.add(matcher.group(1));
        }
        return snippets;
    }

    private static String sources() throws IOException {
        try (Stream<Path> files = Files.walk(EXAMPLES)) {
            StringBuilder all = new StringBuilder();
            files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(file -> all.append(read(file)));
            return all.toString();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }
}
