package io.chatmgmt.policy;

import io.chatmgmt.conversation.TimeLimit;
import io.chatmgmt.routing.Capacity;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Turns records into plain maps, lists, strings and numbers. Records keep the order of their components; maps and sets
 * are sorted, so that equal policies give equal trees.
 */
final class PolicyTree {

    private PolicyTree() {}

    static Map<String, Object> ofRecord(Record value) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            fields.put(component.getName(), of(component(component, value)));
        }
        return fields;
    }

    private static Object of(Object value) {
        if (value instanceof Capacity capacity) {
            return capacity instanceof Capacity.Limit limit ? limit.units() : capacity.toString();
        }
        if (value instanceof Record nested) {
            return ofRecord(nested);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> entries = new TreeMap<>();
            map.forEach((key, entry) -> entries.put(text(key), of(entry)));
            return entries;
        }
        if (value instanceof Set<?> set) {
            return set.stream().map(PolicyTree::text).sorted().toList();
        }
        return value instanceof Integer || value instanceof Double ? value : text(value);
    }

    private static String text(Object value) {
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof String || value instanceof Duration || value instanceof TimeLimit) {
            return value.toString();
        }
        throw new IllegalStateException("no place in a policy document for a " + value.getClass());
    }

    static Object component(RecordComponent component, Record owner) {
        try {
            return component.getAccessor().invoke(owner);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }
}
