package io.chatmgmt.spring.web;

import io.chatmgmt.access.Caller;
import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.ConversationId;

/** Ids as they stand in requests, always of the caller's own tenant: those of others cannot be named. */
final class Ids {

    private Ids() {}

    static ConversationId conversation(Caller caller, String value) {
        try {
            return new ConversationId(caller.tenant(), value);
        } catch (IllegalArgumentException e) {
            throw InvalidRequestException.of("id", "must be 1 to 128 characters");
        }
    }

    static AgentId agent(Caller caller, String value) {
        try {
            return new AgentId(caller.tenant(), value);
        } catch (IllegalArgumentException e) {
            throw InvalidRequestException.of("agent", "must be 1 to 128 characters");
        }
    }
}
