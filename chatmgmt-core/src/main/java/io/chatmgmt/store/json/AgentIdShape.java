package io.chatmgmt.store.json;

import io.chatmgmt.conversation.AgentId;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The id of an agent: a word for one of the tenant at hand, tenant and word for any other. */
final class AgentIdShape extends Shape<AgentId> {

    @Override
    void write(JsonGenerator out, AgentId id, Scope scope) {
        if (id.tenant().equals(scope.tenant())) {
            out.writeString(id.value());
        } else {
            out.writeStartArray();
            out.writeString(id.tenant());
            out.writeString(id.value());
            out.writeEndArray();
        }
    }

    @Override
    AgentId read(JsonParser in, Scope scope) {
        if (in.currentToken() == JsonToken.VALUE_STRING) {
            return new AgentId(scope.tenant(), in.getString());
        }
        in.nextToken();
        String tenant = in.getString();
        in.nextToken();
        String value = in.getString();
        if (in.nextToken() != JsonToken.END_ARRAY) {
            throw new IllegalArgumentException("an id has two parts");
        }
        return new AgentId(tenant, value);
    }
}
