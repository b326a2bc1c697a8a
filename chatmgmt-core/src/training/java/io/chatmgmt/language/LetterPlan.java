package io.chatmgmt.language;

/**
 * How one model is made.
 *
 * @param script the script of its languages
 * @param bits the table has 2 to the power of this many rows
 * @param words how many different words are drawn for each language
 * @param kept the share of the weights that is kept, the heaviest ones
 */
record LetterPlan(Script script, int bits, int words, double kept) {}
