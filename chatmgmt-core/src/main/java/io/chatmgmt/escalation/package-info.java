/** Hears when a conversation needs a person, and decides that it does. */
@NullMarked
package io.chatmgmt.escalation;

import org.jspecify.annotations.NullMarked;
