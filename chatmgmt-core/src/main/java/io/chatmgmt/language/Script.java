package io.chatmgmt.language;

/** The writing systems that are told apart when a text is scanned. */
public enum Script {
    /** Latin letters, accented ones included. */
    LATIN,
    /** Cyrillic letters. */
    CYRILLIC,
    /** Greek letters. */
    GREEK,
    /** Chinese characters, which Japanese uses too. */
    HAN,
    /** Hiragana and katakana. */
    KANA,
    /** Korean syllables and letters. */
    HANGUL,
    /** Arabic letters, the Persian and Urdu ones included. */
    ARABIC,
    /** Hebrew letters. */
    HEBREW,
    /** Thai letters. */
    THAI,
    /** Devanagari letters, as used for Hindi. */
    DEVANAGARI,
    /** Bengali letters. */
    BENGALI,
    /** Gujarati letters. */
    GUJARATI,
    /** Gurmukhi letters, as used for Punjabi. */
    GURMUKHI,
    /** Tamil letters. */
    TAMIL,
    /** Telugu letters. */
    TELUGU,
    /** Georgian letters. */
    GEORGIAN,
    /** Armenian letters. */
    ARMENIAN,
    /** Any other letters. */
    OTHER
}
