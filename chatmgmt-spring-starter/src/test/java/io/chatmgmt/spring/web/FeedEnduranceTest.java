package io.chatmgmt.spring.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.ConversationId;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The live feed for a minute: 200 readers, 500 messages a second. Those who come back with their last id know every
 * conversation as it is at the end, nobody who reads is dropped, and the heap grows by no more than the conversations that
 * the store keeps in it.
 */
@Tag("endurance")
class FeedEnduranceTest {

    private static final String NADIA = "nadia:VIEWER";
    private static final int READERS = 200;
    private static final int FOLLOWERS = 4;
    private static final int CONVERSATIONS = 500;
    private static final int PER_SECOND = 500;
    private static final Duration MINUTE = Duration.ofSeconds(60);
    private static final long MOST_GROWTH = 64L << 20;
    private static final String END = "the-end";

    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicLong bytes = new AtomicLong();

    @Test
    @DisplayName("N05 J01 200 readers and 500 messages a second for a minute: nothing is lost, and memory stays flat")
    void a_minute_of_many_readers() throws Exception {
        try (ApiServer server = ApiServer.start()) {
            URI uri = server.uri("/feed");
            CompletableFuture<Void> crowd = CompletableFuture.runAsync(() -> readAlong(uri), FeedEnduranceTest::start);
            List<Map<String, Long>> known = new ArrayList<>();
            List<CompletableFuture<Void>> followers = new ArrayList<>();
            for (int i = 0; i < FOLLOWERS; i++) {
                Map<String, Long> versions = new HashMap<>();
                known.add(versions);
                followers.add(CompletableFuture.runAsync(() -> follow(server, versions), FeedEnduranceTest::start));
            }
            FeedHub hub = server.bean(FeedHub.class);
            while (hub.readers() < READERS) {
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
            long began = System.nanoTime();
            long early = 0;
            int sent = 0;
            while (System.nanoTime() - began < MINUTE.toNanos()) {
                long due = (System.nanoTime() - began)
                        * PER_SECOND
                        / Duration.ofSeconds(1).toNanos();
                for (; sent < due; sent++) {
                    server.customer("c-" + sent % CONVERSATIONS, "Message " + sent);
                }
                if (early == 0 && System.nanoTime() - began > MINUTE.toNanos() / 3) {
                    early = used();
                }
                LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            }
            int readers = hub.readers();
            long late = used();
            server.customer(END, "The end");
            CompletableFuture.allOf(followers.toArray(CompletableFuture[]::new)).join();
            over.set(true);
            crowd.join();
            System.out.printf(
                    "feed: %d messages in a minute, %d readers, %d MB sent, heap %d MB after 20 s and %d MB after 60%n",
                    sent, readers, bytes.get() >> 20, early >> 20, late >> 20);
            assertThat(sent).isGreaterThan(PER_SECOND * 59);
            assertThat(readers).isGreaterThanOrEqualTo(READERS);
            assertThat(late - early).as("bytes").isLessThan(MOST_GROWTH);
            for (Map<String, Long> versions : known) {
                for (int i = 0; i < CONVERSATIONS; i++) {
                    ConversationId id = ConversationId.of("c-" + i);
                    long version = server.governance().conversations().get(id).version();
                    assertThat(versions).containsEntry(id.value(), version);
                }
            }
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "feed-endurance");
        thread.setDaemon(true);
        thread.start();
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** Goes away after two thousand news, and comes back with the id of the last event. */
    private static void follow(ApiServer server, Map<String, Long> versions) {
        String last =
                server.get(NADIA, "/conversations?limit=1").body().path("feed").asString();
        while (!versions.containsKey(END)) {
            try (FeedClient feed = server.feed(NADIA, "", last)) {
                for (int news = 0; news < 2_000 && !versions.containsKey(END); ) {
                    FeedClient.Event event = feed.await("conversation");
                    last = event.id();
                    JsonNode row = event.data();
                    Long before = versions.put(
                            row.path("id").asString(), row.path("version").asLong());
                    news += before == null || before < row.path("version").asLong() ? 1 : 0;
                }
            }
        }
    }

    /** Reads whatever comes on many connections, on one thread. */
    private void readAlong(URI uri) {
        byte[] request = ("GET " + uri.getPath() + " HTTP/1.1\r\nHost: localhost\r\nX-User: " + NADIA + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16);
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < READERS; i++) {
                SocketChannel channel = SocketChannel.open(new InetSocketAddress("localhost", uri.getPort()));
                channel.write(ByteBuffer.wrap(request));
                channel.configureBlocking(false);
                channel.register(selector, SelectionKey.OP_READ);
            }
            while (!over.get()) {
                selector.select(key -> drain(key, buffer), 100);
            }
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void drain(SelectionKey key, ByteBuffer buffer) {
        try {
            int read = ((SocketChannel) key.channel()).read(buffer.clear());
            if (read < 0) {
                key.cancel();
            } else {
                bytes.addAndGet(read);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
