package io.chatmgmt.quality;

import java.util.Arrays;
import java.util.Locale;

/**
 * The words of a text as numbers: lower case, apostrophes dropped, each character of a script without spaces a word of its
 * own. Immutable.
 */
final class Words {

    private static final int MOST = 400;
    private static final int SHORTEST_CONTENT_WORD = 3;
    private static final int FNV_START = 0x811C9DC5;
    private static final int FNV_PRIME = 0x01000193;

    /** In the order of the text. */
    final int[] all;

    /** Those that carry meaning, ascending and different. */
    final int[] content;

    final int sentences;

    private Words(int[] all, int[] content, int sentences) {
        this.all = all;
        this.content = content;
        this.sentences = sentences;
    }

    static Words of(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        int[] all = new int[16];
        int[] content = new int[16];
        int count = 0;
        int meaning = 0;
        int sentences = 0;
        boolean inSentence = false;
        int i = 0;
        while (i < lower.length() && count < MOST) {
            int c = lower.codePointAt(i);
            if (!Character.isLetterOrDigit(c)) {
                if (inSentence && endsSentence(c)) {
                    sentences++;
                    inSentence = false;
                }
                i += Character.charCount(c);
                continue;
            }
            inSentence = true;
            int hash = FNV_START;
            int length = 0;
            boolean single = isAlone(c);
            do {
                if (Character.isLetterOrDigit(c)) {
                    hash = (hash ^ c) * FNV_PRIME;
                    length++;
                }
                i += Character.charCount(c);
                c = i < lower.length() ? lower.codePointAt(i) : ' ';
            } while (!single && !isAlone(c) && (Character.isLetterOrDigit(c) || c == '\'' || c == '’'));
            if (count == all.length) {
                all = Arrays.copyOf(all, 2 * count);
                content = Arrays.copyOf(content, 2 * count);
            }
            all[count++] = hash;
            if (single || length >= SHORTEST_CONTENT_WORD) {
                content[meaning++] = hash;
            }
        }
        return new Words(
                Arrays.copyOf(all, count),
                Arrays.stream(content, 0, meaning).sorted().distinct().toArray(),
                inSentence ? sentences + 1 : sentences);
    }

    private static boolean endsSentence(int c) {
        return c == '.' || c == '!' || c == '?' || c == '\n' || c == '。' || c == '！' || c == '？' || c == ';';
    }

    private static boolean isAlone(int c) {
        Character.UnicodeScript script = c < 0x2E80 ? Character.UnicodeScript.COMMON : Character.UnicodeScript.of(c);
        return script == Character.UnicodeScript.HAN
                || script == Character.UnicodeScript.HIRAGANA
                || script == Character.UnicodeScript.KATAKANA;
    }

    /** How many content words the two have in common. */
    int shared(Words other) {
        int shared = 0;
        int i = 0;
        int j = 0;
        while (i < content.length && j < other.content.length) {
            int order = Integer.compare(content[i], other.content[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return shared;
    }

    /** Common content words among all that the two have; 0 when neither has any. */
    double likeness(Words other) {
        int shared = shared(other);
        int together = content.length + other.content.length - shared;
        return together == 0 ? 0 : (double) shared / together;
    }
}
