/**
 * Who takes it: agents and their capacity, the order of the queue, and how the next agent is chosen.
 */
@NullMarked
package io.chatmgmt.routing;

import org.jspecify.annotations.NullMarked;
