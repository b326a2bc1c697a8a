/**
 * Keeps rows that were committed a moment ago close at hand, in front of a store that is far away.
 */
@NullMarked
package io.chatmgmt.store.cache;

import org.jspecify.annotations.NullMarked;
