/** Recorded conversations: the format of the input, how it is read, and what is wrong with it when it is wrong. */
@NullMarked
package io.chatmgmt.examples.recording;

import org.jspecify.annotations.NullMarked;
