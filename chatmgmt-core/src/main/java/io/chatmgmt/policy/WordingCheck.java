package io.chatmgmt.policy;

import io.chatmgmt.language.Template;
import io.chatmgmt.language.TemplateKey;
import io.chatmgmt.language.TemplateSyntaxException;
import io.chatmgmt.language.WordingPolicy;
import io.chatmgmt.policy.PolicyProblem.Code;
import java.util.Arrays;
import java.util.List;

/** What must hold for the texts. */
final class WordingCheck {

    private static final String TEXTS = "/wording/texts";
    private static final List<String> KEYS =
            Arrays.stream(TemplateKey.values()).map(TemplateKey::name).toList();

    private WordingCheck() {}

    static void check(WordingPolicy wording, Problems problems) {
        new Ranges(problems).identifier("/wording/company", wording.company());
        wording.texts().forEach((language, templates) -> {
            String path = Problems.child(TEXTS, language);
            LanguageCheck.tag(path, language, problems);
            templates.forEach((key, template) -> template(Problems.child(path, key), key, template, problems));
        });
    }

    private static void template(String path, String key, String template, Problems problems) {
        if (!KEYS.contains(key)) {
            problems.add(path, Code.UNKNOWN_VALUE, "there is no such text", Suggestion.hint(key, KEYS));
            return;
        }
        if (template.isBlank()) {
            problems.add(path, Code.BLANK, "must not be blank", "leave it out for the built-in text");
            return;
        }
        try {
            variables(path, TemplateKey.valueOf(key), Template.parse(template), problems);
        } catch (TemplateSyntaxException e) {
            problems.add(
                    path,
                    Code.TEMPLATE_SYNTAX,
                    "a double brace at position " + e.position() + " is not part of a place",
                    "write {{name}} or {{name|default:\"text\"}}");
        }
    }

    private static void variables(String path, TemplateKey key, Template template, Problems problems) {
        for (String variable : template.variables()) {
            if (!key.variables().contains(variable)) {
                problems.add(
                        path,
                        Code.UNKNOWN_VARIABLE,
                        "there is no {{" + variable + "}} in this text",
                        Suggestion.hint(variable, key.variables()));
            }
        }
    }
}
