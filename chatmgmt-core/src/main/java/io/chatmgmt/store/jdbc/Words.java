package io.chatmgmt.store.jdbc;

/**
 * What people write may hold characters that databases refuse: a NUL, half of a surrogate pair. Such a text is kept with
 * escapes, behind a mark; all others are kept as they are.
 */
final class Words {

    private static final char MARK = '\u0001';
    private static final char ESCAPE = '\\';
    private static final int HEX = 16;
    private static final int DIGITS = 4;

    private Words() {}

    static String kept(String written) {
        return isPlain(written) ? written : escaped(written);
    }

    static String written(String kept) {
        return kept.isEmpty() || kept.charAt(0) != MARK ? kept : unescaped(kept);
    }

    private static boolean isPlain(String text) {
        if (!text.isEmpty() && text.charAt(0) == MARK) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each == 0) {
                return false;
            }
            if (Character.isSurrogate(each)) {
                if (isPair(text, i)) {
                    i++;
                } else {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isPair(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                && at + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(at + 1));
    }

    private static String escaped(String text) {
        StringBuilder kept = new StringBuilder(text.length() + HEX).append(MARK);
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each == 0 || each == ESCAPE || Character.isSurrogate(each)) {
                kept.append(ESCAPE).append(String.format("%04x", (int) each));
            } else {
                kept.append(each);
            }
        }
        return kept.toString();
    }

    private static String unescaped(String kept) {
        StringBuilder text = new StringBuilder(kept.length());
        for (int i = 1; i < kept.length(); i++) {
            char each = kept.charAt(i);
            if (each == ESCAPE) {
                text.append((char) Integer.parseInt(kept, i + 1, i + 1 + DIGITS, HEX));
                i += DIGITS;
            } else {
                text.append(each);
            }
        }
        return text.toString();
    }
}
