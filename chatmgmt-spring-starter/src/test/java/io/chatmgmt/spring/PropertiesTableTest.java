package io.chatmgmt.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.json.JsonParserFactory;

@DisplayName("Q03: the README's table of properties")
class PropertiesTableTest {

    @Test
    @SuppressWarnings("unchecked") // the shape of the metadata is Spring Boot's promise
    void says_what_the_metadata_says() throws IOException {
        List<String> expected = ((List<Map<String, Object>>) metadata().get("properties"))
                .stream()
                        .filter(property -> String.valueOf(property.get("name")).startsWith("chatmgmt."))
                        .sorted(Comparator.comparing(property -> String.valueOf(property.get("name"))))
                        .map(property -> "| `" + property.get("name") + "` |" + value(property.get("defaultValue"))
                                + "| " + property.get("description") + " |")
                        .toList();
        try (Stream<String> readme = Files.lines(Path.of("..", "README.md"))) {
            assertThat(readme.filter(line -> line.startsWith("| `chatmgmt."))).containsExactlyElementsOf(expected);
        }
    }

    private static String value(Object defaultValue) {
        return defaultValue == null ? " " : " `" + defaultValue + "` ";
    }

    private static Map<String, Object> metadata() throws IOException {
        try (InputStream in =
                PropertiesTableTest.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
            assertThat(in).isNotNull();
            return JsonParserFactory.getJsonParser().parseMap(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
