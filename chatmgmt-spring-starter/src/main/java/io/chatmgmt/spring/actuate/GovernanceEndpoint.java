package io.chatmgmt.spring.actuate;

import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.governance.SweepReport;
import io.chatmgmt.policy.PolicySource;
import io.chatmgmt.spring.SweepStatus;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/** The actuator endpoint {@code chatmgmt}: the policy in force and the last sweep. Thread-safe. */
@Endpoint(id = "chatmgmt")
public final class GovernanceEndpoint {

    private final PolicySource policies;
    private final InstantSource clock;
    private final Supplier<@Nullable SweepStatus> sweep;

    GovernanceEndpoint(PolicySource policies, InstantSource clock, Supplier<@Nullable SweepStatus> sweep) {
        this.policies = policies;
        this.clock = clock;
        this.sweep = sweep;
    }

    /**
     * What the endpoint shows.
     *
     * @param asOf when it was looked at
     * @param policyVersion content hash of the policy of the default tenant
     * @param sweep the last sweep, null when the starter does not sweep or has not yet
     */
    public record Description(
            Instant asOf, String policyVersion, @Nullable LastSweep sweep) {}

    /**
     * The last sweep.
     *
     * @param due how many conversations had something due
     * @param matched how many matches events had missed
     * @param next when something is due next, null when nothing is
     * @param lagMillis by how much the next sweep is late, in milliseconds
     */
    public record LastSweep(int due, int matched, @Nullable Instant next, long lagMillis) {}

    /**
     * Describes the front door.
     *
     * @return its state now
     */
    @ReadOperation
    public Description describe() {
        Instant now = clock.instant();
        String version = policies.policyFor(ConversationId.DEFAULT_TENANT, now).version();
        return new Description(now, version, lastSweep());
    }

    private @Nullable LastSweep lastSweep() {
        SweepStatus status = sweep.get();
        SweepReport report = status == null ? null : status.lastReport().orElse(null);
        return status == null || report == null
                ? null
                : new LastSweep(
                        report.due(),
                        report.matched(),
                        report.next(),
                        status.lag().toMillis());
    }
}
