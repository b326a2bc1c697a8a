package io.chatmgmt.language;

/** Emoji code points, and the emoticons typed with ordinary characters that stand for them. */
final class Emoji {

    private Emoji() {}

    static boolean is(int codePoint) {
        return codePoint >= 0x1F300 && codePoint <= 0x1FAFF && !modifier(codePoint);
    }

    /** A skin tone: it colours the emoji before it. */
    static boolean modifier(int codePoint) {
        return codePoint >= 0x1F3FB && codePoint <= 0x1F3FF;
    }

    /** How many code units the emoticon at {@code at} has, 0 when none stands there. */
    static int emoticonLength(char[] text, int at, int length) {
        if (at > 0 && Characters.inWord(text[at - 1])) {
            return 0;
        }
        int mouth = at + 1;
        if (mouth < length && (text[mouth] == '-' || text[mouth] == '\'')) {
            mouth++;
        }
        if (mouth >= length || codePoint(text[mouth]) == 0) {
            return 0;
        }
        boolean endsInLetter = mouth + 1 < length && Characters.inWord(text[mouth + 1]);
        boolean addressed = text[mouth] == '/' && mouth + 1 < length && text[mouth + 1] == '/';
        return endsInLetter || addressed ? 0 : mouth + 1 - at;
    }

    /** The emoji that an emoticon's mouth stands for, 0 for anything else. */
    static int codePoint(char mouth) {
        return switch (mouth) {
            case ')', 'D' -> 0x1F642;
            case '(' -> 0x1F641;
            case '/', '\\', '|' -> 0x1F615;
            case 'P', 'p' -> 0x1F61B;
            default -> 0;
        };
    }
}
