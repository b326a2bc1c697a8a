package io.chatmgmt.language;

import java.util.List;
import java.util.Map;

/** The languages that the built-in detector can answer, and the scripts that they are written in. */
final class KnownLanguages {

    static final List<String> LATIN = List.of("en", "es", "fr", "de", "pt", "it", "nl", "pl", "tr");

    /** Several languages of one script are in the order of their speakers: the first allowed one is the guess. */
    static final Map<Script, List<String>> BY_SCRIPT = Map.of(
            Script.CYRILLIC, List.of("ru", "uk", "bg", "sr", "mk", "be", "kk", "mn"),
            Script.GREEK, List.of("el"),
            Script.HAN, List.of("zh", "ja"),
            Script.KANA, List.of("ja"),
            Script.HANGUL, List.of("ko"),
            Script.ARABIC, List.of("ar", "fa", "ur"),
            Script.HEBREW, List.of("he"),
            Script.THAI, List.of("th"),
            Script.DEVANAGARI, List.of("hi", "mr"));

    static final List<String> ALL = List.of(
            "en", "es", "fr", "de", "pt", "it", "nl", "pl", "tr", "ru", "zh", "ja", "ko", "el", "ar", "he", "th", "hi");

    private KnownLanguages() {}
}
