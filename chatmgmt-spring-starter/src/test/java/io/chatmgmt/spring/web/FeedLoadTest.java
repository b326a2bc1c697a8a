package io.chatmgmt.spring.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.ConversationId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Many readers while much happens. How many, how much and for how long is told by the properties {@code feed.readers},
 * {@code feed.rate} (messages a second) and {@code feed.seconds}; what came of it is printed.
 */
@Tag("slow")
class FeedLoadTest {

    private static final int READERS = Integer.getInteger("feed.readers", 50);
    private static final int RATE = Integer.getInteger("feed.rate", 200);
    private static final int SECONDS = Integer.getInteger("feed.seconds", 10);
    private static final int CONVERSATIONS = 500;

    @Test
    @DisplayName("N05 readers who go away and come back with their last id have every conversation as it is in the end")
    void nobody_misses_anything() throws IOException {
        try (ApiServer server = ApiServer.start("server.tomcat.threads.max=20");
                FeedCrowd crowd = FeedCrowd.of(READERS, server.uri("/feed"), "nadia:SUPERVISOR", READERS / 10)) {
            Thread reading = new Thread(crowd, "feed-crowd");
            reading.setDaemon(true);
            reading.start();
            List<Long> memory = new ArrayList<>();
            long start = System.nanoTime();
            long messages = (long) RATE * SECONDS;
            for (long i = 0; i < messages; i++) {
                if (i % (messages / 4) == 0) {
                    memory.add(used());
                }
                server.customer("c-" + i % CONVERSATIONS, "Message number " + i);
                long due = start + i * TimeUnit.SECONDS.toNanos(1) / RATE;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
            }
            double took = (System.nanoTime() - start) / 1e9;
            Map<String, Long> expected = new HashMap<>();
            for (int i = 0; i < CONVERSATIONS; i++) {
                ConversationId id = ConversationId.of("c-" + i);
                server.governance().conversations().find(id).ifPresent(row -> expected.put(id.value(), row.version()));
            }
            long latest = crowd.awaitAll(expected);
            memory.add(used());
            System.out.printf(
                    "feed: %d readers, %d messages in %.1f s, %d events read, %d times gone and back,"
                            + " everybody up to date %.2f s after the last, used MiB %s%n",
                    READERS, messages, took, crowd.events(), crowd.comebacks(), latest / 1e9, memory);
            assertThat(crowd.behind(expected)).isEmpty();
            assertThat(crowd.comebacks()).isPositive();
        }
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }
}
