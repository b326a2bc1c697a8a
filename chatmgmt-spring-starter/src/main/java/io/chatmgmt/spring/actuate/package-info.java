/**
 * What operators see of the front door: meters, health and an endpoint, where the application has Spring Boot's actuator.
 */
@NullMarked
package io.chatmgmt.spring.actuate;

import org.jspecify.annotations.NullMarked;
