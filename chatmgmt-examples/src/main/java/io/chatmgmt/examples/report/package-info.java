/** What a replay adds up to: the decisions line by line, the figures, and a summary like the product's dashboard. */
@NullMarked
package io.chatmgmt.examples.report;

import org.jspecify.annotations.NullMarked;
