package io.chatmgmt.spring.actuate;

import io.chatmgmt.spring.SweepStatus;
import io.chatmgmt.store.WorkStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Whether time acts: down while the sweep is late, or while work has been due for longer than a sweep that works would
 * let it be. Texts that had to be offered again are shown, and take nothing down: a channel that does not deliver is not
 * mended by starting the application anew. Thread-safe.
 */
final class GovernanceHealthIndicator extends AbstractHealthIndicator {

    /** Due work younger than this may just be on its way. */
    private static final Duration STUCK_AFTER = Duration.ofSeconds(30);

    private static final Duration LATE_AFTER = Duration.ofSeconds(10);
    private static final int COUNTED = 100;

    private final WorkStore store;
    private final InstantSource clock;
    private final Supplier<@Nullable SweepStatus> sweep;
    private final OutboundWatch outbound;

    GovernanceHealthIndicator(
            WorkStore store, InstantSource clock, Supplier<@Nullable SweepStatus> sweep, OutboundWatch outbound) {
        super("the store of chatmgmt does not answer");
        this.store = store;
        this.clock = clock;
        this.sweep = sweep;
        this.outbound = outbound;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        Instant now = clock.instant();
        int stuck = store.due(now.minus(STUCK_AFTER), COUNTED).size();
        SweepStatus status = sweep.get();
        Duration lag = status == null ? Duration.ZERO : status.lag();
        boolean works = stuck == 0 && lag.compareTo(LATE_AFTER) < 0;
        (works ? builder.up() : builder.down())
                .withDetail("sweepLag", lag.toMillis() + " ms")
                .withDetail("stuck", shown(stuck, COUNTED))
                .withDetail("outboundRetries", shown(outbound.retries(now), OutboundWatch.MOST));
    }

    private static String shown(int count, int most) {
        return count < most ? String.valueOf(count) : most + " or more";
    }
}
