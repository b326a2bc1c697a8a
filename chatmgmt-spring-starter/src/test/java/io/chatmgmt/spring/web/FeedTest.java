package io.chatmgmt.spring.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.governance.CustomerMessage;
import io.chatmgmt.routing.AgentStatus;
import io.chatmgmt.store.GovernanceStore;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayName("N05: the live feed")
class FeedTest {

    private static final String NADIA = "nadia:SUPERVISOR";

    private static ApiServer server;

    @BeforeAll
    static void open() {
        server = ApiServer.start();
        server.agent("mike", "Mike Chen", "billing");
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void tells_the_current_row_of_each_conversation_that_changes() {
        try (FeedClient feed = server.feed(NADIA, "", null)) {
            assertThat(feed.status()).isEqualTo(200);
            assertThat(feed.await("hello").data().path("resumed").asBoolean()).isFalse();
            server.customer("live-1", "Hello");
            JsonNode row = feed.awaitVersion("live-1", 1);
            assertThat(row.path("latest").path("text").asString()).isEqualTo("Hello");
            assertThat(row.path("actions").toString()).contains("JOIN");
            server.ai(server.customer("live-1", "Where is my parcel?"), "On its way", 0.9);
            assertThat(feed.awaitVersion("live-1", 3)
                            .path("confidence")
                            .path("last")
                            .asDouble())
                    .isEqualTo(0.9);
        }
    }

    @Test
    void tells_agents_and_counters() {
        try (FeedClient feed = server.feed(NADIA, "", null)) {
            feed.await("hello");
            server.governance().agents().status(AgentId.of("mike"), AgentStatus.BUSY);
            assertThat(feed.await("agent").data().path("status").asString()).isEqualTo("BUSY");
            server.customer("counted-1", "Hello");
            int open = feed.await("counters").data().path("open").asInt();
            assertThat(open).isPositive();
            server.governance().agents().status(AgentId.of("mike"), AgentStatus.ONLINE);
        }
    }

    @Test
    void tells_what_another_node_commits() {
        ChatGovernance other = ChatGovernance.builder()
                .store(server.bean(GovernanceStore.class))
                .build();
        try (FeedClient feed = server.feed(NADIA, "", null)) {
            feed.await("hello");
            other.onCustomerMessage(CustomerMessage.of("elsewhere-1", "m-1", "Hello"));
            assertThat(feed.awaitVersion("elsewhere-1", 1).path("version").asLong())
                    .isEqualTo(1);
        }
    }

    @Test
    void begins_where_the_list_ends() {
        String token = server.get(NADIA, "/conversations").body().path("feed").asString();
        server.customer("between-1", "Written between the list and the feed");
        try (FeedClient feed = server.feed(NADIA, "?since=" + token, null)) {
            assertThat(feed.await("hello").data().path("resumed").asBoolean()).isTrue();
            assertThat(feed.awaitVersion("between-1", 1).path("version").asLong())
                    .isEqualTo(1);
        }
    }

    @Test
    @DisplayName("a reader that comes back with its last id, again and again, misses nothing")
    void nothing_is_lost_for_readers_who_come_back() {
        int messages = 120;
        List<Map<String, Long>> seen = new ArrayList<>();
        List<CompletableFuture<Void>> readers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Map<String, Long> known = new HashMap<>();
            seen.add(known);
            readers.add(CompletableFuture.runAsync(() -> follow(known), task -> new Thread(task, "reader").start()));
        }
        for (int i = 1; i <= messages; i++) {
            server.customer("resumed-" + i % 5, "Message " + i);
        }
        server.customer("resumed-end", "The end");
        readers.forEach(CompletableFuture::join);
        Map<String, Long> expected = new HashMap<>();
        for (int i = 0; i < 5; i++) {
            String id = "resumed-" + i;
            expected.put(
                    id,
                    server.governance()
                            .conversations()
                            .get(ConversationId.of(id))
                            .version());
        }
        for (Map<String, Long> known : seen) {
            assertThat(known).containsAllEntriesOf(expected);
        }
    }

