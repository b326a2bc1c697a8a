package io.chatmgmt.quality;

import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What customers say of an episode, in stars from 1 to 5, however they say it: with a number, with stars, with a thumb, or
 * on a scale from 0 to 10.
 */
public final class Rating {

    /** A thumb up. */
    public static final int THUMB_UP = 5;

    /** A thumb down. */
    public static final int THUMB_DOWN = 1;

    private static final int MOST = 5;
    private static final int TEN = 10;
    private static final int LONGEST = 32;
    private static final int KEYCAP = 0x20E3;
    private static final int FIRST_SKIN_TONE = 0x1F3FB;
    private static final int LAST_SKIN_TONE = 0x1F3FF;
    private static final Pattern NUMBER = Pattern.compile("\\*?([1-5])(?:/5)?\\*?");
    private static final Pattern STARS = Pattern.compile("(\\*{1,5})(o{0,4})");

    private Rating() {}

    /**
     * A rating from 0 to 10 in stars.
     *
     * @param score 0 to 10
     * @return 1 to 5, in even steps, rounded half up: 0 and 1 are one star, 9 and 10 are five
     */
    public static int ofTen(int score) {
        if (score < 0 || score > TEN) {
            throw new IllegalArgumentException("score must be within 0..10: " + score);
        }
        return (int) Math.floor(1 + score * (MOST - 1) / (double) TEN + 0.5);
    }

    /**
     * The rating that a message is, if it is nothing but one: a number from 1 to 5 in the digits of any script, a number
     * of five such as {@code 4/5}, a keycap, stars, or thumbs, with or without punctuation at the end.
     *
     * @param message what the customer wrote
     * @return 1 to 5, empty when it says anything else
     */
    public static OptionalInt in(String message) {
        String signs = message.length() > LONGEST ? null : signs(message);
        if (signs == null || signs.isEmpty()) {
            return OptionalInt.empty();
        }
        var number = NUMBER.matcher(signs);
        if (number.matches()) {
            return OptionalInt.of(number.group(1).charAt(0) - '0');
        }
        var stars = STARS.matcher(signs);
        if (stars.matches()) {
            int filled = stars.group(1).length();
            return filled + stars.group(2).length() > MOST ? OptionalInt.empty() : OptionalInt.of(filled);
        }
        if (signs.chars().allMatch(sign -> sign == '+')) {
            return OptionalInt.of(THUMB_UP);
        }
        return signs.chars().allMatch(sign -> sign == '-') ? OptionalInt.of(THUMB_DOWN) : OptionalInt.empty();
    }

    /** A message in one sign for each thing that a rating may consist of; null when there is anything else in it. */
    private static @Nullable String signs(String message) {
        StringBuilder signs = new StringBuilder();
        int end = message.length();
        while (end > 0 && isClosing(message.charAt(end - 1))) {
            end--;
        }
        for (int i = 0; i < end; i += Character.charCount(message.codePointAt(i))) {
            int c = message.codePointAt(i);
            if (isSilent(c)) {
                continue;
            }
            char sign = sign(c);
            if (sign == 0) {
                return null;
            }
            signs.append(sign);
        }
        return signs.toString();
    }

    private static boolean isClosing(char c) {
        return Character.isWhitespace(c) || ".!。！．".indexOf(c) >= 0;
    }

    /** Part of what stands before it, or nothing at all. */
    private static boolean isSilent(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c == KEYCAP
                || c >= FIRST_SKIN_TONE && c <= LAST_SKIN_TONE
                || Character.getType(c) == Character.FORMAT
                || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static char sign(int c) {
        int digit = Character.digit(c, TEN);
        if (digit >= 0) {
            return (char) ('0' + digit);
        }
        return switch (c) {
            case '/', '／' -> '/';
            case '★', '⭐', 0x1F31F -> '*';
            case '☆' -> 'o';
            case 0x1F44D -> '+';
            case 0x1F44E -> '-';
            case '一' -> '1';
            case '二' -> '2';
            case '三' -> '3';
            case '四' -> '4';
            case '五' -> '5';
            default -> 0;
        };
    }
}
