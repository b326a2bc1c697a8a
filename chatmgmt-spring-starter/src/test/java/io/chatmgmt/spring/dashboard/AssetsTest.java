package io.chatmgmt.spring.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The files of the dashboard")
class AssetsTest {

    private static final Path FILES = Path.of("src/main/resources/io/chatmgmt/spring/dashboard");
    private static final Pattern LINKS = Pattern.compile("(?:src|href)=\"([^\"#:]+)\"");
    private static final Pattern IMPORTS = Pattern.compile("from \"\\./([^\"]+)\"");
    private static final int BUDGET = 112 * 1024;

    private final Assets assets = new Assets("api/");

    @Test
    void are_all_there_that_the_page_asks_for_and_no_other_ones() throws IOException {
        Set<String> reached = reachable();

        assertThat(reached).contains("js/main.js", "js/list.js", "css/tokens.css", "uplot/uPlot.iife.min.js");
        assertThat(reached).allSatisfy(name -> assertThat(assets.find(name)).isPresent());
        try (Stream<Path> files = Files.walk(FILES)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> FILES.relativize(file).toString())
                            .filter(name -> !name.endsWith("LICENSE")))
                    .containsExactlyInAnyOrderElementsOf(reached);
        }
    }

    private Set<String> reachable() {
        Set<String> reached = new LinkedHashSet<>(Set.of(Assets.INDEX));
        Deque<String> unread = new ArrayDeque<>();
        links(LINKS, text(Assets.INDEX)).forEach(unread::add);
        while (!unread.isEmpty()) {
            String name = unread.remove();
            if (reached.add(name) && name.startsWith("js/")) {
                links(IMPORTS, text(name)).forEach(module -> unread.add("js/" + module));
            }
        }
        return reached;
    }

    private static Stream<String> links(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).map(found -> {
            var matcher = pattern.matcher(found);
            return matcher.find() ? matcher.group(1) : "";
        });
    }

    private String text(String name) {
        return assets.find(name)
                .map(asset -> new String(asset.content(), StandardCharsets.UTF_8))
                .orElseThrow(() -> new AssertionError("missing: " + name));
    }

    @Test
    void make_no_markup_out_of_text_and_have_none_of_their_own_that_acts() {
        for (String name : reachable()) {
            if (name.startsWith("js/")) {
                assertThat(text(name))
                        .as(name)
                        .doesNotContain("innerHTML =", "outerHTML", "insertAdjacentHTML", "document.write", "eval(")
                        .doesNotContain("new Function", "createContextualFragment", "DOMParser");
            }
        }
        assertThat(text(Assets.INDEX))
                .doesNotContain("<style", " style=", " onclick=", " onload=")
                .doesNotContainPattern("<script(?![^>]* src=)");
    }

    @Test
    void ask_nobody_else_for_anything() {
        Set<String> elsewhere = new TreeSet<>();
        for (String name : reachable()) {
            if (!name.startsWith("uplot/")) {
                links(Pattern.compile("(https?://[^\"' )]+)"), text(name)).forEach(elsewhere::add);
            }
        }
        elsewhere.remove("http://www.w3.org/2000/svg");
        assertThat(elsewhere).isEmpty();
    }

    @Test
    void travel_light() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        for (String name : reachable()) {
            if (name.endsWith(".js") || name.endsWith(".css")) {
                pack(assets.find(name).orElseThrow().content(), packed);
            }
        }
        assertThat(packed.size()).isLessThan(BUDGET);
    }

    private static void pack(byte[] content, ByteArrayOutputStream to) {
        try (GZIPOutputStream out = new GZIPOutputStream(to)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void are_found_by_nothing_but_their_names() {
        assertThat(Stream.of(
                        "",
                        "/",
                        "Assets.class",
                        "../spring.factories",
                        "js/../index.html",
                        "js/",
                        "LICENSE",
                        "js/main.js/"))
                .allSatisfy(name -> assertThat(assets.find(name)).isEmpty());
    }
}
