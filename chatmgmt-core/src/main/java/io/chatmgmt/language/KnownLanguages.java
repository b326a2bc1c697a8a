package io.chatmgmt.language;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The languages that the built-in detector can answer, and the scripts that they are written in. */
final class KnownLanguages {

    /** Of several languages that share a script, the order is that of the lanes of the script's {@link LetterModels}. */
    static final Map<Script, List<String>> BY_SCRIPT = byScript();

    /** Those that are answered only when they are asked for, so that their neighbours are not mistaken for them. */
    private static final Set<String> ON_REQUEST = Set.of("mk", "be", "mn", "mr");

    /** Each of the others once, in the order of the scripts. */
    static final List<String> ALL = all();

    private KnownLanguages() {}

    /** The tag that stands here for a language with several. */
    static String canonical(String language) {
        return switch (language) {
            case "no", "nn" -> "nb";
            case "fil" -> "tl";
            case "iw" -> "he";
            case "in" -> "id";
            default -> language;
        };
    }

    private static List<String> all() {
        Set<String> all = new LinkedHashSet<>();
        for (List<String> languages : BY_SCRIPT.values()) {
            all.addAll(languages);
        }
        all.removeAll(ON_REQUEST);
        return List.copyOf(all);
    }

    private static Map<Script, List<String>> byScript() {
        Map<Script, List<String>> languages = new EnumMap<>(Script.class);
        languages.put(
                Script.LATIN,
                List.of(
                        "ca", "cs", "da", "de", "en", "es", "et", "fi", "fr", "hr", "hu", "id", "it", "lt", "lv", "nb",
                        "nl", "pl", "pt", "ro", "sk", "sl", "sr", "sv", "tl", "tr", "vi"));
        languages.put(Script.CYRILLIC, List.of("ru", "uk", "bg", "sr", "kk", "mk", "be", "mn"));
        languages.put(Script.ARABIC, List.of("ar", "fa", "ur"));
        languages.put(Script.DEVANAGARI, List.of("hi", "mr"));
        languages.put(Script.HAN, List.of("zh", "ja"));
        languages.put(Script.KANA, List.of("ja"));
        languages.put(Script.HANGUL, List.of("ko"));
        languages.put(Script.GREEK, List.of("el"));
        languages.put(Script.HEBREW, List.of("he"));
        languages.put(Script.THAI, List.of("th"));
        languages.put(Script.BENGALI, List.of("bn"));
        languages.put(Script.GUJARATI, List.of("gu"));
        languages.put(Script.GURMUKHI, List.of("pa"));
        languages.put(Script.TAMIL, List.of("ta"));
        languages.put(Script.TELUGU, List.of("te"));
        languages.put(Script.GEORGIAN, List.of("ka"));
        languages.put(Script.ARMENIAN, List.of("hy"));
        return languages;
    }
}
