/**
 * What may be said: the gate that every AI answer passes, its bands, holds and fallbacks.
 */
@NullMarked
package io.chatmgmt.response;

import org.jspecify.annotations.NullMarked;
