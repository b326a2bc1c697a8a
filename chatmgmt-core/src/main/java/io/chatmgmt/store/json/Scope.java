package io.chatmgmt.store.json;

import io.chatmgmt.conversation.ConversationId;
import org.jspecify.annotations.Nullable;

/**
 * Where a value stands: ids that repeat the place are left out. Immutable.
 *
 * @param tenant whose the value is
 * @param conversation the conversation that it belongs to, null for an agent
 */
record Scope(String tenant, @Nullable ConversationId conversation) {

    static Scope of(ConversationId conversation) {
        return new Scope(conversation.tenant(), conversation);
    }
}
