package io.chatmgmt.examples.desk;

import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.examples.replay.DayInALoop;
import io.chatmgmt.examples.replay.PastDays;
import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.governance.Notification;
import io.chatmgmt.policy.GovernancePolicy;
import io.chatmgmt.store.GovernanceStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The other customers and colleagues: lets the days before have happened when the store is new, and plays the sample day
 * on a thread of its own. Begins before anything else of the application does.
 */
final class SampleTraffic implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SampleTraffic.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final ChatGovernance governance;
    private final GovernanceStore store;
    private final GovernancePolicy policy;
    private final InstantSource clock;
    private final double speed;
    private final int pastDays;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition stopped = lock.newCondition();
    private volatile @Nullable DayInALoop day;
    private volatile @Nullable Thread thread;

    SampleTraffic(
            ChatGovernance governance,
            GovernanceStore store,
            GovernancePolicy policy,
            InstantSource clock,
            double speed,
            int pastDays) {
        this.governance = governance;
        this.store = store;
        this.policy = policy;
        this.clock = clock;
        this.speed = speed;
        this.pastDays = pastDays;
    }

    void notify(Notification notification) {
        DayInALoop playing = day;
        if (playing != null) {
            playing.notify(notification);
        }
    }

    @Override
    public void start() {
        if (pastDays > 0 && store.agents(ConversationId.DEFAULT_TENANT).isEmpty()) {
            PastDays.play(store, policy, clock.instant(), pastDays);
        }
        Staff.register(governance);
        day = new DayInALoop(governance, policy, speed, clock.instant());
        Thread playing = new Thread(this::run, "sample-day");
        playing.setDaemon(true);
        thread = playing;
        playing.start();
    }

    private void run() {
        while (thread == Thread.currentThread()) {
            Instant next;
            try {
                DayInALoop playing = day;
                next = playing == null ? Instant.MAX : playing.play(clock.instant());
            } catch (RuntimeException e) {
                log.warn("the sample day stumbled", e);
                next = Instant.MAX;
            }
            pauseUntil(next);
        }
    }

    private void pauseUntil(Instant next) {
        Instant latest = clock.instant().plus(LONGEST_PAUSE);
        Duration pause = Duration.between(clock.instant(), next.isBefore(latest) ? next : latest);
        lock.lock();
        try {
            long left = pause.toNanos();
            while (left > 0 && thread != null) {
                left = stopped.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            thread = null;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void stop() {
        Thread playing = thread;
        lock.lock();
        try {
            thread = null;
            stopped.signalAll();
        } finally {
            lock.unlock();
        }
        if (playing != null) {
            try {
                playing.join(LONGEST_PAUSE.multipliedBy(5).toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Before the sweep, for which the days before would be long overdue. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
