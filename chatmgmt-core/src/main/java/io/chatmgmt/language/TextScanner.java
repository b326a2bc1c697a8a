package io.chatmgmt.language;

import java.util.Objects;

/**
 * Reads a text once, folding and tokenising it on the way, into buffers that it uses again for the next text. Every
 * detector then works on the tokens.
 *
 * <p>Folding is independent of the locale: lower case, compatibility forms and accents removed, "ß" as "ss", "İ" and
 * "ı" as "i". An English contraction is one token however its apostrophe is typed ("isn't", "isn’t", "isnt"); any other
 * apostrophe separates ("l'agent"). Chinese and Japanese characters are tokens of their own.
 *
 * <p>Not thread-safe: one scanner serves one thread at a time.
 */
public final class TextScanner {

    /** What stands behind this many UTF-16 code units is not read: a bound on time and memory for pasted files. */
    public static final int MAX_LENGTH = 16_384;

    private static final int SEED = 0x811C9DC5;
    private static final int PRIME = 0x01000193;

    private final ScannedText out = new ScannedText();
    private final Unspoken unspoken = new Unspoken();
    private char[] chars = new char[257];
    private int length;
    private int quotedUntil;
    private int pending;

    /** A scanner with small buffers, which grow with the texts it is given. */
    public TextScanner() {}

    /**
     * Reads a text.
     *
     * @param text any text
     * @return a view of this scanner's buffers, valid until its next scan
     */
    public ScannedText scan(String text) {
        Objects.requireNonNull(text, "text");
        length = Math.min(text.length(), MAX_LENGTH);
        if (chars.length <= length) {
            chars = new char[length + length / 2 + 1];
        }
        text.getChars(0, length, chars, 0);
        chars[length] = ' '; // ends the last word without asking for the length at every letter
        out.reset(text, length);
        unspoken.find(text, length);
        quotedUntil = 0;
        pending = ScannedText.CLAUSE;
        int from = 0;
        for (int i = 0; i < unspoken.size(); i++) {
            if (unspoken.start(i) > from) {
                read(from, unspoken.start(i));
            }
            from = Math.max(from, unspoken.end(i));
            pending = ScannedText.CLAUSE;
        }
        read(from, length);
        out.scripts[Script.LATIN.ordinal()] += out.letters - counted(); // ASCII letters are not counted one by one
        return out;
    }

    /**
     * How many UTF-16 code units the buffers hold: what a pool looks at before it keeps a scanner.
     *
     * @return the longest text that can be read without allocating
     */
    public int capacity() {
        return chars.length;
    }

    private int counted() {
        int sum = 0;
        for (int count : out.scripts) {
            sum += count;
        }
        return sum;
    }

    private void read(int from, int to) {
        int i = from;
        while (i < to) {
            char c = chars[i];
            switch (Characters.kind(Characters.of(c))) {
                case Characters.LOWER, Characters.UPPER, Characters.DIGIT -> i = word(i);
                case Characters.IDEOGRAPH -> i = ideograph(i);
                case Characters.EMOJI -> i = emoji(i, c, 1);
                case Characters.SURROGATE -> i = surrogate(i);
                case Characters.EYES -> i = eyes(i);
                case Characters.QUOTE, Characters.APOSTROPHE -> i = quotation(i);
                case Characters.LINE_QUOTE -> i = lineQuote(i);
                case Characters.EXCLAMATION -> {
                    out.exclamations++;
                    i = clauseEnd(i);
                }
                case Characters.QUESTION -> {
                    out.questions++;
                    i = clauseEnd(i);
                }
                case Characters.BREAK, Characters.NEWLINE -> i = clauseEnd(i);
                default -> i++;
            }
        }
    }

    /** Reads the word that begins at {@code start}; folding, hashing and counting in one go. */
    private int word(int start) {
        char[] text = chars;
        char[] folded = out.folded;
        char[] stream = out.stream;
        int f = out.foldedLength;
        int s = out.streamLength;
        int hash = SEED;
        int letters = 0;
        int capitals = 0;
        int wide = 0;
        int script = 0;
        boolean digits = false;
        int i = start;
        for (; ; i++) {
            char c = text[i];
            long facts = Characters.of(c);
            int kind = Characters.kind(facts);
            if (kind == Characters.LOWER || kind == Characters.UPPER) {
                letters++;
                capitals += kind == Characters.UPPER ? 1 : 0;
                if (c >= 128) {
                    wide++;
                    script = Characters.script(facts);
                }
                stream[s++] = Characters.lower(facts);
            } else if (kind == Characters.DIGIT) {
                digits = true;
            } else if (kind == Characters.MARK || kind == Characters.APOSTROPHE && contraction(i)) {
                continue;
            } else {
                break;
            }
            char plain = Characters.folded(facts);
            if (!Characters.expanded(plain)) {
                folded[f++] = plain;
                hash = (hash ^ plain) * PRIME;
            } else {
                String many = Characters.expansion(plain);
                folded[f++] = many.charAt(0);
                folded[f++] = many.charAt(1);
                hash = ((hash ^ many.charAt(0)) * PRIME ^ many.charAt(1)) * PRIME;
            }
        }
        out.foldedLength = f;
        int flag = pending | (start < quotedUntil ? ScannedText.QUOTED : 0);
        if (digits) {
            flag |= ScannedText.NUMBER;
        } else {
            stream[s++] = ' ';
            out.streamLength = s;
            out.letters += letters;
            out.scripts[script] += wide;
            out.capitals += capitals;
            flag |= capitals == letters && letters > 1 ? ScannedText.SHOUTED : 0;
        }
        out.add(finish(hash), start, i, flag);
        pending = 0;
        return i;
    }

