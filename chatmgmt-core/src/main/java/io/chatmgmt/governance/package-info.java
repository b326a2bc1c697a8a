/**
 * The front door: takes what happens, lets the lifecycle decide, commits, and tells the world.
 */
@NullMarked
package io.chatmgmt.governance;

import org.jspecify.annotations.NullMarked;
