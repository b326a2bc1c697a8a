package io.chatmgmt.language;

import java.text.Normalizer;
import java.util.Locale;

/**
 * What the scanner needs to know of a UTF-16 code unit, packed into one long: its kind, its script, its folded form and
 * its lower-case form. Read from a table for the European scripts, computed from ranges for the rest.
 */
final class Characters {

    static final int OTHER = 0;
    static final int SPACE = 1;
    static final int NEWLINE = 2;
    static final int LOWER = 3;
    static final int UPPER = 4;
    static final int DIGIT = 5;
    /** A combining mark or an invisible character: part of what stands before it, without a meaning of its own. */
    static final int MARK = 6;

    static final int APOSTROPHE = 7;
    static final int QUOTE = 8;
    /** Punctuation that ends a clause. */
    static final int BREAK = 9;

    static final int EXCLAMATION = 10;
    static final int QUESTION = 11;
    /** A letter that is a token of its own: Han and kana. */
    static final int IDEOGRAPH = 12;

    static final int EMOJI = 13;
    static final int SURROGATE = 14;
    /** The eyes of an emoticon such as {@code :(}. */
    static final int EYES = 15;
    /** Opens a quoted line when it stands first. */
    static final int LINE_QUOTE = 16;

    /** Folded forms from here on, in the private use area, are not characters but numbers into {@link #expansion}. */
    private static final char EXPANDED = 0xE000;

    /** Latin letters and everything before them: what most texts are made of. */
    private static final int TABLE = 0x250;

    private static final int EASTERN_TO = 0x530;
    private static final int EXTENDED_FROM = 0x1E00;
    private static final int EXTENDED_TO = 0x2000;
    private static final String[] EXPANSIONS = {"ss", "ae", "oe", "th", "ij", "dz", "lj", "nj", "ff", "fi", "fl"};
    private static final long[] BASIC = table(0, TABLE);

    /** Greek and Cyrillic; not computed before such a text comes. */
    private static final class Eastern {

        private static final long[] FACTS = table(TABLE, EASTERN_TO);

        private Eastern() {}
    }

    /** Rarer accents of the Latin and Greek scripts. */
    private static final class Extended {

        private static final long[] FACTS = table(EXTENDED_FROM, EXTENDED_TO);

        private Extended() {}
    }

    private Characters() {}

    static long of(char c) {
        return c < TABLE ? BASIC[c] : wide(c);
    }

    static int kind(long facts) {
        return (int) facts & 0xFF;
    }

    static int script(long facts) {
        return (int) (facts >>> 8) & 0xFF;
    }

    static char folded(long facts) {
        return (char) (facts >>> 16);
    }

    static char lower(long facts) {
        return (char) (facts >>> 32);
    }

    static boolean expanded(char folded) {
        return folded >= EXPANDED && folded < EXPANDED + EXPANSIONS.length;
    }

    static String expansion(char folded) {
        return EXPANSIONS[folded - EXPANDED];
    }

    /** Whether the code unit can be part of a word. */
    static boolean inWord(char c) {
        int kind = kind(of(c));
        return kind == LOWER || kind == UPPER || kind == DIGIT || kind == IDEOGRAPH;
    }

    static boolean letter(char c) {
        int kind = kind(of(c));
        return kind == LOWER || kind == UPPER || kind == IDEOGRAPH;
    }

    private static long pack(int kind, Script script, char folded, char lower) {
        return kind | (long) script.ordinal() << 8 | (long) folded << 16 | (long) lower << 32;
    }

    private static long pack(int kind) {
        return pack(kind, Script.OTHER, '\0', '\0');
    }

    private static long[] table(int from, int to) {
        long[] facts = new long[to - from];
        for (int c = from; c < to; c++) {
            facts[c - from] = european((char) c);
        }
        return facts;
    }

    private static long european(char c) {
        int punctuation = Punctuation.kind(c);
        if (punctuation >= 0) {
            return pack(punctuation);
        }
        if (Character.isDigit(c)) {
            return pack(DIGIT, Script.OTHER, c, c);
        }
        if (!Character.isLetter(c)) {
            return pack(c >= 0x300 && c < 0x370 || c >= 0x483 && c < 0x48A ? MARK : OTHER);
        }
        char lower = lowerCase(c);
        Script script = c < 0x370 || c >= EXTENDED_FROM && c < 0x1F00
                ? Script.LATIN
                : c < 0x400 || c >= EXTENDED_FROM ? Script.GREEK : Script.CYRILLIC;
        return pack(lower == c ? LOWER : UPPER, script, fold(lower), lower);
    }

    private static char lowerCase(char c) {
        return c == 'İ' ? 'i' : Character.toLowerCase(c);
    }

