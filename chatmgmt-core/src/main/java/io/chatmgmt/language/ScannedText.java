package io.chatmgmt.language;

import io.chatmgmt.conversation.Span;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A text as {@link TextScanner} read it: its tokens (words, Chinese and Japanese characters, emoji), each with a hash of
 * its folded form and its place in the original text, and a few figures about the whole. Code between backticks, links
 * and e-mail addresses have no tokens.
 *
 * <p>A view of the scanner's buffers: valid until the same scanner reads the next text. Not thread-safe. Token indices
 * run from 0 to {@link #size()} − 1; any other index gives an {@link IndexOutOfBoundsException} or stale content.
 */
public final class ScannedText {

    static final byte QUOTED = 1;
    static final byte CLAUSE = 2;
    static final byte NUMBER = 4;
    static final byte EMOJI = 8;
    static final byte IDEOGRAPH = 16;
    static final byte SHOUTED = 32;

    private static final Script[] SCRIPTS = Script.values();

    /** How many sums a detector may need. */
    private static final int SUMS = 16;

    private String text = "";
    int size;
    int[] hashes = new int[0];
    int[] starts = new int[0];
    int[] ends = new int[0];
    int[] foldedEnds = new int[0];
    byte[] flags = new byte[0];
    char[] folded = new char[0];
    int foldedLength;
    /** The lower-case words with their accents, a space before, between and after: what the language is read from. */
    char[] stream = new char[0];

    int streamLength;
    int letters;
    int capitals;
    int exclamations;
    int questions;
    final int[] scripts = new int[SCRIPTS.length];
    /** What was found in it last. */
    final PhraseFinds finds = new PhraseFinds();
    /** What the language is computed with. */
    final LetterSums letterSums = new LetterSums();
    /** What learned detectors see of it. */
    final Grams grams = new Grams();

    /** The numbers of the words in the vocabulary that read them last, and all their marks together. */
    int[] words = new int[0];

    int marks;

    @Nullable
    Vocabulary readBy;

    private int[] room = new int[0];
    private final long[] sums = new long[SUMS];

    ScannedText() {}

    void reset(String newText, int length) {
        text = newText;
        size = 0;
        foldedLength = 0;
        streamLength = 0;
        letters = 0;
        capitals = 0;
        exclamations = 0;
        questions = 0;
        Arrays.fill(scripts, 0);
        grams.forget();
        readBy = null;
        if (hashes.length <= length) {
            grow(Math.max(256, length + length / 2));
        }
        stream[streamLength++] = ' ';
    }

    private void grow(int capacity) {
        hashes = new int[capacity];
        starts = new int[capacity];
        ends = new int[capacity];
        foldedEnds = new int[capacity];
        flags = new byte[capacity];
        folded = new char[2 * capacity + 2];
        stream = new char[2 * capacity + 2];
    }

    void add(int hash, int start, int end, int flag) {
        hashes[size] = hash;
        starts[size] = start;
        ends[size] = end;
        foldedEnds[size] = foldedLength;
        flags[size] = (byte) flag;
        size++;
    }

    /** Room for {@code more} further folded characters, needed only where one character folds into many. */
    void ensureFolded(int more) {
        if (folded.length < foldedLength + more) {
            folded = Arrays.copyOf(folded, 2 * (foldedLength + more));
        }
    }

    int[] wordRoom() {
        if (words.length < size) {
            words = new int[hashes.length];
        }
        return words;
    }

    /**
     * Room for {@value #SUMS} sums, so that a detector need not allocate it.
     *
     * @return zeros, the caller's own until the end of the call
     */
    public long[] sums() {
        Arrays.fill(sums, 0);
        return sums;
    }

    /**
     * Room for one number for each token, so that a detector need not allocate it.
     *
     * @return at least {@link #size()} numbers of any content, the caller's own until the end of the call
     */
    public int[] room() {
        if (room.length < size) {
            room = new int[hashes.length];
        }
        return room;
    }

    /**
     * The original text.
     *
     * @return what the scanner was given
     */
    public String text() {
        return text;
    }

    /**
     * How many tokens the text has.
     *
     * @return 0 for an empty text and for one without words, characters or emoji
     */
    public int size() {
        return size;
    }

    /**
     * The hash of a token's folded form: equal for "Café" and "CAFE". Never 0.
     *
     * @param token the token's index
     * @return a 32-bit hash, stable within one release of the library
     */
    public int hash(int token) {
        return hashes[token];
    }

    /**
     * The token's folded form: lower case whatever the locale, compatibility forms replaced, accents removed.
     *
     * @param token the token's index
     * @return a new string, for messages and tests; detectors compare hashes
     */
    public String folded(int token) {
        Objects.checkIndex(token, size);
        int from = token == 0 ? 0 : foldedEnds[token - 1];
        return new String(folded, from, foldedEnds[token] - from);
    }

    /**
     * Where the tokens {@code first} to {@code last} stand in the original text.
     *
     * @param first the first token's index
     * @param last the last token's index, not less than {@code first}
     * @return the span from the beginning of the first to the end of the last
     */
    public Span span(int first, int last) {
        return new Span(starts[first], ends[last]);
    }

    /**
     * Whether the token stands within quotation marks or in a line that begins with {@code >}.
     *
     * @param token the token's index
     * @return true when somebody else's words are repeated
     */
    public boolean quoted(int token) {
        return (flags[token] & QUOTED) != 0;
    }

    /**
     * Whether punctuation separates the token from the one before it; the first token always starts a clause.
     *
     * @param token the token's index
     * @return true at the beginning of a clause
     */
    public boolean startsClause(int token) {
        return (flags[token] & CLAUSE) != 0;
    }

    /**
     * Whether the token holds a digit.
     *
     * @param token the token's index
     * @return true for "12" and "A4"
     */
    public boolean number(int token) {
        return (flags[token] & NUMBER) != 0;
    }

    /**
     * Whether the token is an emoji, or an emoticon, which has the hash of the emoji that it stands for.
     *
     * @param token the token's index
     * @return true for an emoji
     */
    public boolean emoji(int token) {
        return (flags[token] & EMOJI) != 0;
    }

    /**
     * Whether the token is one Chinese or Japanese character.
     *
     * @param token the token's index
     * @return true for Han and kana
     */
    public boolean ideograph(int token) {
        return (flags[token] & IDEOGRAPH) != 0;
    }

    /**
     * Whether the token is written in capitals only.
     *
     * @param token the token's index
     * @return true for two capitals or more and no small letter
     */
    public boolean shouted(int token) {
        return (flags[token] & SHOUTED) != 0;
    }

    /**
     * How many letters the words have; words with digits, code, links and addresses left out.
     *
     * @return 0 or more
     */
    public int letters() {
        return letters;
    }

    /**
     * How many letters belong to one script.
     *
     * @param script the script
     * @return 0 to {@link #letters()}
     */
    public int letters(Script script) {
        return scripts[script.ordinal()];
    }

    /**
     * The share of capitals among the letters.
     *
     * @return 0 to 1; 0 for a text without letters
     */
    public double capitalShare() {
        return letters == 0 ? 0 : (double) capitals / letters;
    }

    /**
     * How many exclamation marks the text has outside code and links.
     *
     * @return 0 or more
     */
    public int exclamations() {
        return exclamations;
    }

    /**
     * How many question marks the text has outside code and links.
     *
     * @return 0 or more
     */
    public int questions() {
        return questions;
    }
}
