/**
 * For test suites that simulate conversation flows: a settable clock and a scenario script. Needs no test framework.
 */
@NullMarked
package io.chatmgmt.testkit;

import org.jspecify.annotations.NullMarked;
