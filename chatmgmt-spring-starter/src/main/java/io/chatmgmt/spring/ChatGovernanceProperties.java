package io.chatmgmt.spring;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;
import org.springframework.util.unit.DataSize;

/**
 * What the environment says about the front door. Immutable; checked when the application starts.
 *
 * @param enabled Whether the front door is configured at all.
 * @param policy Policy that decides.
 * @param sweep Work that time causes.
 * @param memory Store in memory, used when there is no other.
 * @param jdbc Store in the application's database, used when there is a data source.
 * @param web Front door over HTTP.
 */
@ConfigurationProperties("chatmgmt")
public record ChatGovernanceProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue Policy policy,
        @DefaultValue Sweep sweep,
        @DefaultValue Memory memory,
        @DefaultValue Jdbc jdbc,
        @DefaultValue Web web) {

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

    /**
     * The store in the application's database.
     *
     * @param enabled Whether conversations are kept in the application's database when it has a data source.
     * @param initializeSchema When missing tables are created; existing ones are never changed.
     * @param tablePrefix Beginning of the names of the tables.
     * @param cache Number of rows of recent commits that are kept in memory; 0 for no cache.
     */
    public record Jdbc(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("embedded") SchemaInitialization initializeSchema,
            @DefaultValue("chatmgmt_") String tablePrefix,
            @DefaultValue("100000") long cache) {

        /** Checks the prefix and the number. */
        public Jdbc {
            if (!tablePrefix.matches("[A-Za-z_][A-Za-z0-9_]*")) {
                throw new IllegalArgumentException(
                        "chatmgmt.jdbc.table-prefix must be letters, digits and underscores, a digit not first: "
                                + tablePrefix);
            }
            if (cache < 0) {
                throw new IllegalArgumentException("chatmgmt.jdbc.cache must not be negative: " + cache);
            }
        }
    }

    /** When missing tables are created. */
    public enum SchemaInitialization {
        /** Never: they must be there. */
        NEVER,
        /** When the database is an embedded one. */
        EMBEDDED,
        /** In every database. */
        IF_MISSING
    }

    /**
     * The front door over HTTP.
     *
     * @param enabled Whether the HTTP API and its live feed are there.
     * @param path Path below which the API is, without an end slash.
     * @param readOnly Whether the API only shows, and takes no commands.
     * @param tenant Tenant of everybody who signs in, unless a CallerResolver bean says otherwise.
     * @param rolePrefix Beginning of the names of the roles that the application's security gives people.
     * @param feed Live feed.
     */
    public record Web(
            @DefaultValue("false") boolean enabled,
            @DefaultValue("/chatmgmt") String path,
            @DefaultValue("false") boolean readOnly,
            @DefaultValue("default") String tenant,
            @DefaultValue("CHATMGMT_") String rolePrefix,
            @DefaultValue Feed feed) {

        /** Checks the path and the tenant. */
        public Web {
            if (!path.matches("(/[A-Za-z0-9._~-]+)+")) {
                throw new IllegalArgumentException("chatmgmt.web.path must be like /chatmgmt: " + path);
            }
            if (tenant.isBlank()) {
                throw new IllegalArgumentException("chatmgmt.web.tenant must not be blank");
            }
        }
    }

    /**
     * The live feed.
     *
     * @param pollInterval Longest time after which a change that another node made is told.
     * @param maxAge Time after which a connection ends, so that who is signed in is asked again.
     * @param buffer Most that waits for one connection; one that does not keep up is dropped.
     */
    public record Feed(
            @DefaultValue("500ms") Duration pollInterval,
            @DefaultValue("30m") Duration maxAge,
            @DefaultValue("4MB") DataSize buffer) {

        /** Checks the times and the size. */
        public Feed {
            positive(pollInterval, "chatmgmt.web.feed.poll-interval");
            positive(maxAge, "chatmgmt.web.feed.max-age");
            atLeastOne(buffer.toBytes(), "chatmgmt.web.feed.buffer");
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
