package io.chatmgmt.policy;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which policy holds when: policies take effect at an instant, in the past or the future, and can be taken back. Keeps
 * every policy that it was given, so that what was decided under one can still be explained by it. Lives in memory: a host
 * with several nodes activates on each of them. Thread-safe.
 */
public final class PolicySchedule implements PolicySource {

    /**
     * A policy and when it takes effect. Immutable.
     *
     * @param from from when on it holds, until the next one does; {@link Instant#MIN} for the first
     * @param policy the policy
     */
    public record Activation(Instant from, GovernancePolicy policy) {

        /** Checks for nulls. */
        public Activation {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(policy, "policy");
        }
    }

    private volatile Timeline timeline;

    private PolicySchedule(Timeline timeline) {
        this.timeline = timeline;
    }

    /**
     * A schedule with one policy that has always held.
     *
     * @param policy the policy
     * @return the schedule
     */
    public static PolicySchedule of(GovernancePolicy policy) {
        return new PolicySchedule(Timeline.of(policy));
    }

    /**
     * Lets a policy take effect. It holds until the next one does; of two that begin at the same instant, the one that was
     * activated later holds.
     *
     * @param policy the policy
     * @param from from when on
     */
    public synchronized void activate(GovernancePolicy policy, Instant from) {
        timeline = timeline.with(policy, from);
    }

    /**
     * Takes back the policy that holds: the one before it holds again from now on. Doing so again goes further back, not
     * forth. Policies that are due to begin later still will.
     *
     * @param now from when on
     * @return the policy that holds now; empty, and nothing changes, when there was none before
     */
    public synchronized Optional<GovernancePolicy> rollback(Instant now) {
        Optional<Timeline> rolledBack = timeline.rolledBack(now);
        rolledBack.ifPresent(next -> timeline = next);
        return rolledBack.map(next -> next.at(now));
    }

    /**
     * The policy that holds at an instant.
     *
     * @param now the instant
     * @return the policy
     */
    public GovernancePolicy at(Instant now) {
        return timeline.at(now);
    }

    /** The policy that holds at an instant, the same for every tenant. */
    @Override
    public GovernancePolicy policyFor(String tenant, Instant now) {
        return at(now);
    }

    /**
     * A policy that holds, held or will hold.
     *
     * @param version its {@link GovernancePolicy#version()}
     * @return empty when this schedule never knew it
     */
    public Optional<GovernancePolicy> find(String version) {
        return activations().stream()
                .map(Activation::policy)
                .filter(policy -> policy.version().equals(version))
                .findFirst();
    }

    /**
     * The versions of all policies that hold, held or will hold.
     *
     * @return each once, in the order in which they first take effect
     */
    public List<String> versions() {
        return activations().stream()
                .map(activation -> activation.policy().version())
                .distinct()
                .toList();
    }

    /**
     * What takes effect when, rollbacks included.
     *
     * @return the activations in the order in which they take effect
     */
    public List<Activation> activations() {
        return timeline.activations();
    }
}
