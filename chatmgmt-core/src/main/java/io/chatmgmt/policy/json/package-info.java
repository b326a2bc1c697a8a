/**
 * The policy document as JSON.
 */
@NullMarked
package io.chatmgmt.policy.json;

import org.jspecify.annotations.NullMarked;
