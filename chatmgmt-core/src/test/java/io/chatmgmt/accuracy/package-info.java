/** How often the detectors are right, on sets of real messages beside the repository; run by {@code mvn -Paccuracy}. */
@NullMarked
package io.chatmgmt.accuracy;

import org.jspecify.annotations.NullMarked;
