/**
 * The policy document: everything that a host can decide about its governance, validated, hashed and versioned.
 */
@NullMarked
package io.chatmgmt.policy;

import org.jspecify.annotations.NullMarked;
