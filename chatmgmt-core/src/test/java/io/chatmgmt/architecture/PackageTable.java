package io.chatmgmt.architecture;

import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which package of the core may use which. A package that is not in the table belongs to its parent that is; one that
 * has no such parent has no place yet and is refused.
 */
final class PackageTable extends ArchCondition<JavaClass> {

    private static final String ROOT = "io.chatmgmt.";

    private static final Set<String> VOCABULARY = Set.of("conversation");
    private static final Set<String> WORDS = Set.of("conversation", "language");
    private static final Set<String> POLICY_PARTS = and(WORDS, "escalation", "response", "routing", "quality");
    private static final Set<String> POLICY = and(POLICY_PARTS, "policy");
    /** What a store keeps: conversations, the agents that routing knows, and what has been counted. */
    private static final Set<String> KEPT = and(VOCABULARY, "routing", "metrics");

    private static final Set<String> STORED = and(KEPT, "store");
    private static final Set<String> FRONT_DOOR =
            and(POLICY, "access", "lifecycle", "metrics", "store", "store.memory", "store.cache");

    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            entry("conversation", Set.of()),
            entry("access", VOCABULARY),
            entry("language", VOCABULARY),
            entry("escalation", WORDS),
            entry("response", WORDS),
            entry("routing", VOCABULARY),
            entry("quality", WORDS),
            entry("policy", POLICY_PARTS),
            entry("policy.json", POLICY),
            entry("lifecycle", POLICY),
            entry("metrics", VOCABULARY),
            entry("store", KEPT),
            entry("store.memory", STORED),
            entry("store.jdbc", and(STORED, "store.json")),
            entry("store.cache", STORED),
            entry("store.json", STORED),
            entry("governance", FRONT_DOOR),
            entry("testkit", and(FRONT_DOOR, "governance")));

    PackageTable() {
        super("use only the packages that the design allows");
    }

    @Override
    public void check(JavaClass user, ConditionEvents events) {
        Optional<String> from = entryOf(user);
        if (from.isEmpty()) {
            events.add(SimpleConditionEvent.violated(user, user.getName() + " is in no package of the table"));
            return;
        }
        for (Dependency dependency : user.getDirectDependenciesFromSelf()) {
            JavaClass used = dependency.getTargetClass().getBaseComponentType();
            if (used.getName().startsWith(ROOT) && !mayUse(from.get(), used)) {
                events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
            }
        }
    }

    private static boolean mayUse(String from, JavaClass used) {
        return entryOf(used)
                .map(to -> to.equals(from) || MAY_USE.get(from).contains(to))
                .orElse(false);
    }

    private static Optional<String> entryOf(JavaClass type) {
        String name = (type.getPackageName() + ".").substring(ROOT.length());
        return MAY_USE.keySet().stream()
                .filter(each -> name.startsWith(each + "."))
                .max(Comparator.comparingInt(String::length));
    }

    private static Set<String> and(Set<String> some, String... more) {
        Set<String> all = new HashSet<>(some);
        all.addAll(Arrays.asList(more));
        return Set.copyOf(all);
    }
}
