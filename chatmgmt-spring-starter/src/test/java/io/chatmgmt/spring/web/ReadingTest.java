package io.chatmgmt.spring.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.access.Caller;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Resolution;
import io.chatmgmt.governance.TurnResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayName("A04 A06: what is going on, over HTTP")
class ReadingTest {

    private static final String NADIA = "nadia:SUPERVISOR";
    private static final String VERA = "vera:VIEWER";

    private static ApiServer server;

    @BeforeAll
    static void open() {
        server = ApiServer.start();
        server.agent("mike", "Mike Chen", "billing", "general");
        TurnResult asked = server.customer("c-1", "Where is my parcel?");
        server.ai(asked, "On its way.", 0.93);
        server.customer("c-2", "Can I speak to a human please?");
        TurnResult unsure = server.customer("c-3", "What about my invoice?");
        server.ai(unsure, "I believe it is attached.", 0.41);
        server.customer("c-4", "Thank you");
        server.governance().resolve(ConversationId.of("c-4"), Resolution.CONFIRMED);
        server.governance().onRating(ConversationId.of("c-4"), 5, "Nice");
        server.customer(new ConversationId("other", "c-9"), "A secret of another company");
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static JsonNode ok(String path) {
        ApiServer.Answer answer = server.get(NADIA, path);
        assertThat(answer.status()).as("%s: %s", path, answer.body()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void me_tells_who_is_asking_and_what_they_may() {
        JsonNode me = ok("/me");
        assertThat(me.path("id").asString()).isEqualTo("nadia");
        assertThat(me.path("kind").asString()).isEqualTo("SUPERVISOR");
        assertThat(me.path("permissions").size()).isEqualTo(12);
        assertThat(me.path("readOnly").asBoolean()).isFalse();
        assertThat(server.get("mike:AGENT", "/me").body().path("name").asString())
                .isEqualTo("Mike Chen");
        assertThat(server.get(VERA, "/me").body().path("permissions").toString())
                .isEqualTo("[\"VIEW\"]");
    }

    @Test
    void the_list_shows_rows_with_what_people_look_at() {
        JsonNode rows = ok("/conversations").path("rows");
        assertThat(rows.size()).isEqualTo(3);
        JsonNode answered = row("c-1", rows);
        assertThat(answered.path("latest").path("text").asString()).isEqualTo("On its way.");
        assertThat(answered.path("confidence").path("last").asDouble()).isEqualTo(0.93);
        assertThat(answered.path("confidence").path("band").asString()).isEqualTo("HIGH");
        assertThat(answered.path("waitingOn").asString()).isEqualTo("CUSTOMER");
        JsonNode escalated = row("c-2", rows);
        assertThat(escalated.path("status").asString()).isEqualTo("FLAGGED");
        assertThat(escalated.path("handoff").path("queue").asString()).isEqualTo("general");
        assertThat(escalated
                        .path("escalation")
                        .path("reasons")
                        .get(0)
                        .path("sentence")
                        .asString())
                .startsWith("The customer asked for a person");
        assertThat(escalated.path("actions").toString()).contains("JOIN", "REPLY");
    }

    @Test
    void every_member_is_there_though_it_has_no_value() {
        JsonNode row = row("c-1", ok("/conversations").path("rows"));
        assertThat(row.has("assignee")).isTrue();
        assertThat(row.path("assignee").isNull()).isTrue();
        assertThat(row.path("openedAt").asString()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
    }

    @Test
    void the_list_filters_sorts_and_pages() {
        assertThat(ids("/conversations?status=FLAGGED&status=ERROR")).contains("c-2");
        assertThat(ids("/conversations?scope=RESOLVED")).containsExactly("c-4");
        assertThat(ids("/conversations?rating=5&scope=ALL")).containsExactly("c-4");
        assertThat(ids("/conversations?band=HIGH")).containsExactly("c-1");
        assertThat(ids("/conversations?customer=c-3")).containsExactly("c-3");
        assertThat(ids("/conversations?need=QUEUED")).containsExactly("c-2");
        assertThat(ids("/conversations?sort=OPENED&order=ASC")).containsExactly("c-1", "c-2", "c-3");

        List<String> paged = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = ok("/conversations?limit=1&sort=OPENED&cursor=" + cursor);
            page.path("rows").forEach(row -> paged.add(row.path("id").asString()));
            cursor = page.path("cursor").isNull() ? null : page.path("cursor").asString();
        } while (cursor != null);
        assertThat(paged).containsExactly("c-3", "c-2", "c-1");
    }

    @Test
    void a_conversation_is_shown_with_its_messages_and_their_confidence() {
        JsonNode view = ok("/conversations/c-1");
        assertThat(view.path("row").path("id").asString()).isEqualTo("c-1");
        assertThat(view.path("language").path("tag").asString()).isEqualTo("en");
        JsonNode messages = ok("/conversations/c-1/messages").path("messages");
        assertThat(messages.size()).isEqualTo(2);
        assertThat(messages.get(0).path("text").asString()).isEqualTo("Where is my parcel?");
        assertThat(messages.get(1).path("answer").path("confidence").asDouble()).isEqualTo(0.93);
        assertThat(messages.get(1).path("answer").path("route").asString()).isEqualTo("AUTO");
        JsonNode page = ok("/conversations/c-1/messages?limit=1");
        assertThat(page.path("next").asInt()).isEqualTo(1);
        assertThat(ok("/conversations/c-1/messages?after=1").path("messages").size())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("J01 the timeline says in words what was decided and why; the evidence is for those who may audit")
    void the_timeline_says_what_was_decided_and_why() {
        JsonNode entries = ok("/conversations/c-2/timeline").path("entries");
        JsonNode escalated = decision("ESCALATE", entries);
        assertThat(escalated.path("title").asString()).isEqualTo("A person was called");
        assertThat(escalated.path("strong").asBoolean()).isTrue();
        assertThat(escalated.path("reasons").get(0).path("evidence").size()).isPositive();
        JsonNode seen =
                server.get("mike:AGENT", "/conversations/c-2/timeline").body().path("entries");
        assertThat(decision("ESCALATE", seen)
                        .path("reasons")
                        .get(0)
                        .path("evidence")
                        .size())
                .isZero();
    }

    @Test
    void the_context_and_the_episodes_are_there() {
        assertThat(ok("/conversations/c-2/context").path("goal").asString()).contains("speak to a human");
        JsonNode episodes = ok("/conversations/c-4/episodes").path("episodes");
        assertThat(episodes.get(0).path("rating").asInt()).isEqualTo(5);
        assertThat(episodes.get(0).path("resolution").asString()).isEqualTo("CONFIRMED");
    }

    @Test
    void a_waiting_conversation_says_why_and_what_each_agent_lacks() {
        JsonNode queue = ok("/queue");
        assertThat(queue.path("queues").size()).isEqualTo(4);
        assertThat(queue.path("waiting").get(0).path("row").path("id").asString())
                .isEqualTo("c-2");
        ApiServer.Answer why = server.get(NADIA, "/conversations/c-2/waiting");
        assertThat(why.status()).isEqualTo(200);
        assertThat(why.body().path("agents").get(0).path("agent").path("name").asString())
                .isEqualTo("Mike Chen");
        assertThat(server.get(NADIA, "/conversations/c-1/waiting").code()).isEqualTo("NOT_WAITING");
        assertThat(ok("/conversations/c-2/chosen").path("agent").path("id").asString())
                .isEqualTo("mike");
        assertThat(server.get(NADIA, "/conversations/c-1/chosen").code()).isEqualTo("NOT_OFFERED");
    }

    @Test
    void held_answers_come_with_what_deciding_needs() {
        JsonNode held = ok("/held");
        assertThat(held.path("reviewersOnline").asInt()).isEqualTo(1);
        JsonNode answer = held.path("answers").get(0);
        assertThat(answer.path("question").asString()).isEqualTo("What about my invoice?");
        assertThat(answer.path("draft").path("text").asString()).isEqualTo("I believe it is attached.");
        assertThat(answer.path("reasons").get(0).path("sentence").asString()).contains("41.0 %");
        assertThat(ok("/conversations/c-3").path("held").path("ticket").asInt())
                .isEqualTo(answer.path("ticket").asInt());
        assertThat(server.get(VERA, "/conversations/c-3").body().path("held").isNull())
                .isTrue();
        assertThat(server.get(VERA, "/held").body().path("answers").size()).isZero();
    }

    @Test
    void agents_are_shown_with_what_they_have() {
        JsonNode agents = ok("/agents");
        assertThat(agents.path("counts").path("ONLINE").asInt()).isEqualTo(1);
        JsonNode mike = agents.path("agents").get(0);
        assertThat(mike.path("limit").asInt()).isEqualTo(100);
        assertThat(mike.path("conversations").get(0).path("offered").asBoolean())
                .isTrue();
    }

    @Test
    void counters_and_the_overview_count_the_same() {
        JsonNode overview = ok("/overview?hours=2");
        assertThat(overview.path("counters").path("open").asInt())
                .isEqualTo(ok("/counters").path("open").asInt());
        assertThat(overview.path("figures").path("satisfaction").asDouble()).isEqualTo(5.0);
        assertThat(overview.path("needs").get(0).path("id").asString()).isEqualTo("c-3");
        assertThat(overview.path("needs").get(1).path("id").asString()).isEqualTo("c-2");
    }

    @Test
    void figures_come_as_period_series_table_hours_and_csv() {
        assertThat(ok("/metrics").path("figures").path("conversations").asDouble())
                .isEqualTo(4.0);
        JsonNode series = ok("/metrics/series?metric=conversations&metric=confidence.mean");
        assertThat(series.path("starts").size()).isEqualTo(7);
        assertThat(series.path("totals").path("conversations").asDouble()).isEqualTo(4.0);
        JsonNode table = ok("/metrics/table?metric=conversations&metric=confidence.mean&dimension=LANGUAGE");
        assertThat(table.path("rows").get(0).path("slice").asString()).isEqualTo("en");
        JsonNode hours = ok("/metrics/hours?zone=Europe/Berlin");
        assertThat(hours.path("days").size()).isEqualTo(7);
        assertThat(ok("/metrics/definitions").path("metrics").size()).isGreaterThan(20);
        assertThat(server.raw(NADIA, "GET", "/metrics/series?metric=conversations", null, "Accept", "text/csv")
                        .body())
                .startsWith("day,conversations\r\n");
        assertThat(server.get(NADIA, "/metrics/table?metric=customers.active&dimension=AGENT")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void ratings_come_by_their_stars() {
        JsonNode ratings = ok("/metrics/ratings");
        assertThat(ratings.path("stars").path("5").asInt()).isEqualTo(1);
        assertThat(ratings.path("stars").path("1").asInt()).isZero();
        assertThat(ratings.path("mean").asDouble()).isEqualTo(5.0);
    }

    @Test
    void quality_the_scorecard_and_the_policy_are_there() {
        JsonNode quality = ok("/quality");
        assertThat(quality.path("automated").path("bands").size()).isEqualTo(4);
        assertThat(ok("/scorecard").path("sections").get(0).path("criteria").size())
                .isEqualTo(6);
        JsonNode policy = ok("/policy");
        assertThat(policy.path("bands").path("moderate").asDouble()).isEqualTo(0.7);
        assertThat(policy.path("version").asString())
                .isEqualTo(server.governance().policy("default").version());
    }

    @Test
    @DisplayName("another tenant's conversation does not exist, whatever its id is")
    void another_tenants_data_is_out_of_reach() {
        for (String path : List.of("", "/messages", "/timeline", "/context", "/episodes", "/waiting", "/chosen")) {
            ApiServer.Answer answer = server.get(NADIA, "/conversations/c-9" + path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.body().toString()).doesNotContain("secret");
        }
        assertThat(server.get(NADIA, "/conversations/other%2Fc-9").status()).isGreaterThanOrEqualTo(400);
        assertThat(server.get(NADIA, "/conversations/c-9", "X-Tenant", "other").status())
                .isEqualTo(200);
        assertThat(ids("/conversations?scope=ALL")).doesNotContain("c-9");
        assertThat(server.governance()
                        .desk(Caller.supervisor("nadia"))
                        .live()
                        .counters()
                        .conversations()
                        .open())
                .isGreaterThanOrEqualTo(3);
    }

    @Test
    void nobody_is_let_in_without_signing_in_and_without_a_role_there_is_nothing_to_see() {
        ApiServer.Answer unknown = server.get(null, "/conversations");
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.code()).isEqualTo("UNAUTHENTICATED");
        for (String path : List.of(
                "/conversations", "/overview", "/counters", "/queue", "/agents", "/metrics", "/quality", "/held")) {
            assertThat(server.get("guest", path).status()).as(path).isEqualTo(403);
        }
        assertThat(server.get("guest", "/conversations/c-1").code()).isEqualTo("FORBIDDEN");
        assertThat(server.get("guest", "/me").body().path("permissions").size()).isZero();
    }

    @Test
    void what_cannot_be_understood_is_named() {
        for (String path : List.of(
                "/conversations?status=HAPPY",
                "/conversations?limit=0",
                "/conversations?cursor=nonsense",
                "/conversations/c-1/messages?after=-1",
                "/overview?hours=999",
                "/metrics?zone=Mars",
                "/metrics?from=yesterday",
                "/metrics/series?metric=nonsense",
                "/metrics/series")) {
            ApiServer.Answer answer = server.get(NADIA, path);
            assertThat(answer.status()).as("%s: %s", path, answer.body()).isEqualTo(400);
            assertThat(answer.code()).isEqualTo("INVALID");
            assertThat(answer.contentType()).startsWith("application/problem+json");
            assertThat(answer.body().path("type").asString()).isEqualTo("urn:chatmgmt:problem:invalid");
            assertThat(answer.body().path("problems").get(0).path("field").asString())
                    .isNotEmpty();
        }
    }

    private static List<String> ids(String path) {
        List<String> ids = new ArrayList<>();
        ok(path).path("rows").forEach(row -> ids.add(row.path("id").asString()));
        return ids;
    }

    private static JsonNode row(String id, JsonNode rows) {
        for (JsonNode row : rows) {
            if (row.path("id").asString().equals(id)) {
                return row;
            }
        }
        throw new AssertionError(id + " is not in " + rows);
    }

    private static JsonNode decision(String kind, JsonNode entries) {
        for (JsonNode entry : entries) {
            for (JsonNode decision : entry.path("decisions")) {
                if (decision.path("kind").asString().equals(kind)) {
                    return decision;
                }
            }
        }
        throw new AssertionError(kind + " is not in " + entries);
    }
}
