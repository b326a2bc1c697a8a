package io.chatmgmt.policy;

import io.chatmgmt.policy.PolicyProblem.Code;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers what is wrong with a policy. */
final class Problems {

    private final List<PolicyProblem> found = new ArrayList<>();

    static String child(String path, Object key) {
        return path + "/" + String.valueOf(key).replace("~", "~0").replace("/", "~1");
    }

    void add(String path, Code code, String message, String hint) {
        found.add(new PolicyProblem(path, code, message, hint));
    }

    /** Whether a part was read as it was written; if not, a default stands in for it and proves nothing. */
    boolean isSound(String path) {
        return found.stream().noneMatch(problem -> isWithin(problem.path(), path) || isWithin(path, problem.path()));
    }

    private static boolean isWithin(String path, String outer) {
        return path.startsWith(outer) && (path.length() == outer.length() || path.charAt(outer.length()) == '/');
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            // Maps and sets are checked in no particular order; people want the same list twice.
            found.sort(Comparator.comparing(PolicyProblem::path).thenComparing(PolicyProblem::code));
            throw new InvalidPolicyException(found, null);
        }
    }
}
