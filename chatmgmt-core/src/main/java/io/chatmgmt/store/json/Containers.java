package io.chatmgmt.store.json;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Lists, sets and maps; what has no order of its own is sorted, so that the same value is always the same text. */
final class Containers {

    private Containers() {}

    static <E> Shape<List<E>> list(Shape<E> elements) {
        return sequence(elements, list -> list, List::copyOf);
    }

    static <E> Shape<Set<E>> set(Shape<E> elements) {
        return sequence(elements, set -> set.stream().sorted().toList(), Set::copyOf);
    }

    private static <C extends Collection<E>, E> Shape<C> sequence(
            Shape<E> elements, Function<C, List<E>> inOrder, Function<List<E>, C> collect) {
        return new Shape<>() {
            @Override
            void write(JsonGenerator out, C values, Scope scope) {
                out.writeStartArray();
                for (E value : inOrder.apply(values)) {
                    elements.write(out, value, scope);
                }
                out.writeEndArray();
            }

            @Override
            C read(JsonParser in, Scope scope) {
                List<E> values = new ArrayList<>();
                while (in.nextToken() != JsonToken.END_ARRAY) {
                    values.add(elements.read(in, scope));
                }
                return collect.apply(values);
            }

            @Override
            C usual(Scope scope) {
                return collect.apply(List.of());
            }

            @Override
            boolean isUsual(C values, Scope scope) {
                return values.isEmpty();
            }
        };
    }

    static <V> Shape<Map<String, V>> map(Shape<V> values) {
        return new Shape<>() {
            @Override
            void write(JsonGenerator out, Map<String, V> map, Scope scope) {
                out.writeStartObject();
                new TreeMap<>(map).forEach((key, value) -> {
                    out.writeName(key);
                    values.write(out, value, scope);
                });
                out.writeEndObject();
            }

            @Override
            Map<String, V> read(JsonParser in, Scope scope) {
                Map<String, V> map = new LinkedHashMap<>();
                while (in.nextToken() != JsonToken.END_OBJECT) {
                    String key = in.currentName();
                    in.nextToken();
                    map.put(key, values.read(in, scope));
                }
                return Map.copyOf(map);
            }

            @Override
            Map<String, V> usual(Scope scope) {
                return Map.of();
            }

            @Override
            boolean isUsual(Map<String, V> map, Scope scope) {
                return map.isEmpty();
            }
        };
    }

    /** Maps whose keys are the constants of an enum. */
    static <K extends Enum<K>, V> Shape<Map<K, V>> map(Class<K> keys, Shape<V> values) {
        Shape<Map<String, V>> byName = map(values);
        return new Shape<>() {
            @Override
            void write(JsonGenerator out, Map<K, V> map, Scope scope) {
                byName.write(
                        out,
                        map.entrySet().stream()
                                .collect(Collectors.toMap(e -> e.getKey().name(), Map.Entry::getValue)),
                        scope);
            }

            @Override
            Map<K, V> read(JsonParser in, Scope scope) {
                return byName.read(in, scope).entrySet().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(e -> Enum.valueOf(keys, e.getKey()), Map.Entry::getValue));
            }

            @Override
            Map<K, V> usual(Scope scope) {
                return Map.of();
            }

            @Override
            boolean isUsual(Map<K, V> map, Scope scope) {
                return map.isEmpty();
            }
        };
    }
}
