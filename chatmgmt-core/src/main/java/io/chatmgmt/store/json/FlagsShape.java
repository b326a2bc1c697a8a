package io.chatmgmt.store.json;

import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.Flags;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Flags: the names of those that are up, and of those that a person took down. */
final class FlagsShape extends Shape<Flags> {

    private static final Shape<Set<Flag>> NAMES = Containers.set(new EnumShape<>(Flag.class));

    @Override
    void write(JsonGenerator out, Flags flags, Scope scope) {
        out.writeStartArray();
        NAMES.write(out, flags.asSet(), scope);
        if (!flags.takenDown().isEmpty()) {
            NAMES.write(out, flags.takenDown(), scope);
        }
        out.writeEndArray();
    }

    @Override
    Flags read(JsonParser in, Scope scope) {
        in.nextToken();
        Set<Flag> up = NAMES.read(in, scope);
        Set<Flag> takenDown = Set.of();
        if (in.nextToken() != JsonToken.END_ARRAY) {
            takenDown = NAMES.read(in, scope);
            in.nextToken();
        }
        return Flags.of(up, takenDown);
    }

    @Override
    Flags usual(Scope scope) {
        return Flags.NONE;
    }
}
