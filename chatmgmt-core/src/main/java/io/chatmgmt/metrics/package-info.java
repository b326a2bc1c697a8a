/**
 * What conversations add up to: one definition for each figure, rollups that every figure is computed from, and the
 * tables, series and reports that show them.
 */
@NullMarked
package io.chatmgmt.metrics;

import org.jspecify.annotations.NullMarked;
