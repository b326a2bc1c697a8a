/**
 * Who may do what: roles, permissions, and deny by default.
 */
@NullMarked
package io.chatmgmt.access;

import org.jspecify.annotations.NullMarked;
