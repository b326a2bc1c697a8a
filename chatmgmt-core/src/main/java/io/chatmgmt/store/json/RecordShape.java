package io.chatmgmt.store.json;

import java.lang.invoke.MethodHandle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A record, or a class made like one: an object with a field for each component that does not have its usual value.
 * Fields that this version does not know are passed over.
 */
final class RecordShape<T> extends Shape<T> {

    /** One component: its name, how it is read off a value, and how it looks. */
    record Component(String name, MethodHandle accessor, Shape<Object> shape, Nullness nullness) {

        @Nullable
        Object of(Object value) {
            try {
                return (@Nullable Object) accessor.invokeExact(value);
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException("cannot read " + name, e);
            }
        }

        boolean isUsual(@Nullable Object part, Scope scope) {
            return part == null || nullness == Nullness.NEVER && shape.isUsual(part, scope);
        }

        /** What it is when it was left out; null also when it must not be. */
        @Nullable
        Object usual(Scope scope) {
            return nullness == Nullness.NEVER ? shape.usual(scope) : null;
        }

        boolean lacks(@Nullable Object part) {
            return part == null && nullness == Nullness.NEVER;
        }
    }

    /** Whether a component may be null; it is usually, then. */
    enum Nullness {
        NEVER,
        USUALLY
    }

    private final Class<T> type;
    private final MethodHandle constructor;
    private final Map<String, Integer> places = new HashMap<>();
    private Component[] components = {};

    /**
     * A shape without components yet, because they may refer to it.
     *
     * @param constructor takes all components in one array
     */
    RecordShape(Class<T> type, MethodHandle constructor) {
        this.type = type;
        this.constructor = constructor;
    }

    void consistOf(List<Component> components) {
        this.components = components.toArray(Component[]::new);
        for (int i = 0; i < this.components.length; i++) {
            places.put(this.components[i].name(), i);
        }
    }

    /** The same without a component, which is kept elsewhere and handed in when a value is read. */
    Part<T> without(String component) {
        return new Part<>(this, component);
    }

    @Override
    void write(JsonGenerator out, T value, Scope scope) {
        out.writeStartObject();
        writeFields(out, value, scope, "");
        out.writeEndObject();
    }

    /** Writes the fields into an object that has been begun. */
    void writeFields(JsonGenerator out, T value, Scope scope, String except) {
        for (Component component : components) {
            Object part = component.of(value);
            if (part != null
                    && !component.isUsual(part, scope)
                    && !component.name().equals(except)) {
                out.writeName(component.name());
                component.shape().write(out, part, scope);
            }
        }
    }

    @Override
    T read(JsonParser in, Scope scope) {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException(type.getSimpleName() + " must be an object: " + in.currentToken());
        }
        return readFields(in, scope, "", null);
    }

    /** Reads the fields of an object up to its end; the next token is a field's name or the end. */
    T readFields(JsonParser in, Scope scope, String given, @Nullable Object value) {
        @Nullable Object[] parts = new @Nullable Object[components.length];
        while (in.nextToken() != JsonToken.END_OBJECT) {
            Integer place = places.get(in.currentName());
            boolean isNull = in.nextToken() == JsonToken.VALUE_NULL;
            if (place == null) {
                in.skipChildren();
            } else if (!isNull) {
                parts[place] = components[place].shape().read(in, scope);
            }
        }
        for (int i = 0; i < parts.length; i++) {
            if (components[i].name().equals(given)) {
                parts[i] = value;
            } else if (parts[i] == null) {
                parts[i] = components[i].usual(scope);
                if (components[i].lacks(parts[i])) {
                    throw new IllegalArgumentException(type.getSimpleName() + " lacks " + components[i].name());
                }
            }
        }
        return make(parts);
    }

    @Override
    @Nullable
    T usual(Scope scope) {
        @Nullable Object[] parts = new @Nullable Object[components.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = components[i].usual(scope);
            if (components[i].lacks(parts[i])) {
                return null;
            }
        }
        return make(parts);
    }

    @Override
    boolean isUsual(T value, Scope scope) {
        for (Component component : components) {
            if (!component.isUsual(component.of(value), scope)) {
                return false;
            }
        }
        return true;
    }

    private T make(@Nullable Object[] parts) {
        try {
            return type.cast((Object) constructor.invokeExact(parts));
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("cannot make " + type, e);
        }
    }

    /** A record but for one component. */
    record Part<T>(RecordShape<T> shape, String component) {

        void writeFields(JsonGenerator out, T value, Scope scope) {
            shape.writeFields(out, value, scope, component);
        }

        T readFields(JsonParser in, Scope scope, Object value) {
            return shape.readFields(in, scope, component, value);
        }
    }
}
