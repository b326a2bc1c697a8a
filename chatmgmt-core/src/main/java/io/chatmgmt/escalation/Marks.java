package io.chatmgmt.escalation;

import io.chatmgmt.language.Lexicon;

/** What the built-in {@linkplain PhraseTables#vocabulary vocabulary} says at once of a word, a bit each. */
final class Marks {

    /** It has a {@linkplain WordMeanings meaning}. */
    static final int MEANT = 1;

    /** It is rated as pleasant or unpleasant by {@link Valence}. */
    static final int RATED = 1 << 1;

    /** It strengthens a rated word that it stands before. */
    static final int BOOSTER = 1 << 2;

    /** It weakens a rated word that it stands before. */
    static final int DAMPER = 1 << 3;

    /** "But": what stands behind it counts more than what stands before. */
    static final int TURN = 1 << 4;

    private static final int PURPOSES = 6;

    private Marks() {}

    /** A phrase of a lexicon begins with it. */
    static int begins(Lexicon.Purpose purpose) {
        return 1 << PURPOSES + purpose.ordinal();
    }
}
