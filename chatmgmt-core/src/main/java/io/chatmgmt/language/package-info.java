/**
 * Reads what people wrote: one pass that folds and tokenises a text, phrases found in it, word lists in twelve
 * languages, and the language that it is in.
 *
 * <p>The built-in language detector goes by the script, then by the letter sequences of the words. The weights of the
 * sequences are resources of this package ({@code *.letters}); they were learned from the frequencies of letter sequences
 * that Lingua 1.2.2 comes with, see {@code NOTICE}. To learn them again run {@code mvn -Ptraining -pl
 * chatmgmt-core,chatmgmt-core/src/training process-classes}, which takes minutes, then {@code mvn verify -Paccuracy}.
 */
@NullMarked
package io.chatmgmt.language;

import org.jspecify.annotations.NullMarked;
