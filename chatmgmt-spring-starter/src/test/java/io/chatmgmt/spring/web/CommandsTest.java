package io.chatmgmt.spring.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Control;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.Resolution;
import io.chatmgmt.conversation.SurveyEvent;
import io.chatmgmt.governance.OutboundMessage;
import io.chatmgmt.governance.TurnResult;
import io.chatmgmt.routing.AgentStatus;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A05 A21 A22 A23: what people do, over HTTP")
class CommandsTest {

    private static final String MIKE = "mike:AGENT,REVIEWER";
    private static final String LISA = "lisa:AGENT,REVIEWER";
    private static final String NADIA = "nadia:SUPERVISOR";
    private static final AtomicInteger SERIAL = new AtomicInteger();

    private static ApiServer server;

    @BeforeAll
    static void open() {
        server = ApiServer.start();
        server.agent("mike", "Mike Chen", "billing");
        server.agent("lisa", "Lisa Martinez", "billing");
        server.agent("nadia", "Nadia Okafor");
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static String talk(String text) {
        String id = "talk-" + SERIAL.incrementAndGet();
        server.customer(id, text);
        return id;
    }

    /** A conversation with an answer that waits for a reviewer. */
    private static String held() {
        String id = "held-" + SERIAL.incrementAndGet();
        TurnResult asked = server.customer(id, "What about my invoice?");
        server.ai(asked, "I believe it is attached.", 0.41);
        return id;
    }

    private static Conversation row(String id) {
        return server.governance().conversations().get(ConversationId.of(id));
    }

    private static String ticket(String id) {
        return "\"ticket-" + row(id).ai().held().ticket() + '"';
    }

    private static ApiServer.Answer command(String user, String id, String command, String body, String ifMatch) {
        return ifMatch == null
                ? server.post(user, "/conversations/" + id + command, body)
                : server.post(user, "/conversations/" + id + command, body, "If-Match", ifMatch);
    }

    private static ApiServer.Answer ok(ApiServer.Answer answer) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        return answer;
    }

    @Test
    void an_agent_joins_writes_notes_hands_back_and_resolves() {
        String id = talk("Where is my parcel?");
        ApiServer.Answer joined = ok(command(MIKE, id, "/join", null, server.epoch(id)));
        assertThat(joined.body().path("row").path("assignee").path("name").asString())
                .isEqualTo("Mike Chen");
        assertThat(joined.body().path("changed").asBoolean()).isTrue();

        ok(command(MIKE, id, "/reply", "{\"text\":\"I am looking\"}", server.epoch(id)));
        assertThat(server.delivered())
                .filteredOn(each -> each.conversation().value().equals(id))
                .extracting(OutboundMessage::content)
                .contains("I am looking");
        assertThat(server.governance().outbox().pending(ConversationId.of(id)))
                .extracting(OutboundMessage::content)
                .contains("I am looking");

        ok(command(MIKE, id, "/note", "{\"text\":\"Depot was called\"}", null));
        ok(command(MIKE, id, "/hand-back", "{\"note\":\"Parcel found\"}", server.epoch(id)));
        assertThat(row(id).control()).isEqualTo(Control.AI);
        ok(command(MIKE, id, "/resolve", "{\"note\":\"Done\"}", server.epoch(id)));
        assertThat(row(id).isOpen()).isFalse();
        assertThat(server.delivered())
                .filteredOn(each -> each.conversation().value().equals(id))
                .extracting(OutboundMessage::content)
                .doesNotContain("Depot was called");
    }

