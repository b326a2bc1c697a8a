package io.chatmgmt.store.json;

import io.chatmgmt.conversation.ConversationId;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The id of a conversation: tenant and value; usually that of the conversation at hand. */
final class ConversationIdShape extends Shape<ConversationId> {

    @Override
    void write(JsonGenerator out, ConversationId id, Scope scope) {
        out.writeStartArray();
        out.writeString(id.tenant());
        out.writeString(id.value());
        out.writeEndArray();
    }

    @Override
    ConversationId read(JsonParser in, Scope scope) {
        in.nextToken();
        String tenant = in.getString();
        in.nextToken();
        String value = in.getString();
        if (in.nextToken() != JsonToken.END_ARRAY) {
            throw new IllegalArgumentException("an id has two parts");
        }
        return new ConversationId(tenant, value);
    }

    @Override
    @Nullable
    ConversationId usual(Scope scope) {
        return scope.conversation();
    }
}
