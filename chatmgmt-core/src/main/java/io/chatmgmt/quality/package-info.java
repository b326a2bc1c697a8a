/**
 * How good conversations are: the automated score of an episode, and the scorecards of people who review it.
 */
@NullMarked
package io.chatmgmt.quality;

import org.jspecify.annotations.NullMarked;