    @Test
    void a_reviewer_claims_approves_edits_replaces_and_discards() {
        String approved = held();
        ok(command(MIKE, approved, "/held/claim", null, ticket(approved)));
        ok(command(MIKE, approved, "/held/approve", null, ticket(approved)));
        assertThat(row(approved).ai().held()).isNull();

        String edited = held();
        ok(command(MIKE, edited, "/held/edit", "{\"text\":\"It is attached.\",\"reason\":\"TONE\"}", ticket(edited)));
        String replaced = held();
        ok(command(
                MIKE,
                replaced,
                "/held/replace",
                "{\"text\":\"I send it now.\",\"reason\":\"INCORRECT\"}",
                ticket(replaced)));
        String discarded = held();
        ok(command(
                MIKE,
                discarded,
                "/held/discard",
                "{\"reason\":\"OTHER\",\"remark\":\"Not our matter\"}",
                ticket(discarded)));

        String unsaid = held();
        ApiServer.Answer refused = command(MIKE, unsaid, "/held/discard", "{\"reason\":\"OTHER\"}", ticket(unsaid));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("problems").get(0).path("field").asString())
                .isEqualTo("remark");
    }

    @Test
    @DisplayName("A23 a lost race says who was first and when, and nothing happens twice")
    void a_lost_race_says_who_was_first() {
        String id = held();
        String ticket = ticket(id);
        ok(command(LISA, id, "/held/approve", null, ticket));
        server.customer(id, "Thanks, and when?");
        ApiServer.Answer late = command(MIKE, id, "/held/approve", null, ticket);
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.code()).isEqualTo("LOST");
        assertThat(late.contentType()).startsWith("application/problem+json");
        assertThat(late.body().path("by").path("name").asString()).isEqualTo("Lisa Martinez");
        assertThat(late.body().path("at").isNull()).isFalse();
        assertThat(late.body().path("row").path("id").asString()).isEqualTo(id);
        assertThat(late.body().path("instance").asString()).endsWith("/held/approve");

        String taken = talk("Hello there, a question");
        String epoch = server.epoch(taken);
        ok(command(LISA, taken, "/join", null, epoch));
        server.customer(taken, "Hello?");
        ApiServer.Answer second = command(NADIA, taken, "/join", null, epoch);
        assertThat(second.status()).isEqualTo(412);
        assertThat(second.body().path("by").path("id").asString()).isEqualTo("lisa");
        assertThat(row(taken).assignee()).isEqualTo(AgentId.of("lisa"));
    }

    @Test
    void commands_say_what_they_concern() {
        String id = talk("Where is my parcel?");
        ApiServer.Answer missing = command(MIKE, id, "/join", null, null);
        assertThat(missing.status()).isEqualTo(428);
        assertThat(missing.code()).isEqualTo("PRECONDITION_REQUIRED");
        assertThat(command(MIKE, id, "/join", null, "\"ticket-1\"").status()).isEqualTo(400);
        assertThat(command(MIKE, id, "/join", null, "nonsense").status()).isEqualTo(400);
        server.customer(id, "Are you there?");
        ok(command(MIKE, id, "/join", null, server.epoch(id)));
        ok(command(MIKE, id, "/reply", "{\"text\":\"Yes\"}", "*"));
    }

    @Test
    void offers_are_accepted_and_declined_by_their_number() {
        server.governance().agents().status(AgentId.of("lisa"), AgentStatus.OFFLINE);
        String id = talk("There is an error in my invoice, I want to talk to a person");
        int offer = row(id).handoff().offer() == null
                ? 0
                : row(id).handoff().offer().number();
        assertThat(offer).as("%s", row(id).handoff()).isPositive();
        String agent = row(id).handoff().offer().agent().value();
        ok(command(agent + ":AGENT", id, "/offer/decline", null, "\"offer-" + offer + '"'));
        ApiServer.Answer wrong = command(agent + ":AGENT", id, "/offer/accept", null, "\"offer-" + (offer + 1) + '"');
        assertThat(wrong.status()).isEqualTo(412);
        // A change of mind counts while nobody else was asked.
        ok(command(agent + ":AGENT", id, "/offer/accept", null, "\"offer-" + offer + '"'));
        assertThat(row(id).assignee()).isEqualTo(AgentId.of(agent));
        server.governance().agents().status(AgentId.of("lisa"), AgentStatus.ONLINE);
    }

    @Test
    @DisplayName("T163 a command with a key is carried out once")
    void a_command_with_a_key_is_carried_out_once() {
        String id = talk("Where is my parcel?");
        String epoch = server.epoch(id);
        String path = "/conversations/" + id + "/join";
        ApiServer.Answer first = ok(server.post(MIKE, path, null, "If-Match", epoch, "Idempotency-Key", "k-1"));
        ApiServer.Answer again = ok(server.post(MIKE, path, null, "If-Match", epoch, "Idempotency-Key", "k-1"));
        assertThat(again.body().path("version")).isEqualTo(first.body().path("version"));
        String note = "/conversations/" + id + "/note";
        ok(server.post(MIKE, note, "{\"text\":\"once\"}", "Idempotency-Key", "k-2"));
        long version = row(id).version();
        ok(server.post(MIKE, note, "{\"text\":\"once\"}", "Idempotency-Key", "k-2"));
        assertThat(row(id).version()).isEqualTo(version);
        assertThat(server.post(MIKE, note, "{\"text\":\"x\"}", "Idempotency-Key", "k".repeat(101))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void conversations_are_escalated_transferred_flagged_and_adjusted() {
        String id = talk("Where is my parcel?");
        ok(command(MIKE, id, "/escalate", "{\"why\":\"Too complex\"}", server.epoch(id)));
        assertThat(row(id).escalation()).isNotNull();
        ok(command(MIKE, id, "/join", "{\"introduce\":false}", server.epoch(id)));
        ok(command(MIKE, id, "/transfer", "{\"queue\":\"sales\"}", server.epoch(id)));
        assertThat(row(id).handoff().queue()).isEqualTo("sales");
        assertThat(command(MIKE, id, "/transfer", "{\"queue\":\"sales\",\"agent\":\"lisa\"}", server.epoch(id))
                        .status())
                .isEqualTo(400);
        assertThat(command(MIKE, id, "/transfer", "{\"queue\":\"nowhere\"}", server.epoch(id))
                        .status())
                .isEqualTo(400);
        assertThat(command(MIKE, id, "/transfer", "{\"agent\":\"nobody\"}", server.epoch(id))
                        .status())
                .isEqualTo(404);

        ok(server.send(MIKE, "PUT", "/conversations/" + id + "/flags/MANUAL", null));
        assertThat(row(id).flags().has(Flag.MANUAL)).isTrue();
        ok(server.send(MIKE, "DELETE", "/conversations/" + id + "/flags/MANUAL", null));
        assertThat(row(id).flags().has(Flag.MANUAL)).isFalse();
        ok(server.send(NADIA, "PUT", "/conversations/" + id + "/settings", "{\"posture\":\"DRAFT_ONLY\"}"));
        assertThat(server.get(NADIA, "/conversations/" + id)
                        .body()
                        .path("settings")
                        .path("posture")
                        .asString())
                .isEqualTo("DRAFT_ONLY");
    }

    @Test
    void promises_are_made_moved_and_kept() {
        String id = talk("When will it be repaired?");
        ok(command(
                MIKE,
                id,
                "/follow-ups",
                "{\"owner\":{\"kind\":\"AGENT\",\"name\":\"mike\"},\"promise\":\"Call back\",\"dueAt\":\"2099-01-01T10:00:00Z\"}",
                null));
        assertThat(server.get(MIKE, "/conversations/" + id)
                        .body()
                        .path("followUps")
                        .get(0)
                        .path("promise")
                        .asString())
                .isEqualTo("Call back");
        ok(server.send(
                MIKE,
                "PUT",
                "/conversations/" + id + "/follow-ups/1",
                "{\"owner\":{\"kind\":\"QUEUE\",\"name\":\"billing\"},\"dueAt\":\"2099-01-02T10:00:00Z\"}"));
        ok(command(MIKE, id, "/follow-ups/1/done", null, null));
        assertThat(command(MIKE, id, "/follow-ups/1/cancel", null, null).status())
                .isEqualTo(409);
        assertThat(command(MIKE, id, "/follow-ups", "{\"promise\":\"x\"}", null).status())
                .isEqualTo(400);
    }

    @Test
    @DisplayName("I01 a customer is asked for a rating once an episode, and the rating counts")
    void a_customer_is_asked_for_a_rating() {
        String id = talk("Thank you, that is all");
        ok(server.send(NADIA, "POST", "/conversations/" + id + "/survey", null));
        server.governance().resolve(ConversationId.of(id), Resolution.CONFIRMED);
        ok(server.send(NADIA, "POST", "/conversations/" + id + "/survey", null));
        assertThat(server.governance().conversations().journal(ConversationId.of(id), 0, 100))
                .filteredOn(entry -> entry.find(SurveyEvent.Asked.class).isPresent())
                .hasSize(1);
        server.governance().onRating(ConversationId.of(id), 4, "");
        assertThat(server.get(NADIA, "/conversations/" + id)
                        .body()
                        .path("row")
                        .path("rating")
                        .asInt())
                .isEqualTo(4);
    }

    @Test
    void an_episode_that_is_over_is_reviewed_by_scorecard() {
        String id = talk("Thank you, that is all");
        server.governance().resolve(ConversationId.of(id), Resolution.CONFIRMED);
        ApiServer.Answer reviewed = ok(command(
                MIKE,
                id,
                "/reviews",
                "{\"episode\":1,\"ratings\":[{\"criterion\":\"tone\",\"value\":5}],\"comment\":\"Good\"}",
                null));
        assertThat(reviewed.body().path("review").path("score").asDouble()).isEqualTo(100.0);
        assertThat(command(
                                MIKE,
                                id,
                                "/reviews",
                                "{\"episode\":1,\"ratings\":[{\"criterion\":\"taste\",\"value\":5}]}",
                                null)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void agents_change_their_own_status_and_supervisors_everybodys() {
        ok(server.send(MIKE, "PUT", "/agents/mike/status", "{\"status\":\"AWAY\",\"reason\":\"LUNCH\"}"));
        assertThat(server.governance().agents().get(AgentId.of("mike")).status())
                .isEqualTo(AgentStatus.AWAY);
        assertThat(server.send(MIKE, "PUT", "/agents/lisa/status", "{\"status\":\"AWAY\"}")
                        .status())
                .isEqualTo(403);
        ok(server.send(NADIA, "PUT", "/agents/mike/status", "{\"status\":\"ONLINE\"}"));
        assertThat(server.send(NADIA, "PUT", "/agents/nobody/status", "{\"status\":\"ONLINE\"}")
                        .status())
                .isEqualTo(404);
        ok(server.post(MIKE, "/agents/mike/heartbeat", null));
        assertThat(server.post(NADIA, "/agents/mike/heartbeat", null).status()).isEqualTo(403);
        assertThat(server.post(MIKE, "/queue/technical/next", null).status()).isEqualTo(204);
    }

    @Test
    @DisplayName("J19 whoever may only look cannot act, and no GET changes anything")
    void a_viewer_cannot_act() {
        String id = held();
        String epoch = server.epoch(id);
        String ticket = ticket(id);
        for (List<String> each : List.of(
                List.of("/join", "", epoch),
                List.of("/reply", "{\"text\":\"x\"}", epoch),
                List.of("/note", "{\"text\":\"x\"}", epoch),
                List.of("/escalate", "{\"why\":\"x\"}", epoch),
                List.of("/transfer", "{\"queue\":\"billing\"}", epoch),
                List.of("/hand-back", "{}", epoch),
                List.of("/resolve", "{}", epoch),
                List.of("/survey", "", epoch),
                List.of("/held/claim", "", ticket),
                List.of("/held/approve", "", ticket),
                List.of("/held/edit", "{\"text\":\"x\",\"reason\":\"TONE\"}", ticket),
                List.of("/held/replace", "{\"text\":\"x\",\"reason\":\"TONE\"}", ticket),
                List.of("/held/discard", "{\"reason\":\"TONE\"}", ticket),
                List.of("/corrections", "{\"message\":1,\"text\":\"x\",\"reason\":\"TONE\"}", epoch),
                List.of("/reviews", "{\"episode\":1,\"ratings\":[]}", epoch))) {
            String body = each.get(1).isEmpty() ? null : each.get(1);
            ApiServer.Answer answer = command("vera:VIEWER", id, each.get(0), body, each.get(2));
            assertThat(answer.status()).as("%s: %s", each.get(0), answer.body()).isEqualTo(403);
            assertThat(command(null, id, each.get(0), body, each.get(2)).status())
                    .isEqualTo(401);
            assertThat(server.get(NADIA, "/conversations/" + id + each.get(0), "If-Match", each.get(2))
                            .status())
                    .isIn(404, 405);
        }
        assertThat(row(id).ai().held()).isNotNull();
        assertThat(server.get("vera:VIEWER", "/conversations/" + id)
                        .body()
                        .path("row")
                        .path("actions")
                        .toString())
                .isEqualTo("[\"VIEW\"]");
    }

    @Test
    @DisplayName("another tenant's conversation cannot be acted on, whatever its id is")
    void another_tenant_is_out_of_reach() {
        ConversationId id = new ConversationId("other", "secret-1");
        server.customer(id, "Hello");
        assertThat(command(NADIA, "secret-1", "/join", null, "\"epoch-1\"").status())
                .isEqualTo(404);
        assertThat(command(NADIA, "secret-1", "/note", "{\"text\":\"x\"}", null).status())
                .isEqualTo(404);
        assertThat(server.governance().conversations().get(id).version()).isEqualTo(1);
    }

    @Test
    void bodies_that_are_not_as_described_are_refused() {
        String id = talk("Where is my parcel?");
        for (String body : List.of("{\"txet\":\"x\"}", "{\"text\":\" \"}", "not json", "[]", "{\"text\":{}}")) {
            ApiServer.Answer answer = command(MIKE, id, "/note", body, null);
            assertThat(answer.status()).as(body).isEqualTo(400);
            assertThat(answer.code()).isEqualTo("INVALID");
        }
        assertThat(command(MIKE, id, "/note", null, null).status()).isEqualTo(400);
        assertThat(server.raw(MIKE, "POST", "/conversations/" + id + "/note", "<x/>", "Content-Type", "text/xml")
                        .statusCode())
                .isEqualTo(415);
        assertThat(row(id).version()).isEqualTo(1);
    }

    @Test
    @DisplayName("in read-only mode there are no commands, and nobody is offered any")
    void read_only_mode_has_no_commands() {
        try (ApiServer looking = ApiServer.start("chatmgmt.web.read-only=true")) {
            looking.customer("c-1", "Hello");
            assertThat(looking.get(NADIA, "/me").body().path("readOnly").asBoolean())
                    .isTrue();
            assertThat(looking.get(NADIA, "/conversations/c-1")
                            .body()
                            .path("row")
                            .path("actions")
                            .toString())
                    .isEqualTo("[\"VIEW\",\"AUDIT\"]");
            assertThat(looking.post(NADIA, "/conversations/c-1/note", "{\"text\":\"x\"}")
                            .status())
                    .isIn(404, 405);
            assertThat(looking.send(NADIA, "PUT", "/agents/nadia/status", "{\"status\":\"AWAY\"}")
                            .status())
                    .isIn(404, 405);
        }
    }
}
