package io.chatmgmt.store.json;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Confidence;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Flags;
import io.chatmgmt.conversation.QuestionPrint;
import io.chatmgmt.store.json.RecordShape.Nullness;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the shapes of all types that a store keeps, by looking at the types: a record, an enum or a member of a sealed
 * family that is added tomorrow is written and read without a line here. Not thread-safe; what it finds is.
 */
final class Shapes {

    private static final MethodHandles.Lookup LOOKUP = MethodHandles.publicLookup();

    private final Map<Class<?>, Shape<?>> known = new HashMap<>(Map.of(
            ConversationId.class, new ConversationIdShape(),
            AgentId.class, new AgentIdShape(),
            Confidence.class, new ConfidenceShape(),
            Flags.class, new FlagsShape(),
            QuestionPrint.class, new QuestionPrintShape()));

    /** The shape of a record. */
    <T> RecordShape<T> record(Class<T> type) {
        @SuppressWarnings("unchecked") // kept under the class that it is for
        RecordShape<T> shape = (RecordShape<T>) of(type);
        return shape;
    }

    Shape<?> of(Class<?> type) {
        Shape<?> shape = Scalars.of(type);
        if (shape == null) {
            shape = known.get(type);
        }
        return shape == null ? find(type) : shape;
    }

    private Shape<?> find(Class<?> type) {
        if (type.isEnum()) {
            return keep(type, enumeration(type));
        }
        if (type.isSealed()) {
            FamilyShape<?> family = keep(type, new FamilyShape<>(type));
            members(type).forEach(member -> family.add(member, record(member)));
            return family;
        }
        Constructor<?> constructor = type.isRecord() ? canonical(type) : onlyConstructor(type);
        RecordShape<?> shape = keep(type, new RecordShape<>(type, constructor(constructor)));
        shape.consistOf(type.isRecord() ? components(type) : parameters(type, constructor));
        return shape;
    }

    private <S extends Shape<?>> S keep(Class<?> type, S shape) {
        known.put(type, shape);
        return shape;
    }

    private static List<Class<?>> members(Class<?> family) {
        List<Class<?>> members = new ArrayList<>();
        for (Class<?> each : family.getPermittedSubclasses()) {
            if (each.isSealed()) {
                members.addAll(members(each));
            } else {
                members.add(each);
            }
        }
        return members;
    }

    private List<RecordShape.Component> components(Class<?> type) {
        List<RecordShape.Component> components = new ArrayList<>();
        for (RecordComponent each : type.getRecordComponents()) {
            components.add(component(each.getName(), each.getAccessor(), each.getAnnotatedType()));
        }
        return components;
    }

    /** A class made like a record, with a constructor that takes what its methods of the same names give. */
    private List<RecordShape.Component> parameters(Class<?> type, Constructor<?> constructor) {
        List<RecordShape.Component> components = new ArrayList<>();
        AnnotatedType[] types = constructor.getAnnotatedParameterTypes();
        Parameter[] parameters = constructor.getParameters();
        for (int i = 0; i < parameters.length; i++) {
            String name = parameters[i].getName();
            try {
                components.add(component(name, type.getMethod(name), types[i]));
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(type + " does not tell its " + name, e);
            }
        }
        return components;
    }

    private RecordShape.Component component(String name, Method accessor, AnnotatedType type) {
        @SuppressWarnings("unchecked") // it is only given what the accessor gives
        Shape<Object> shape = (Shape<Object>) of(type);
        Nullness nullness = type.isAnnotationPresent(Nullable.class) ? Nullness.USUALLY : Nullness.NEVER;
        try {
            MethodHandle handle = LOOKUP.unreflect(accessor);
            if (accessor.getReturnType() == Optional.class) {
                MethodHandle unwrap =
                        LOOKUP.findVirtual(Optional.class, "orElse", MethodType.methodType(Object.class, Object.class));
                handle = MethodHandles.filterReturnValue(
                        handle, MethodHandles.insertArguments(unwrap, 1, (@Nullable Object) null));
            }
            return new RecordShape.Component(name, handle.asType(MethodType.genericMethodType(1)), shape, nullness);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + accessor, e);
        }
    }

    private Shape<?> of(AnnotatedType type) {
        if (!(type instanceof AnnotatedParameterizedType generic)) {
            return of((Class<?>) type.getType());
        }
        AnnotatedType[] arguments = generic.getAnnotatedActualTypeArguments();
        Shape<?> last = of(arguments[arguments.length - 1]);
        Class<?> container = (Class<?>) ((ParameterizedType) type.getType()).getRawType();
        if (container == List.class) {
            return Containers.list(last);
        }
        if (container == Set.class) {
            return Containers.set(last);
        }
        if (container == Map.class) {
            Class<?> key = (Class<?>) arguments[0].getType();
            return key.isEnum() ? enumMap(key, last) : Containers.map(last);
        }
        throw new IllegalStateException("no shape for " + type);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the class is that of an enum
    private static Shape<?> enumeration(Class<?> type) {
        return new EnumShape(type);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the class is that of an enum
    private static Shape<?> enumMap(Class<?> key, Shape<?> values) {
        return Containers.map((Class) key, values);
    }

    private static Constructor<?> canonical(Class<?> type) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Constructor<?> onlyConstructor(Class<?> type) {
        Constructor<?>[] constructors = type.getConstructors();
        if (constructors.length != 1) {
            throw new IllegalStateException("no shape for " + type);
        }
        return constructors[0];
    }

    private static MethodHandle constructor(Constructor<?> constructor) {
        try {
            int count = constructor.getParameterCount();
            return LOOKUP.unreflectConstructor(constructor)
                    .asType(MethodType.genericMethodType(count))
                    .asSpreader(Object[].class, count);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("cannot make " + constructor.getDeclaringClass(), e);
        }
    }
}