    /**
     * Reads until a few things were news, goes away, and comes back with the id of the last event that it read, until the
     * end has come. What is told again of the last seconds is no news, or a reader might never get past it.
     */
    private static void follow(Map<String, Long> known) {
        String last =
                server.get(NADIA, "/conversations?limit=1").body().path("feed").asString();
        while (!known.containsKey("resumed-end")) {
            try (FeedClient feed = server.feed(NADIA, "", last)) {
                for (int news = 0; news < 3 && !known.containsKey("resumed-end"); ) {
                    FeedClient.Event event = feed.await("conversation");
                    last = event.id();
                    JsonNode row = event.data();
                    long version = row.path("version").asLong();
                    Long before = known.put(row.path("id").asString(), version);
                    news += before == null || before < version ? 1 : 0;
                    assertThat(version).isGreaterThanOrEqualTo(before == null ? 0 : before);
                }
            }
        }
    }

    @Test
    void a_place_too_long_ago_or_unknown_is_answered_all_the_same() {
        try (FeedClient feed = server.feed(NADIA, "", "nonsense")) {
            assertThat(feed.await("hello").data().path("resumed").asBoolean()).isFalse();
        }
    }

    @Test
    void a_viewer_sees_and_whoever_may_see_nothing_is_told_nothing() {
        try (FeedClient viewer = server.feed("vera:VIEWER", "", null);
                FeedClient guest = server.feed("guest", "", null)) {
            viewer.await("hello");
            guest.await("hello");
            server.customer("seen-1", "Hello");
            assertThat(viewer.awaitVersion("seen-1", 1).path("actions").toString())
                    .isEqualTo("[\"VIEW\"]");
            assertThat(guest.waiting()).isEmpty();
        }
    }

    @Test
    @DisplayName("a feed tells of its own tenant only")
    void another_tenant_is_not_told() {
        try (FeedClient feed = server.feed(NADIA, "", null)) {
            feed.await("hello");
            server.customer(new ConversationId("other", "foreign-1"), "Secret");
            server.customer("own-1", "Hello");
            FeedClient.Event next = feed.await("conversation");
            while (!next.data().path("id").asString().equals("own-1")) {
                assertThat(next.data().path("id").asString()).isNotEqualTo("foreign-1");
                next = feed.await("conversation");
            }
        }
    }

    @Test
    void nobody_is_let_in_without_signing_in() {
        ApiServer.Answer answer = server.get(null, "/feed", "Accept", "text/event-stream");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("UNAUTHENTICATED");
    }

    @Test
    @DisplayName("a reader that does not read is dropped, and others do not wait for it")
    void a_slow_reader_is_dropped_and_nobody_waits_for_it() throws IOException {
        try (ApiServer small = ApiServer.start("chatmgmt.web.feed.buffer=1MB")) {
            URI uri = small.uri("/feed");
            try (Socket slow = new Socket("localhost", uri.getPort());
                    FeedClient quick = small.feed(NADIA, "", null)) {
                slow.setReceiveBufferSize(4_096);
                slow.getOutputStream()
                        .write(("GET " + uri.getPath() + " HTTP/1.1\r\nHost: localhost\r\nX-User: " + NADIA
                                        + "\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                slow.setSoTimeout(30_000);
                InputStream in = slow.getInputStream();
                assertThat(in.read()).isPositive();
                quick.await("hello");
                String text = "A long story. ".repeat(10_000);
                int round = 0;
                while (small.bean(FeedHub.class).readers() > 1 && round < 300) {
                    round++;
                    long version = small.customer("c-" + round % 7, text).version();
                    quick.awaitVersion("c-" + round % 7, version);
                }
                assertThat(small.bean(FeedHub.class).readers()).isEqualTo(1);
            }
        }
    }

    @Test
    void connections_end_after_a_while_so_that_signing_in_is_asked_again() {
        try (ApiServer brief = ApiServer.start("chatmgmt.web.feed.max-age=200ms");
                FeedClient feed = brief.feed(NADIA, "", null)) {
            feed.awaitEnd();
        }
    }

    @Test
    void stopping_the_application_ends_the_connections_at_once() {
        ApiServer stopping = ApiServer.start();
        FeedClient feed = stopping.feed(NADIA, "", null);
        feed.await("hello");
        stopping.close();
        feed.awaitEnd();
    }
}
