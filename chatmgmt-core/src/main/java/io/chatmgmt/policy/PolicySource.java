package io.chatmgmt.policy;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * Where the policy of a decision comes from. Asked once for every decision, on the caller's thread: an implementation
 * answers at once, never with null, must be thread-safe, and must return the same policy for the same tenant and instant
 * on every node, or nodes decide differently.
 */
@FunctionalInterface
public interface PolicySource {

    /**
     * The policy that holds for a tenant.
     *
     * @param tenant whose conversation it is
     * @param now when the decision is made
     * @return the policy
     */
    GovernancePolicy policyFor(String tenant, Instant now);

    /**
     * One policy for everybody, for good.
     *
     * @param policy the policy
     * @return the source
     */
    static PolicySource fixed(GovernancePolicy policy) {
        Objects.requireNonNull(policy, "policy");
        return (tenant, now) -> policy;
    }

    /**
     * A source for each tenant.
     *
     * @param tenants the sources by tenant; copied
     * @param fallback for all other tenants
     * @return the source
     */
    static PolicySource perTenant(Map<String, ? extends PolicySource> tenants, PolicySource fallback) {
        Map<String, PolicySource> sources = Map.copyOf(tenants);
        Objects.requireNonNull(fallback, "fallback");
        return (tenant, now) -> sources.getOrDefault(tenant, fallback).policyFor(tenant, now);
    }
}
