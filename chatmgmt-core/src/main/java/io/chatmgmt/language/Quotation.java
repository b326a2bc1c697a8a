package io.chatmgmt.language;

/** Finds where a quotation ends, so that what somebody else said is not taken for the writer's own words. */
final class Quotation {

    /** How far a closing mark may be from the opening one; bounds the work on a text full of opening marks. */
    private static final int REACH = 1_000;

    private Quotation() {}

    /** The index of the mark that closes the quotation opened at {@code open}; −1 when nothing is opened or closed. */
    static int close(char[] text, int open, int length) {
        char mark = text[open];
        int limit = Math.min(length, open + REACH);
        return switch (mark) {
            case '"', '\u201F' -> after(text, open) ? -1 : find(text, open, limit, '"', '\u201D');
            case '\u201C' -> find(text, open, limit, '\u201D', '\u201C');
            case '\u201E' -> find(text, open, limit, '\u201C', '\u201D');
            case '\u201D' -> after(text, open) ? -1 : find(text, open, limit, '\u201D', '\u201D');
            case '\u00AB' -> find(text, open, limit, '\u00BB', '\u00BB');
            case '\u00BB' -> after(text, open) ? -1 : find(text, open, limit, '\u00AB', '\u00BB');
            case '\u2039' -> find(text, open, limit, '\u203A', '\u203A');
            case '\u300C', '\u300E', '\u300A' -> find(text, open, limit, (char) (mark + 1), (char) (mark + 1));
            case '\'', '\u2018' -> single(text, open, limit);
            default -> -1;
        };
    }

    private static boolean after(char[] text, int open) {
        return open > 0 && Characters.inWord(text[open - 1]);
    }

    private static int find(char[] text, int open, int limit, char close, char other) {
        for (int i = open + 1; i < limit; i++) {
            if (text[i] == close || text[i] == other) {
                return i;
            }
        }
        return -1;
    }

    /** A single mark opens before a word and closes behind one, on the same line; else it is an apostrophe. */
    private static int single(char[] text, int open, int limit) {
        if (after(text, open) || open + 1 >= limit || !Characters.inWord(text[open + 1])) {
            return -1;
        }
        for (int i = open + 1; i < limit && text[i] != '\n'; i++) {
            boolean mark = text[i] == '\'' || text[i] == '\u2019';
            if (mark && !(i + 1 < limit && Characters.inWord(text[i + 1]))) {
                return i;
            }
        }
        return -1;
    }
}
