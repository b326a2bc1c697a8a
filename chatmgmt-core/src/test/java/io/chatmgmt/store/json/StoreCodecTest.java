package io.chatmgmt.store.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatmgmt.conversation.Actor;
import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.AnyEvent;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.Role;
import io.chatmgmt.conversation.Text;
import io.chatmgmt.routing.Acceptance;
import io.chatmgmt.routing.Agent;
import io.chatmgmt.routing.AgentProfile;
import io.chatmgmt.routing.AgentStatus;
import io.chatmgmt.routing.Capacity;
import io.chatmgmt.routing.Presence;
import io.chatmgmt.store.UnreadableRecordException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was written by a released format can be read for ever: the golden files must not change once it is released. */
class StoreCodecTest {

    private static final ConversationId ID = new ConversationId("one", "c-1");

    private final StoreCodec codec = new StoreCodec();

    static List<String> events() throws IOException {
        return golden("events.jsonl").lines().toList();
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_golden_event_is_read_and_written_so_that_it_is_read_again(String line) {
        JournalRow row = codec.readJournalRow(ID, line);
        assertThat(row.events()).hasSize(1);
        assertThat(codec.readJournalRow(ID, codec.write(row)))
                .usingRecursiveComparison()
                .isEqualTo(row);
    }

    @Test
    void every_kind_of_event_has_a_golden_line() throws IOException {
        List<Class<?>> seen = new ArrayList<>();
        events().forEach(line ->
                seen.add(codec.readJournalRow(ID, line).events().get(0).getClass()));
        assertThat(seen).containsAll(AnyEvent.kinds());
    }

    @Test
    void the_golden_row_is_read_and_written_as_it_was() throws IOException {
        String golden = golden("conversation.json");
        Conversation row = codec.readConversation(ID, golden);
        assertThat(row.id()).isEqualTo(ID);
        assertThat(row.customer().name()).isEqualTo("Zoë");
        assertThat(row.handoff().offer().agent()).isEqualTo(new AgentId("one", "anna"));
        assertThat(row.triggers().questions()).isNotEmpty();
        assertThat(codec.readConversation(ID, codec.write(row))).isEqualTo(row);
    }

    @Test
    void the_golden_text_is_read_and_written_as_it_was() throws IOException {
        String golden = golden("text.json");
        Text text = codec.readText(ID, golden, "Grüße");
        assertThat(text.content()).isEqualTo("Grüße");
        assertThat(text.author()).isEqualTo(Actor.agent("anna"));
        assertThat(codec.write(ID, text)).isEqualTo(golden);
    }

    @Test
    void the_golden_agent_is_read_and_written_as_it_was() throws IOException {
        String golden = golden("agent.json");
        Agent agent = codec.readAgent("one", golden);
        assertThat(agent)
                .isEqualTo(new Agent(
                        new AgentProfile(
                                new AgentId("one", "anna"),
                                "Ånna",
                                Set.of(Role.AGENT, Role.SUPERVISOR),
                                Map.of("billing", 5, "Technik", 1),
                                Map.of("de", 5, "pt-BR", 2),
                                Capacity.limit(60),
                                Set.of("north"),
                                Set.of("EU"),
                                "berlin",
                                Acceptance.ASKED,
                                Map.of()),
                        3,
                        60,
                        new Presence(
                                Presence.Employment.ACTIVE,
                                AgentStatus.AWAY,
                                "lunch",
                                Instant.parse("2026-03-02T10:00:00Z"),
                                Agent.FOREVER,
                                Instant.EPOCH,
                                1,
                                Presence.Freeing.NONE,
                                Instant.parse("2026-03-02T10:00:00Z"),
                                null),
                        0,
                        Instant.EPOCH,
                        Instant.EPOCH));
        assertThat(codec.write(agent)).isEqualTo(golden);
    }

    @Test
    void fields_of_a_newer_format_are_passed_over_and_the_row_says_that_it_is_newer() throws IOException {
        String newer = golden("conversation.json")
                .replace("\"format\":1,", "\"format\":2,\"mood\":{\"now\":[1,{\"x\":null}]},")
                .replace("\"name\":", "\"nickname\":\"Z\",\"name\":");
        Conversation row = codec.readConversation(ID, newer);
        assertThat(row.format()).isEqualTo(2);
        assertThat(row.customer().name()).isEqualTo("Zoë");
    }

    @Test
    void an_event_of_a_newer_format_is_refused_with_its_format() {
        String newer = "{\"format\":9,\"version\":2,\"at\":5,\"actor\":{\"kind\":\"SYSTEM\",\"id\":\"system\"},"
                + "\"events\":[{\"@\":\"Mood.Changed\"}]}";
        assertThatThrownBy(() -> codec.readJournalRow(ID, newer))
                .isInstanceOfSatisfying(
                        UnreadableRecordException.class,
                        e -> assertThat(e.format()).isEqualTo(9))
                .hasMessageContaining("newer than 1")
                .hasMessageContaining("one/c-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"format\":1}", "{\"version\":{}}", "null", "{\"format\":\"x\"}"})
    void what_is_damaged_is_refused(String text) {
        assertThatThrownBy(() -> codec.readConversation(ID, text))
                .isInstanceOf(UnreadableRecordException.class)
                .hasMessageContaining("damaged");
    }

    private static String golden(String name) throws IOException {
        try (InputStream file = StoreCodecTest.class.getResourceAsStream("format-1/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
