package io.chatmgmt.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.routing.TeamRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every single setting counts for the version. */
class PolicyVersionTest {

    private static final List<Object> OTHER_VALUES = List.of(
            "SHADOW",
            "nl",
            "Acme",
            "OFF",
            "ESCALATE",
            "SEND",
            "PT7M",
            "INVITE",
            "DIRECT",
            "L3",
            "URGENT",
            "LOW",
            "REGULAR",
            "sales",
            "FRIENDLY",
            "LEAST_LOADED",
            "ROUND_ROBIN",
            "DENY",
            "HOLD",
            "DELIVER",
            "LOW_CONFIDENCE",
            "MANUAL",
            "general",
            "PT1S",
            "QUEUE",
            "KEEP",
            "DECLINE",
            "CLOSED",
            "REQUIRED",
            "PULL",
            "AUTOMATIC",
            "unlimited",
            "HUMAN",
            "x");

    private final GovernancePolicy defaults = GovernancePolicy.builder()
            .response(r -> r.hold("a"))
            .escalation(e -> e.disable("A"))
            .wording(w -> w.text("nl", "FALLBACK", "Even geduld."))
            .routing(r -> r.rule("sales", q -> q.overflow("billing")).team("north", TeamRule.DEFAULT))
            .build();

    @TestFactory
    Stream<DynamicTest> another_value_is_another_version() {
        List<List<Object>> paths = new ArrayList<>();
        leaves(PolicyDocument.write(defaults), List.of(), paths);
        assertThat(paths).hasSizeGreaterThan(80);
        return paths.stream()
                .map(path -> DynamicTest.dynamicTest(path.toString(), () -> {
                    GovernancePolicy changed = changed(path).orElseThrow();
                    assertThat(changed).isNotEqualTo(defaults);
                    assertThat(changed.version()).isNotEqualTo(defaults.version());
                    assertThat(PolicyDiff.between(defaults, changed)).isNotEmpty();
                }));
    }

    private Optional<GovernancePolicy> changed(List<Object> path) {
        return candidates(path)
                .flatMap(value -> {
                    try {
                        return Stream.of(PolicyDocument.read(with(PolicyDocument.write(defaults), path, value)));
                    } catch (InvalidPolicyException e) {
                        return Stream.empty();
                    }
                })
                .filter(policy -> !policy.equals(defaults))
                .findFirst();
    }

    private Stream<Object> candidates(List<Object> path) {
        Object value = PolicyDocument.write(defaults);
        for (Object key : path) {
            value = value instanceof Map<?, ?> map ? map.get(key) : ((List<?>) value).get((Integer) key);
        }
        return value instanceof Double number
                ? Stream.of(number == 0 ? 1e-300 : Math.nextDown(number))
                : value instanceof Integer number ? Stream.of(number + 1) : OTHER_VALUES.stream();
    }

    private static void leaves(Object node, List<Object> path, List<List<Object>> found) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> leaves(value, child(path, key), found));
        } else if (node instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                leaves(list.get(i), child(path, i), found);
            }
        } else {
            found.add(path);
        }
    }

    private static List<Object> child(List<Object> path, Object key) {
        List<Object> child = new ArrayList<>(path);
        child.add(key);
        return child;
    }

    private static Map<String, Object> with(Map<?, ?> tree, List<Object> path, Object value) {
        Map<String, Object> copy = new LinkedHashMap<>();
        tree.forEach(
                (key, node) -> copy.put((String) key, key.equals(path.get(0)) ? replaced(node, path, value) : node));
        return copy;
    }

    private static Object replaced(Object node, List<Object> path, Object value) {
        List<Object> rest = path.subList(1, path.size());
        if (rest.isEmpty()) {
            return value;
        }
        return node instanceof Map<?, ?> map ? with(map, rest, value) : List.of(value);
    }
}