    /** Whether the apostrophe at {@code at} stands before the ending of an English contraction. */
    private boolean contraction(int at) {
        int end = at + 1;
        while (end < length && end < at + 4 && Characters.letter(chars[end])) {
            end++;
        }
        if (end < length && Characters.inWord(chars[end])) {
            return false;
        }
        char first = end > at + 1 ? (char) (chars[at + 1] | 0x20) : 0;
        char second = end > at + 2 ? (char) (chars[at + 2] | 0x20) : 0;
        return switch (end - at - 1) {
            case 1 -> first == 't' || first == 's' || first == 'm' || first == 'd';
            case 2 -> first == 'r' && second == 'e' || first == 'v' && second == 'e' || first == 'l' && second == 'l';
            default -> false;
        };
    }

    private int ideograph(int at) {
        long facts = Characters.of(chars[at]);
        char plain = Characters.folded(facts);
        int end = at + 1;
        if (Characters.voices(chars[end])) {
            plain = Characters.voiced(plain, chars[end++]);
        }
        out.folded[out.foldedLength++] = plain;
        return ideograph(at, end, plain, Characters.script(facts));
    }

    private int ideograph(int at, int end, int codePoint, int script) {
        out.letters++;
        out.scripts[script]++;
        out.add(finish((SEED ^ codePoint) * PRIME), at, end, flag(at) | ScannedText.IDEOGRAPH);
        return end;
    }

    private int emoji(int at, int codePoint, int width) {
        for (char unit : Character.toChars(codePoint)) {
            out.folded[out.foldedLength++] = unit;
        }
        out.add(finish((SEED ^ codePoint) * PRIME), at, at + width, flag(at) | ScannedText.EMOJI);
        return at + width;
    }

    private int surrogate(int at) {
        int codePoint = Character.codePointAt(chars, at, length);
        int width = Character.charCount(codePoint);
        if (Emoji.is(codePoint)) {
            return emoji(at, codePoint, width);
        }
        if (Character.isIdeographic(codePoint)) {
            out.folded[out.foldedLength++] = chars[at];
            out.folded[out.foldedLength++] = chars[at + 1];
            return ideograph(at, at + width, codePoint, Script.HAN.ordinal());
        }
        return width == 2 && Character.isLetter(codePoint) ? supplementaryWord(at) : at + width;
    }

    /** A word in mathematical letters and the like, which some use to be noticed. */
    private int supplementaryWord(int start) {
        int hash = SEED;
        int i = start;
        while (i < length) {
            int codePoint = Character.codePointAt(chars, i, length);
            if (codePoint < 0x10000 || !Character.isLetter(codePoint) || Character.isIdeographic(codePoint)) {
                break;
            }
            String plain = Characters.foldedSupplementary(codePoint);
            out.ensureFolded(plain.length() + 2 * length);
            for (int k = 0; k < plain.length(); k++) {
                out.folded[out.foldedLength++] = plain.charAt(k);
                hash = (hash ^ plain.charAt(k)) * PRIME;
            }
            out.letters++;
            out.scripts[Script.OTHER.ordinal()]++;
            i += 2;
        }
        out.add(finish(hash), start, i, flag(start));
        return i;
    }

    private int eyes(int at) {
        int width = Emoji.emoticonLength(chars, at, length);
        return width == 0 ? clauseEnd(at) : emoji(at, Emoji.codePoint(chars[at + width - 1]), width);
    }

    private int quotation(int at) {
        if (at >= quotedUntil) {
            quotedUntil = Math.max(quotedUntil, Quotation.close(chars, at, length));
        }
        return at + 1;
    }

    private int lineQuote(int at) {
        int before = at - 1;
        while (before >= 0 && chars[before] == ' ') {
            before--;
        }
        boolean first = before < 0 || chars[before] == '\n' || chars[before] == '>';
        if (first && Emoji.emoticonLength(chars, at + 1, length) == 0) {
            int end = at;
            while (end < length && chars[end] != '\n') {
                end++;
            }
            quotedUntil = Math.max(quotedUntil, end);
        }
        return at + 1;
    }

    /** Punctuation ends a clause, but not within a number such as 1,299.00. */
    private int clauseEnd(int at) {
        boolean inNumber = at > 0 && digit(chars[at - 1]) && at + 1 < length && digit(chars[at + 1]);
        pending = inNumber ? pending : ScannedText.CLAUSE;
        return at + 1;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private int flag(int at) {
        int flag = pending | (at < quotedUntil ? ScannedText.QUOTED : 0);
        pending = 0;
        return flag;
    }

    /** Spreads the bits (the finaliser of MurmurHash3) and keeps 0 free for "no token". */
    private static int finish(int hash) {
        int h = hash;
        h = (h ^ h >>> 16) * 0x85EBCA6B;
        h = (h ^ h >>> 13) * 0xC2B2AE35;
        h ^= h >>> 16;
        return h == 0 ? 1 : h;
    }
}
