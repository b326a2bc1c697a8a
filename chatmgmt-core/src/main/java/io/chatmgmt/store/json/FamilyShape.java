package io.chatmgmt.store.json;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A sealed family of records: an object whose first field, {@code @}, names the member. The name is that of the record,
 * behind that of its theme; a record that is renamed must keep being known by its old name.
 */
final class FamilyShape<T> extends Shape<T> {

    static final String NAME = "@";

    private final Class<T> root;
    private final Map<Class<?>, String> names = new HashMap<>();
    private final Map<String, RecordShape<?>> members = new HashMap<>();

    FamilyShape(Class<T> root) {
        this.root = root;
    }

    void add(Class<?> member, RecordShape<?> shape) {
        String name = nameOf(member);
        names.put(member, name);
        if (members.put(name, shape) != null) {
            throw new IllegalStateException("two members of " + root + " are called " + name);
        }
    }

    private String nameOf(Class<?> member) {
        Class<?> theme = member.getEnclosingClass();
        if (theme == null || theme == root) {
            return member.getSimpleName();
        }
        String word = theme.getSimpleName();
        return (word.endsWith("Event") ? word.substring(0, word.length() - "Event".length()) : word) + "."
                + member.getSimpleName();
    }

    @Override
    void write(JsonGenerator out, T value, Scope scope) {
        String name = names.get(value.getClass());
        if (name == null) {
            throw new IllegalStateException(value.getClass() + " is no member of " + root);
        }
        out.writeStartObject();
        out.writeStringProperty(NAME, name);
        writeFields(out, member(name), value, scope);
        out.writeEndObject();
    }

    @SuppressWarnings("unchecked") // the shape of the value's own class
    private static <M> void writeFields(JsonGenerator out, RecordShape<M> shape, Object value, Scope scope) {
        shape.writeFields(out, (M) value, scope, "");
    }

    @Override
    T read(JsonParser in, Scope scope) {
        in.nextToken();
        if (!NAME.equals(in.currentName()) || in.nextToken() != JsonToken.VALUE_STRING) {
            throw new IllegalArgumentException(root.getSimpleName() + " must begin with its name: " + in.currentName());
        }
        return root.cast(member(in.getString()).readFields(in, scope, "", null));
    }

    private RecordShape<?> member(String name) {
        @Nullable RecordShape<?> member = members.get(name);
        if (member == null) {
            throw new IllegalArgumentException("no " + root.getSimpleName() + " is called " + name);
        }
        return member;
    }
}
