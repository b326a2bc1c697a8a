/**
 * Where conversations are kept: what a store has to do, and what it answers.
 */
@NullMarked
package io.chatmgmt.store;

import org.jspecify.annotations.NullMarked;
