/** The front door over HTTP, for dashboards and desks: what is going on as JSON, commands of people, and a live feed. */
@NullMarked
package io.chatmgmt.spring.web;

import org.jspecify.annotations.NullMarked;