    private static char fold(char lower) {
        return switch (lower) {
            case 'ß' -> EXPANDED;
            case 'æ' -> EXPANDED + 1;
            case 'œ' -> EXPANDED + 2;
            case 'þ' -> EXPANDED + 3;
            case '\u0133' -> EXPANDED + 4;
            case '\u01C6', '\u01F3' -> EXPANDED + 5;
            case '\u01C9' -> EXPANDED + 6;
            case '\u01CC' -> EXPANDED + 7;
            case '\u0149' -> 'n';
            case 'ı' -> 'i';
            case 'ł' -> 'l';
            case 'ø' -> 'o';
            case 'đ', 'ð' -> 'd';
            case 'ħ' -> 'h';
            case 'ŧ' -> 't';
            case 'ς' -> 'σ';
            default -> Accents.without(lower);
        };
    }

    private static String decomposed(char c) {
        return Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD);
    }

    private static long wide(char c) {
        if (c < EASTERN_TO) {
            return Eastern.FACTS[c - TABLE];
        }
        if (c >= EXTENDED_FROM && c < EXTENDED_TO) {
            return Extended.FACTS[c - EXTENDED_FROM];
        }
        int punctuation = Punctuation.kind(c);
        if (punctuation >= 0) {
            return pack(punctuation);
        }
        if (c >= 0x3041 && c <= 0x30FF || c >= 0x31F0 && c <= 0x31FF) {
            return pack(IDEOGRAPH, Script.KANA, c, c);
        }
        if (c >= 0x3400 && c <= 0x9FFF || c == '々' || c == '〇') {
            return pack(IDEOGRAPH, Script.HAN, c, c);
        }
        if (c >= 0xF900) {
            return compatible(c);
        }
        if (Character.isSurrogate(c)) {
            return pack(SURROGATE);
        }
        return other(c);
    }

    /** Full-width, half-width and presentation forms stand for ordinary characters. */
    private static long compatible(char c) {
        if (c >= 0xFB00 && c <= 0xFB02) {
            return pack(LOWER, Script.LATIN, (char) (EXPANDED + 8 + c - 0xFB00), c);
        }
        String plain = decomposed(c);
        char first = plain.charAt(0);
        if (first != c && first < 0xF900) {
            return of(first);
        }
        return c < 0xFB00 ? pack(IDEOGRAPH, Script.HAN, c, c) : other(c);
    }

    private static long other(char c) {
        if (Character.isDigit(c)) {
            return pack(DIGIT, Script.OTHER, c, c);
        }
        if (c >= 0x591 && c <= 0x5C7 || c >= 0x610 && c <= 0x61A || c >= 0x64B && c <= 0x65F) {
            return pack(MARK);
        }
        int type = Character.getType(c);
        if (!Character.isLetter(c) && type != Character.NON_SPACING_MARK && type != Character.COMBINING_SPACING_MARK) {
            return pack(Character.isWhitespace(c) ? SPACE : OTHER);
        }
        char lower = Character.toLowerCase(c);
        return pack(lower == c ? LOWER : UPPER, script(c), lower, lower);
    }

    private static Script script(char c) {
        return switch (Character.UnicodeScript.of(c)) {
            case LATIN -> Script.LATIN;
            case CYRILLIC -> Script.CYRILLIC;
            case GREEK -> Script.GREEK;
            case HANGUL -> Script.HANGUL;
            case ARABIC -> Script.ARABIC;
            case HEBREW -> Script.HEBREW;
            case THAI -> Script.THAI;
            case DEVANAGARI -> Script.DEVANAGARI;
            case BENGALI -> Script.BENGALI;
            case GUJARATI -> Script.GUJARATI;
            case GURMUKHI -> Script.GURMUKHI;
            case TAMIL -> Script.TAMIL;
            case TELUGU -> Script.TELUGU;
            case GEORGIAN -> Script.GEORGIAN;
            case ARMENIAN -> Script.ARMENIAN;
            default -> Script.OTHER;
        };
    }

    /** Whether the code unit turns the kana before it into a voiced one, as half-width text and macOS write it. */
    static boolean voices(char c) {
        return c == 0x3099 || c == 0x309A || c == 0xFF9E || c == 0xFF9F;
    }

    /** A kana with its voicing mark as one character; the kana alone where there is no such character. */
    static char voiced(char kana, char mark) {
        String composed = Normalizer.normalize("" + kana + mark, Normalizer.Form.NFKC);
        return composed.length() == 1 ? composed.charAt(0) : kana;
    }

    /** The folded letters of a character beyond the basic plane, such as a mathematical bold A. */
    static String foldedSupplementary(int codePoint) {
        return Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT);
    }
}
