package io.chatmgmt.policy;

import io.chatmgmt.escalation.EscalationTarget;
import io.chatmgmt.policy.PolicyProblem.Code;
import io.chatmgmt.response.BandRule;
import io.chatmgmt.routing.QueueRule;
import io.chatmgmt.routing.TeamRule;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns plain maps, lists, strings and numbers into records: the opposite of {@link PolicyTree}. What is absent or wrong
 * keeps the value of the record that reading starts from; what is wrong is reported.
 */
final class TreeReader {

    /** What the entries of a map start from; they have no counterpart in the defaults. */
    private static final Map<Class<?>, Record> ENTRIES = Map.of(
            EscalationTarget.class,
            EscalationTarget.DEFAULT,
            BandRule.class,
            BandRule.deliver(),
            QueueRule.class,
            QueueRule.DEFAULT,
            TeamRule.class,
            TeamRule.DEFAULT);

    private final Problems problems;
    private final LeafReader leaves;

    TreeReader(Problems problems) {
        this.problems = problems;
        this.leaves = new LeafReader(problems);
    }

    <R extends Record> R record(Map<?, ?> fields, R start, String path) {
        RecordComponent[] components = start.getClass().getRecordComponents();
        reportUnknown(fields, components, path);
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            String name = components[i].getName();
            Object original = PolicyTree.component(components[i], start);
            values[i] = fields.containsKey(name)
                    ? value(fields.get(name), components[i].getGenericType(), original, Problems.child(path, name))
                            .orElse(original)
                    : original;
        }
        return construct(start, components, values);
    }

    private void reportUnknown(Map<?, ?> fields, RecordComponent[] components, String path) {
        List<String> known =
                Arrays.stream(components).map(RecordComponent::getName).toList();
        for (Object field : fields.keySet()) {
            String name = String.valueOf(field);
            if (!known.contains(name)) {
                problems.add(
                        Problems.child(path, name),
                        Code.UNKNOWN_FIELD,
                        "there is no such setting",
                        Suggestion.hint(name, known));
            }
        }
    }

    private Optional<Object> value(@Nullable Object node, Type type, @Nullable Object start, String path) {
        if (type instanceof ParameterizedType generic) {
            Type[] of = generic.getActualTypeArguments();
            return generic.getRawType() == Map.class ? map(node, of[0], of[1], path) : set(node, of[0], path);
        }
        if (type instanceof Class<?> plain && plain.isRecord()) {
            Record from = start instanceof Record present
                    ? present
                    : Objects.requireNonNull(ENTRIES.get(plain), plain::getName);
            return node instanceof Map<?, ?> fields
                    ? Optional.of(record(fields, from, path))
                    : leaves.wrongType(path, "an object", node);
        }
        return leaves.read(node, (Class<?>) type, path).map(Object.class::cast);
    }

    private Optional<Object> map(@Nullable Object node, Type keyType, Type valueType, String path) {
        if (!(node instanceof Map<?, ?> entries)) {
            return leaves.wrongType(path, "an object", node);
        }
        Map<Object, Object> map = new HashMap<>();
        entries.forEach((name, entry) -> {
            String at = Problems.child(path, name);
            Optional<?> key = leaves.read(String.valueOf(name), (Class<?>) keyType, at);
            Optional<Object> value = value(entry, valueType, null, at);
            key.ifPresent(known -> value.ifPresent(sound -> map.put(known, sound)));
        });
        return Optional.of(map);
    }

    private Optional<Object> set(@Nullable Object node, Type type, String path) {
        if (!(node instanceof Collection<?> elements)) {
            return leaves.wrongType(path, "a list", node);
        }
        Set<Object> set = new HashSet<>();
        int index = 0;
        for (Object element : elements) {
            value(element, type, null, Problems.child(path, index++)).ifPresent(set::add);
        }
        return Optional.of(set);
    }

    private static <R extends Record> R construct(R start, RecordComponent[] components, Object[] values) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            @SuppressWarnings("unchecked") // a record's class is final
            Class<R> type = (Class<R>) start.getClass();
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + start.getClass(), e);
        }
    }
}
