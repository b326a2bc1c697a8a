package io.chatmgmt.policy;

import io.chatmgmt.policy.PolicyChange.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What changes from one policy to another, setting by setting. Not a comparison of texts: order and layout do not count. */
public final class PolicyDiff {

    private final List<PolicyChange> changes = new ArrayList<>();

    private PolicyDiff() {}

    /**
     * Compares two policies. Maps are compared entry by entry, sets element by element.
     *
     * @param before the one policy
     * @param after the other
     * @return the changes in the order of the settings; empty exactly when the policies are equal
     */
    public static List<PolicyChange> between(GovernancePolicy before, GovernancePolicy after) {
        PolicyDiff diff = new PolicyDiff();
        diff.compare("", PolicyDocument.write(before), PolicyDocument.write(after));
        return List.copyOf(diff.changes);
    }

    private void compare(String path, @Nullable Object before, @Nullable Object after) {
        if (before instanceof Map<?, ?> one && after instanceof Map<?, ?> other) {
            entries(path, one, other);
        } else if (before instanceof List<?> one && after instanceof List<?> other) {
            entries(path, elements(one), elements(other));
        } else if (before == null) {
            changes.add(new PolicyChange(path, Kind.ADDED, "", String.valueOf(after)));
        } else if (after == null) {
            changes.add(new PolicyChange(path, Kind.REMOVED, before.toString(), ""));
        } else if (!before.equals(after)) {
            changes.add(new PolicyChange(path, Kind.CHANGED, before.toString(), after.toString()));
        }
    }

    private void entries(String path, Map<?, ?> before, Map<?, ?> after) {
        Map<Object, Object> keys = new LinkedHashMap<>(before);
        keys.putAll(after);
        for (Object key : keys.keySet()) {
            compare(Problems.child(path, key), before.get(key), after.get(key));
        }
    }

    private static Map<Object, Object> elements(List<?> list) {
        Map<Object, Object> elements = new LinkedHashMap<>();
        list.forEach(element -> elements.put(element, element));
        return elements;
    }
}
