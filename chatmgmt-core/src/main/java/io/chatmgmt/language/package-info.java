/**
 * Reads what people wrote: one pass that folds and tokenises a text, phrases found in it, word lists in twelve
 * languages, and the language that it is in.
 */
@NullMarked
package io.chatmgmt.language;

import org.jspecify.annotations.NullMarked;
