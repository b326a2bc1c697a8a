package io.chatmgmt.store.json;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

/** The constants of an enum, by name. They are never left out: which one would be the usual one could change. */
final class EnumShape<E extends Enum<E>> extends Shape<E> {

    private final Class<E> type;
    private final Map<String, E> constants = new HashMap<>();

    EnumShape(Class<E> type) {
        this.type = type;
        for (E constant : type.getEnumConstants()) {
            constants.put(constant.name(), constant);
        }
    }

    @Override
    void write(JsonGenerator out, E value, Scope scope) {
        out.writeString(value.name());
    }

    @Override
    E read(JsonParser in, Scope scope) {
        @Nullable E value = constants.get(in.getString());
        if (value == null) {
            throw new IllegalArgumentException("no " + type.getSimpleName() + " is called " + in.getString());
        }
        return value;
    }
}
