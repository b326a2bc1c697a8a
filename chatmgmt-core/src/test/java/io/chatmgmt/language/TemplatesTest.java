package io.chatmgmt.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatmgmt.language.WordingPolicy.Tone;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TemplatesTest {

    private static final WordingPolicy DEFAULTS = WordingPolicy.ofDefaults();

    static Stream<Arguments> everything() {
        return Templates.languages().stream()
                .flatMap(language -> Stream.of(Tone.values())
                        .flatMap(
                                tone -> Stream.of(TemplateKey.values()).map(key -> Arguments.of(language, tone, key))));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("everything")
    @DisplayName("M01 every text is there in every language and tone, well-formed, with known variables only")
    void every_text_is_there_and_can_be_filled_in(String language, Tone tone, TemplateKey key) {
        Template template =
                Template.parse(Templates.builtIn(language, tone, key).orElseThrow());
        assertThat(key.variables()).containsAll(template.variables());

        Map<String, String> all = new HashMap<>();
        key.variables().forEach(name -> all.put(name, "\u00abx\u00bb"));
        Templates.Rendered filled =
                Templates.render(DEFAULTS.toBuilder().tone(tone).build(), "en", key, language, all);
        assertThat(filled.language()).isEqualTo(language);
        assertThat(filled.content()).doesNotContain("{", "}").isNotBlank();
    }

    @Test
    void twelve_languages_ship_with_the_library() {
        assertThat(Templates.languages())
                .isEqualTo(Set.of("en", "es", "fr", "de", "pt", "it", "nl", "pl", "tr", "ru", "zh", "ja"));
    }

    @Test
    void the_friendly_tone_says_it_otherwise_wherever_there_are_two() {
        for (String language : Templates.languages()) {
            boolean same = Templates.builtIn(language, Tone.FORMAL, TemplateKey.ESCALATION)
                    .equals(Templates.builtIn(language, Tone.FRIENDLY, TemplateKey.ESCALATION));
            assertThat(same).as(language).isEqualTo(language.equals("en"));
        }
    }

    @Test
    @DisplayName("T155 a missing language falls back from the region to the language to the default")
    void the_locale_falls_back() {
        assertThat(render("pt-BR").language()).isEqualTo("pt");
        assertThat(render("fi").language()).isEqualTo("de");
        WordingPolicy own = DEFAULTS.toBuilder()
                .text("pt-BR", "FALLBACK", "Opa!")
                .text("fi", "FALLBACK", "{{nobody}}")
                .build();
        assertThat(Templates.render(own, "de", TemplateKey.FALLBACK, "pt-BR", Map.of())
                        .content())
                .isEqualTo("Opa!");
        assertThat(Templates.render(own, "de", TemplateKey.FALLBACK, "fi", Map.of())
                        .language())
                .isEqualTo("de");
    }

    private static Templates.Rendered render(String language) {
        return Templates.render(DEFAULTS, "de", TemplateKey.FALLBACK, language, Map.of());
    }

    @Test
    @DisplayName("T155 what is filled in is never read as a template, whatever it holds")
    void what_is_filled_in_is_no_template() {
        for (String text : new String[] {
            "{{company}}", "}}{{", "$1 \\ {{text|default:\"x\"}}", "\u05e9\u05dc\u05d5\u05dd", "x".repeat(10_000)
        }) {
            assertThat(Templates.render(DEFAULTS, "en", TemplateKey.CORRECTION, "en", Map.of("text", text))
                            .content())
                    .endsWith(text);
        }
    }

    @Test
    @DisplayName("T155 nested and unclosed braces are refused when saved")
    void nested_braces_are_refused() {
        for (String source : new String[] {"{{a{{b}}}}", "{{a", "a}}", "{{}}", "{{A}}", "{{a|default:x}}"}) {
            assertThatThrownBy(() -> Template.parse(source)).as(source).isInstanceOf(TemplateSyntaxException.class);
        }
        assertThat(Template.parse("{a} {{b|default:\"\"}}").render(Map.of())).hasValue("{a} ");
    }

    @Test
    void a_hosts_name_of_the_team_goes_before_the_built_in_one() {
        WordingPolicy named = DEFAULTS.toBuilder().company("Acme").build();
        assertThat(Templates.render(named, "en", TemplateKey.OFFER_HUMAN, "de", Map.of())
                        .content())
                .contains("Acme");
        assertThat(Templates.render(DEFAULTS, "en", TemplateKey.OFFER_HUMAN, "de", Map.of())
                        .content())
                .contains("unserem Team");
    }
}
