package io.chatmgmt.spring;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * What the environment says about the front door. Immutable; checked when the application starts.
 *
 * @param enabled Whether the front door is configured at all.
 * @param policy Policy that decides.
 * @param sweep Work that time causes.
 * @param memory Store in memory, used when there is no other.
 */
@ConfigurationProperties("chatmgmt")
public record ChatGovernanceProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue Policy policy,
        @DefaultValue Sweep sweep,
        @DefaultValue Memory memory) {

    /**
     * Where the policy comes from.
     *
     * @param location Location of the policy as JSON; the library's defaults when absent.
     * @param reload Whether the policy is read again when it has changed; a bad one is refused and the old one stays.
     * @param reloadInterval Time between two looks at the policy's location.
     */
    public record Policy(
            @Nullable Resource location,
            @DefaultValue("false") boolean reload,
            @DefaultValue("10s") Duration reloadInterval) {

        /** Checks the interval. */
        public Policy {
            positive(reloadInterval, "chatmgmt.policy.reload-interval");
        }
    }

    /**
     * How time acts.
     *
     * @param enabled Whether the starter sweeps; switch it off where the application calls sweep itself.
     * @param limit Number of conversations that one sweep settles at most.
     * @param maxPause Longest time between two sweeps when nothing is known to be due.
     */
    public record Sweep(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("500") int limit,
            @DefaultValue("30s") Duration maxPause) {

        /** Checks the numbers. */
        public Sweep {
            atLeastOne(limit, "chatmgmt.sweep.limit");
            positive(maxPause, "chatmgmt.sweep.max-pause");
            if (maxPause.compareTo(Duration.ofMinutes(1)) > 0) {
                throw new IllegalArgumentException("chatmgmt.sweep.max-pause must be at most 1m: " + maxPause);
            }
        }
    }

    /**
     * The store in memory.
     *
     * @param maxConversations Number of conversations that it holds at most; the oldest resolved ones go first.
     */
    public record Memory(@DefaultValue("1000000") long maxConversations) {

        /** Checks the number. */
        public Memory {
            atLeastOne(maxConversations, "chatmgmt.memory.max-conversations");
        }
    }

    private static void atLeastOne(long value, String name) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1: " + value);
        }
    }

    private static void positive(Duration value, String name) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(name + " must be positive: " + value);
        }
    }
}
