/**
 * The library in a Spring Boot application: auto-configuration of the front door, its properties, its sweep and its events.
 */
@NullMarked
package io.chatmgmt.spring;

import org.jspecify.annotations.NullMarked;
