package io.chatmgmt.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many threads on one floor: nothing is assigned twice, no limit is exceeded, nothing is lost or stuck. */
class HandoffRaceTest {

    private static final int ROUNDS_BETWEEN_RUSHES = 4;

    private static void race(RaceFloor floor, int threads, int rounds, int actsPerThread)
            throws ExecutionException, InterruptedException {
        RaceActs acts = new RaceActs(floor);
        RaceChecks checks = new RaceChecks(floor, acts);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        RaceRush rush = new RaceRush(floor, acts, pool);
        try {
            for (int round = 0; round < rounds; round++) {
                run(pool, acts, threads, round, actsPerThread);
                floor.clock.advance(Duration.ofSeconds(7));
                floor.governance.sweep(100_000);
                checks.check();
                if (round % ROUNDS_BETWEEN_RUSHES == 0) {
                    rush.everybodyAnswers();
                    rush.everybodyFetches();
                    checks.check();
                    checks.checkNobodyStands(RaceFloor.FETCHED);
                }
            }
            serveEverybody(floor, rush, checks);
        } finally {
            pool.shutdownNow();
        }
        checks.checkEverythingTookPart();
    }

    /** In the end nobody is left over. */
    private static void serveEverybody(RaceFloor floor, RaceRush rush, RaceChecks checks)
            throws ExecutionException, InterruptedException {
        for (int turn = 0; turn < floor.conversations.size() && floor.isAnybodyWaiting(); turn++) {
            floor.clock.advance(Duration.ofSeconds(40));
            floor.governance.sweep(100_000);
            rush.everybodyWorks();
            checks.check();
        }
        assertThat(floor.isAnybodyWaiting()).as("somebody still waits").isFalse();
    }

    private static void run(ExecutorService pool, RaceActs acts, int threads, int round, int actsPerThread)
            throws ExecutionException, InterruptedException {
        List<Callable<Void>> running = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            Random random = new Random(1_000_003L * round + thread);
            running.add(() -> {
                for (int i = 0; i < actsPerThread; i++) {
                    acts.act(random, round);
                }
                return null;
            });
        }
        for (Future<Void> each : pool.invokeAll(running)) {
            each.get();
        }
    }

    @Test
    @DisplayName("T001 T002 T003 T004 T011 T044 races of eight threads: every invariant holds after each round")
    void a_small_race() throws Exception {
        race(new RaceFloor(60, 8), 8, 40, 40);
    }

    @Test
    @Tag("slow")
    @DisplayName("T001 T002 T003 T004 T011 T044 races of 64 threads over 10,000 conversations and 50 agents, 80 rounds")
    void a_large_race() throws Exception {
        race(new RaceFloor(10_000, 50), 64, 80, 40);
    }
}
