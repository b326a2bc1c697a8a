package io.chatmgmt.spring;

import io.chatmgmt.policy.PolicySource;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Looks at the policy's location now and then. Thread-safe. */
final class PolicyReloading implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(PolicyReloading.class);

    private final PolicySource policies;
    private final Duration interval;
    private @Nullable ScheduledExecutorService executor;

    PolicyReloading(PolicySource policies, Duration interval) {
        this.policies = policies;
        this.interval = interval;
    }

    @Override
    public synchronized void start() {
        if (!(policies instanceof PolicyFile file)) {
            log.warn("chatmgmt.policy.reload has no effect without chatmgmt.policy.location");
            return;
        }
        if (executor == null) {
            executor = Executors.newSingleThreadScheduledExecutor(work -> {
                Thread thread = new Thread(work, "chatmgmt-policy");
                thread.setDaemon(true);
                return thread;
            });
            var unused = executor.scheduleWithFixedDelay(
                    file::reload, interval.toNanos(), interval.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    @Override
    public synchronized void stop() {
        if (executor != null) {
            executor.shutdownNow();
            executor = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return executor != null;
    }
}
