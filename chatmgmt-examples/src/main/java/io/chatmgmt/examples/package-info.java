/** Small programs that show the library at work, all in one runnable jar. */
@NullMarked
package io.chatmgmt.examples;

import org.jspecify.annotations.NullMarked;
