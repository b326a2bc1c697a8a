/**
 * The vocabulary: what a conversation is, what happens to it, and why; plain immutable data that every other package
 * speaks.
 */
@NullMarked
package io.chatmgmt.conversation;

import org.jspecify.annotations.NullMarked;
