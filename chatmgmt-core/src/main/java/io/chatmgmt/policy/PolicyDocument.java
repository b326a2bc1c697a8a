package io.chatmgmt.policy;

import java.util.Map;

/**
 * A policy as plain maps, lists, strings and numbers: what every format that a policy is written in has in common. Use it
 * to read policies from YAML, a database or a framework's properties; for JSON there is {@code PolicyCodec}. Thread-safe.
 *
 * <p>A document follows the records: {@code escalation} has a {@code lowConfidence}, which has a {@code threshold}.
 * Constants are written by their names, sets as lists, durations in ISO-8601 ({@code PT30S}), and {@code never} where
 * there need not be a limit. What a document leaves out has its default. A map or a set that is given replaces the
 * default one as a whole.
 */
public final class PolicyDocument {

    private PolicyDocument() {}

    /**
     * Reads a policy.
     *
     * @param document the settings that differ from the defaults
     * @return the policy
     * @throws InvalidPolicyException with every problem: unknown settings, wrong types, values out of range
     */
    public static GovernancePolicy read(Map<String, ?> document) {
        Problems problems = new Problems();
        PolicyParts parts = new TreeReader(problems).record(document, PolicyParts.ofDefaults(), "");
        return GovernancePolicy.checked(parts, problems);
    }

    /**
     * Writes a policy with all its settings.
     *
     * @param policy the policy
     * @return maps, lists, strings, {@link Integer}s and {@link Double}s; maps are in the order of the settings, or
     *     sorted
     */
    public static Map<String, Object> write(GovernancePolicy policy) {
        return PolicyTree.ofRecord(policy.parts());
    }
}
