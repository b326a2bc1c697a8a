package io.chatmgmt.language;

/** What a character that is neither letter nor digit does for the scanner. */
final class Punctuation {

    private Punctuation() {}

    /** The kind as in {@link Characters}, −1 for a character that this class knows nothing of. */
    static int kind(char c) {
        return switch (c) {
            case ' ', '\t', '\u00A0', '\u3000', '\f', '\u000B' -> Characters.SPACE;
            case '\n', '\r', '\u0085', '\u2028', '\u2029' -> Characters.NEWLINE;
            case '\'', '\u2019', '\u02BC', '\u00B4', '\u2018', '\u201B' -> Characters.APOSTROPHE;
            case '"', '\u201C', '\u201D', '\u201E', '\u201F', '\u00AB', '\u00BB', '\u2039', '\u203A' ->
                Characters.QUOTE;
            case '\u300C', '\u300D', '\u300E', '\u300F', '\u300A', '\u300B' -> Characters.QUOTE;
            case '.', ',', '(', ')', '[', ']', '\u00BF', '\u00A1', '\u2026', '\u2013', '\u2014' -> Characters.BREAK;
            case '\u3001', '\u3002', '\uFF0C', '\uFF0E', '\uFF1A', '\uFF1B', '\u060C', '\u061B' -> Characters.BREAK;
            case '\u0964', '\uFF61', '\uFF64' -> Characters.BREAK;
            case ':', ';', '=' -> Characters.EYES;
            case '!', '\uFF01', '\u203C' -> Characters.EXCLAMATION;
            case '?', '\uFF1F', '\u2049', '\u061F' -> Characters.QUESTION;
            case '>' -> Characters.LINE_QUOTE;
            case '\u00AD', '\u200B', '\u200C', '\u200D', '\u2060', '\uFE0E', '\uFE0F', '\uFEFF', '\u20E3' ->
                Characters.MARK;
            case '\u00AA', '\u00BA' -> Characters.OTHER;
            default -> symbol(c);
        };
    }

    private static int symbol(char c) {
        if (c >= '\u2600' && c <= '\u27BF' || c == '\u2B50' || c == '\u2B55') {
            return Characters.EMOJI;
        }
        return c == '\u3099' || c == '\u309A' || c >= '\u20D0' && c <= '\u20F0' ? Characters.MARK : -1;
    }
}
