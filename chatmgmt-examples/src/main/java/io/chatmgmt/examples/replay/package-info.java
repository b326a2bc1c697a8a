/** Plays recorded conversations through the front door, as a host application with its agents would. */
@NullMarked
package io.chatmgmt.examples.replay;

import org.jspecify.annotations.NullMarked;
