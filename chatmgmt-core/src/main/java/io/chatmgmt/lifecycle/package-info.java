/**
 * The pure core: what each input causes, as a function of the conversation, the policy and the moment.
 */
@NullMarked
package io.chatmgmt.lifecycle;

import org.jspecify.annotations.NullMarked;
