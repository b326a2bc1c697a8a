package io.chatmgmt.language;

/** Serbian is written in both scripts, letter for letter, but the frequencies are of Cyrillic text only. */
final class SerbianLatin {

    private static final String CYRILLIC = "абвгдђежзијклљмнњопрстћуфхцчџш";
    private static final String[] LATIN = {
        "a", "b", "v", "g", "d", "đ", "e", "ž", "z", "i", "j", "k", "l", "lj", "m", "n", "nj", "o", "p", "r", "s", "t",
        "ć", "u", "f", "h", "c", "č", "dž", "š"
    };

    private SerbianLatin() {}

    /** The word in Latin letters; empty when it has a letter that Serbian lacks. */
    static String of(String word) {
        StringBuilder latin = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            int letter = CYRILLIC.indexOf(word.charAt(i));
            if (letter < 0) {
                return "";
            }
            latin.append(LATIN[letter]);
        }
        return latin.toString();
    }
}
