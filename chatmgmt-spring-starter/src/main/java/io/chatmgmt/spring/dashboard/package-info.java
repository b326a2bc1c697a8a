/** The dashboard: one page over the HTTP API, made of static files, switched off until asked for. */
@NullMarked
package io.chatmgmt.spring.dashboard;

import org.jspecify.annotations.NullMarked;
