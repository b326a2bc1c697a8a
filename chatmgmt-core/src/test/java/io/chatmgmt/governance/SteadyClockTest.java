package io.chatmgmt.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.testkit.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SteadyClockTest {

    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

    private final MutableClock wall = MutableClock.at(START);
    private final AtomicLong ticks = new AtomicLong(12345);
    private final SteadyClock clock = new SteadyClock(wall, ticks::get);

    @Test
    void it_agrees_with_a_wall_clock_that_behaves() {
        pass(Duration.ofSeconds(90));

        assertThat(clock.instant()).isEqualTo(START.plusSeconds(90));
    }

    @Test
    @DisplayName("T034 an hour's jump ahead fires nothing early")
    void a_jump_ahead_is_caught_up_with_slowly() {
        wall.advance(Duration.ofHours(1));
        pass(Duration.ofSeconds(20));

        assertThat(clock.instant()).isEqualTo(START.plusSeconds(21));
    }

    @Test
    @DisplayName("T034 an hour's jump back stops nothing")
    void a_jump_back_is_caught_up_with_slowly() {
        wall.advance(Duration.ofHours(-1));
        pass(Duration.ofSeconds(20));

        assertThat(clock.instant()).isEqualTo(START.plusSeconds(19));
    }

    @Test
    @DisplayName("T034 in the end the wall clock is right")
    void a_jump_is_caught_up_with_completely() {
        wall.advance(Duration.ofMinutes(1));
        for (int minute = 0; minute < 30; minute++) {
            pass(Duration.ofMinutes(1));
            clock.instant();
        }

        assertThat(clock.instant()).isEqualTo(wall.instant());
    }

    private void pass(Duration duration) {
        wall.advance(duration);
        ticks.addAndGet(duration.toNanos());
    }
}
