/** Brings the library into a Spring Boot application: auto-configuration, properties and what they wire. */
@NullMarked
package io.chatmgmt.spring;

import org.jspecify.annotations.NullMarked;
