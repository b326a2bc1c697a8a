/**
 * Runs the detectors over the data sets beside the repository, prints what share of them they get right, and holds floors
 * just below it. Skipped, with a line that says so, where the data is not there.
 */
@NullMarked
package io.chatmgmt.accuracy;

import org.jspecify.annotations.NullMarked;
