/**
 * The text in which stores keep rows, journals, texts and agents: JSON that later versions can still read.
 */
@NullMarked
package io.chatmgmt.store.json;

import org.jspecify.annotations.NullMarked;
