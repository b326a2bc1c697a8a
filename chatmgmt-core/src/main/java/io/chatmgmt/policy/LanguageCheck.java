package io.chatmgmt.policy;

import io.chatmgmt.language.LanguagePolicy;
import io.chatmgmt.policy.PolicyProblem.Code;
import java.util.IllformedLocaleException;
import java.util.Locale;

/** What must hold for the languages. */
final class LanguageCheck {

    private LanguageCheck() {}

    static void check(LanguagePolicy language, Problems problems) {
        Ranges ranges = new Ranges(problems);
        tag("/language/fallback", language.fallback(), problems);
        ranges.share("/language/lockConfidence", language.lockConfidence());
        ranges.count("/language/switchAfter", language.switchAfter(), 1, Integer.MAX_VALUE);
        ranges.count("/language/switchLetters", language.switchLetters(), 0, Integer.MAX_VALUE);
        ranges.share("/language/switchConfidence", language.switchConfidence());
    }

    /** Tags are compared as they are written, so they have to be written one way. */
    static void tag(String path, String tag, Problems problems) {
        if (tag.isBlank()) {
            problems.add(path, Code.BLANK, "must not be blank", "write a BCP 47 tag such as \"en\"");
            return;
        }
        String usual = usual(tag.replace('_', '-'));
        if (!usual.equals(tag)) {
            problems.add(
                    path,
                    Code.BAD_LANGUAGE,
                    "not a BCP 47 language tag in its usual form: \"" + tag + '"',
                    usual.isEmpty() ? "write \"en\" or \"pt-BR\"" : "did you mean '" + usual + "'?");
        }
    }

    private static String usual(String tag) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag).build();
            return locale.getLanguage().isEmpty() ? "" : locale.toLanguageTag();
        } catch (IllformedLocaleException e) {
            return "";
        }
    }
}
