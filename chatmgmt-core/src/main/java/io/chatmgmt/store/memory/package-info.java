/**
 * A store that keeps everything in memory, with the guarantees of one that does not.
 */
@NullMarked
package io.chatmgmt.store.memory;

import org.jspecify.annotations.NullMarked;
