package io.chatmgmt.spring.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.access.Caller;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.governance.TurnResult;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@DisplayName("N05: the feed of nodes that share a database")
class FeedAcrossNodesTest {

    private static final String NADIA = "nadia:SUPERVISOR";

    private static ApiServer one;
    private static ApiServer other;

    @BeforeAll
    static void open() {
        String url = "spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        one = ApiServer.start(url, "chatmgmt.jdbc.enabled=true");
        other = ApiServer.start(url, "chatmgmt.jdbc.enabled=true");
    }

    @AfterAll
    static void close() {
        other.close();
        one.close();
    }

    @Test
    @DisplayName("what one node commits is told by the other, and a reader goes on where it left, at the other one")
    void a_reader_goes_on_at_another_node() {
        String last;
        try (FeedClient feed = one.feed(NADIA, "", null)) {
            feed.await("hello");
            TurnResult asked = other.customer("c-1", "Where is my parcel?");
            JsonNode row = feed.awaitVersion("c-1", asked.version());
            assertThat(row.path("latest").path("text").asString()).isEqualTo("Where is my parcel?");
            last = feed.lastId();
            other.ai(asked, "On its way", 0.9);
            feed.awaitVersion("c-1", 2);
        }
        one.customer("c-2", "Written while nobody read");
        try (FeedClient feed = other.feed(NADIA, "", last)) {
            assertThat(feed.await("hello").data().path("resumed").asBoolean()).isTrue();
            JsonNode row = feed.awaitVersion("c-1", 2);
            assertThat(row.path("confidence").path("last").asDouble()).isEqualTo(0.9);
            feed.awaitVersion("c-2", 1);
        }
    }

    @Test
    void what_is_committed_late_in_a_transaction_of_the_application_is_told_by_its_node() {
        try (FeedClient feed = one.feed(NADIA, "", null)) {
            feed.await("hello");
            new TransactionTemplate(one.bean(PlatformTransactionManager.class))
                    .executeWithoutResult(status -> one.customer("late-1", "Within a transaction"));
            feed.awaitVersion("late-1", 1);
        }
    }

    @Test
    void lists_and_commands_work_on_the_database() {
        one.agent("mike", "Mike Chen", "general");
        other.customer("c-3", "Can I speak to a human please?");
        JsonNode rows = one.get(NADIA, "/conversations?customer=c-3").body().path("rows");
        assertThat(rows.get(0).path("status").asString()).isEqualTo("FLAGGED");
        String epoch = "\"epoch-" + rows.get(0).path("epoch").asLong() + '"';
        ApiServer.Answer joined = other.post("mike:AGENT", "/conversations/c-3/join", null, "If-Match", epoch);
        assertThat(joined.status()).as("%s", joined.body()).isEqualTo(200);
        assertThat(one.governance()
                        .desk(Caller.supervisor("s"))
                        .view(ConversationId.of("c-3"))
                        .assignee()
                        .value())
                .isEqualTo("mike");
        assertThat(one.post(NADIA, "/conversations/c-3/join", null, "If-Match", epoch)
                        .status())
                .isIn(404, 412);
        assertThat(other.get(NADIA, "/queue").status()).isEqualTo(200);
        assertThat(other.get(NADIA, "/metrics").status()).isEqualTo(200);
    }
}
