/** The desk: a small support desk as a Spring Boot application, with a customer's window, a pretend AI and the dashboard. */
@NullMarked
package io.chatmgmt.examples.desk;

import org.jspecify.annotations.NullMarked;
