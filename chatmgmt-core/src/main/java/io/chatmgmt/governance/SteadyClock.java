package io.chatmgmt.governance;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.LongSupplier;

/**
 * A wall clock that never jumps: it moves with the machine's monotonic timer and drifts towards the wall clock, by at
 * most a twentieth of the time that passes. When the wall clock is set an hour on, no offer fires an hour early; when it
 * is set back, nothing stands still. Thread-safe; the default clock of a front door.
 */
public final class SteadyClock implements InstantSource {

    /** The most that a second is stretched or shortened while the wall clock is being caught up with. */
    private static final int SLEW = 20;

    private final InstantSource wall;
    private final LongSupplier monotonic;
    private long lastTick;
    private Instant last;

    SteadyClock(InstantSource wall, LongSupplier monotonic) {
        this.wall = Objects.requireNonNull(wall, "wall");
        this.monotonic = Objects.requireNonNull(monotonic, "monotonic");
        this.lastTick = monotonic.getAsLong();
        this.last = wall.instant();
    }

    /**
     * A steady clock over the system's clock, which it agrees with at first.
     *
     * @return a new clock
     */
    public static SteadyClock system() {
        return new SteadyClock(InstantSource.system(), System::nanoTime);
    }

    @Override
    public synchronized Instant instant() {
        long tick = monotonic.getAsLong();
        long elapsed = Math.max(0, tick - lastTick);
        Instant expected = last.plusNanos(elapsed);
        long most = elapsed / SLEW;
        long behind = Math.max(-most, Math.min(most, nanosBetween(expected, wall.instant())));
        lastTick = tick;
        last = expected.plusNanos(behind);
        return last;
    }

    /** Cut to what a long holds, which is far more than a clock is ever wrong. */
    private static long nanosBetween(Instant from, Instant to) {
        long seconds = Math.max(-1_000_000_000L, Math.min(1_000_000_000L, to.getEpochSecond() - from.getEpochSecond()));
        return seconds * 1_000_000_000L + to.getNano() - from.getNano();
    }
}
