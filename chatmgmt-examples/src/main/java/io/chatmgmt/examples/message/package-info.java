/** The commands that look at single messages, one line of JSON each. */
@NullMarked
package io.chatmgmt.examples.message;

import org.jspecify.annotations.NullMarked;
