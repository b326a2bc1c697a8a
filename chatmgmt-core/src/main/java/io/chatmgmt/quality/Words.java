package io.chatmgmt.quality;

import java.util.Arrays;

/**
 * The words of a text as numbers: lower case, apostrophes dropped, each character of a script without spaces a word of its
 * own. Immutable.
 */
final class Words {

    private static final int MOST = 400;
    private static final int SHORTEST_CONTENT_WORD = 3;
    private static final int FNV_START = 0x811C9DC5;
    private static final int FNV_PRIME = 0x01000193;
    private static final int ASCII = 128;
    private static final int FIRST_IDEOGRAPH_BLOCK = 0x2E80;

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
        int end = text.length();
        int[] all = new int[Math.min(MOST, end / 4 + 4)];
        int[] content = new int[all.length];
        int count = 0;
        int meaning = 0;
        int sentences = 0;
        boolean inSentence = false;
        int hash = FNV_START;
        int length = 0;
        for (int i = 0; i <= end && count < MOST; i++) {
            int c = i < end ? text.charAt(i) : ' ';
            if (Character.isHighSurrogate((char) c) && i + 1 < end) {
                c = text.codePointAt(i);
                i += Character.charCount(c) - 1;
            }
            int letter = letter(c);
            boolean alone = letter >= FIRST_IDEOGRAPH_BLOCK && isAlone(letter);
            if (letter > 0 && !alone) {
                hash = (hash ^ letter) * FNV_PRIME;
                length++;
                continue;
            }
            if (length > 0 && isApostrophe(c)) {
                continue;
            }
            if (count + 2 > all.length) {
                all = Arrays.copyOf(all, 2 * all.length);
                content = Arrays.copyOf(content, all.length);
            }
            if (length > 0) {
                all[count++] = hash;
                if (length >= SHORTEST_CONTENT_WORD) {
                    content[meaning++] = hash;
                }
                hash = FNV_START;
                length = 0;
                inSentence = true;
            }
            if (alone) {
                int word = (FNV_START ^ letter) * FNV_PRIME;
                all[count++] = word;
                content[meaning++] = word;
                inSentence = true;
            } else if (inSentence && endsSentence(c)) {
                sentences++;
                inSentence = false;
            }
        }
        return new Words(
                Arrays.copyOf(all, Math.min(count, MOST)),
                different(content, meaning),
                inSentence ? sentences + 1 : sentences);
    }

    /** The lower case of a letter or digit; 0 for anything else. */
    private static int letter(int c) {
        if (c < ASCII) {
            int lower = c | ' ';
            return lower >= 'a' && lower <= 'z' ? lower : c >= '0' && c <= '9' ? c : 0;
        }
        return Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : 0;
    }

    private static boolean isApostrophe(int c) {
        return c == '\'' || c == '’';
    }

    private static int[] different(int[] words, int count) {
        Arrays.sort(words, 0, count);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || words[i] != words[i - 1]) {
                words[kept++] = words[i];
            }
        }
        return Arrays.copyOf(words, kept);
    }

    private static boolean endsSentence(int c) {
        return c == '.' || c == '!' || c == '?' || c == '\n' || c == '。' || c == '！' || c == '？' || c == ';';
    }

    private static boolean isAlone(int c) {
        Character.UnicodeScript script = Character.UnicodeScript.of(c);
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
