package io.chatmgmt.spring;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.governance.GovernanceListener;
import io.chatmgmt.governance.SweepReport;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The one thread of the starter: sweeps at the instant that the last sweep named, earlier when a commit of this node has
 * something due earlier, and after a pause at most, for what other nodes left behind. Thread-safe.
 */
final class Sweeping implements SmartLifecycle, GovernanceListener, SweepStatus {

    private static final Logger log = LoggerFactory.getLogger(Sweeping.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final ChatGovernance governance;
    private final InstantSource clock;
    private final int limit;
    private final Duration maxPause;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition earlier = lock.newCondition();
    private @Nullable Thread thread;
    private Instant next = Instant.EPOCH;
    private @Nullable Instant lastFinished;
    private volatile @Nullable SweepReport lastReport;

    Sweeping(ChatGovernance governance, InstantSource clock, int limit, Duration maxPause) {
        this.governance = governance;
        this.clock = clock;
        this.limit = limit;
        this.maxPause = maxPause;
    }

    @Override
    public void onCommitted(JournalRow row, Conversation conversation) {
        Instant due = conversation.dueAt();
        if (due == null) {
            return;
        }
        lock.lock();
        try {
            if (due.isBefore(next)) {
                next = due;
                earlier.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<SweepReport> lastReport() {
        return Optional.ofNullable(lastReport);
    }

    @Override
    public Duration lag() {
        lock.lock();
        try {
            Duration late = Duration.between(next, clock.instant());
            return thread == null || lastFinished == null || late.isNegative() ? Duration.ZERO : late;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void start() {
        lock.lock();
        try {
            if (thread == null) {
                Thread started = new Thread(this::run, "chatmgmt-sweep");
                started.setDaemon(true);
                thread = started;
                started.start();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void stop() {
        Thread stopped;
        lock.lock();
        try {
            stopped = thread;
            thread = null;
            earlier.signal();
        } finally {
            lock.unlock();
        }
        if (stopped != null) {
            try {
                stopped.join(TimeUnit.SECONDS.toMillis(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        lock.lock();
        try {
            return thread != null;
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        while (awaitNext()) {
            Instant due;
            try {
                SweepReport report = governance.sweep(limit);
                lastReport = report;
                due = report.nextDue().orElse(Instant.MAX);
            } catch (RuntimeException e) {
                log.warn("the sweep failed; it is tried again in {}", AFTER_FAILURE, e);
                due = clock.instant().plus(AFTER_FAILURE);
            }
            swept(due);
        }
    }

    /** Waits until the next sweep is due; false when there is none any more. */
    private boolean awaitNext() {
        lock.lock();
        try {
            while (thread == Thread.currentThread()) {
                long nanos = nanosUntil(next);
                if (nanos <= 0) {
                    // What is committed while the sweep runs counts towards the one after it.
                    next = Instant.MAX;
                    return true;
                }
                long unused = earlier.awaitNanos(nanos);
            }
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void swept(Instant due) {
        lock.lock();
        try {
            Instant now = clock.instant();
            Instant latest = now.plus(maxPause);
            Instant wanted = due.isBefore(next) ? due : next;
            next = wanted.isBefore(latest) ? wanted : latest;
            lastFinished = now;
        } finally {
            lock.unlock();
        }
    }

    private long nanosUntil(Instant instant) {
        return instant.equals(Instant.EPOCH)
                ? 0
                : Duration.between(clock.instant(), instant).toNanos();
    }
}
