package io.chatmgmt.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.access.Caller;
import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Handoff;
import io.chatmgmt.conversation.HandoffEvent;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.Resolution;
import io.chatmgmt.conversation.Text;
import io.chatmgmt.conversation.TextKind;
import io.chatmgmt.routing.AgentProfile;
import io.chatmgmt.routing.AgentStatus;
import io.chatmgmt.testkit.MutableClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A summary helps whoever takes over, and nothing waits for it. */
class SummarizerTest {

    private static final ConversationId ID = ConversationId.of("c-1");
    private static final AgentId ANNA = AgentId.of("anna");

    private final MutableClock clock = MutableClock.at("2026-01-05T10:00:00Z");
    private final List<ContextPackage> asked = new ArrayList<>();

    private ChatGovernance with(Summarizer summarizer) {
        ChatGovernance governance = ChatGovernance.builder()
                .clock(clock)
                .summarizer(context -> {
                    asked.add(context);
                    return summarizer.summarize(context);
                })
                .build();
        governance.agents().register(AgentProfile.of(ANNA, "Anna", "general"));
        governance.agents().status(ANNA, AgentStatus.ONLINE);
        return governance;
    }

    private static void call(ChatGovernance governance) {
        governance.onCustomerMessage(CustomerMessage.of(ID, "m-1", "I want to speak to a human"));
    }

    private static void accept(ChatGovernance governance) {
        Handoff handoff =
                Objects.requireNonNull(governance.conversations().get(ID).handoff());
        Desk desk = governance.desk(Caller.agent(ANNA.value()));
        assertThat(desk.accept(ID, Objects.requireNonNull(handoff.offer()).number())
                        .isWon())
                .isTrue();
    }

    private static ContextPackage context(ChatGovernance governance) {
        return governance.desk(Caller.agent(ANNA.value())).context(ID);
    }

    private static long summaries(ChatGovernance governance) {
        long found = 0;
        for (JournalRow row : governance.conversations().journal(ID, 0, 100)) {
            found += row.find(HandoffEvent.Summarised.class).stream().count();
        }
        return found;
    }

    @Test
    @DisplayName("D08 T078 a summary stands in the package of whoever takes over; it is asked for once a handoff")
    void a_summary_is_kept() {
        ChatGovernance governance = with(context -> CompletableFuture.completedFuture("Wants a person."));

        call(governance);
        accept(governance);

        assertThat(asked).hasSize(1);
        assertThat(asked.get(0).goal()).contains("speak to a human");
        assertThat(context(governance).summary()).isEqualTo("Wants a person.");
        assertThat(summaries(governance)).isEqualTo(1);
    }

    @Test
    @DisplayName("T078 a summariser that fails, or throws, or never answers stops no handoff")
    void a_failing_summarizer_stops_nothing() {
        List<Summarizer> bad = List.of(
                context -> CompletableFuture.failedFuture(new IllegalStateException("no model")),
                context -> {
                    throw new IllegalStateException("no model");
                },
                context -> new CompletableFuture<>());
        for (Summarizer each : bad) {
            ChatGovernance governance = with(each);

            call(governance);
            accept(governance);

            assertThat(context(governance).summary()).isEmpty();
            assertThat(context(governance).rendered()).contains("HUMAN_REQUEST");
        }
    }

    @Test
    @DisplayName("T078 a summary that comes while the person is there already still helps; after the end it is dropped")
    void a_late_summary() {
        CompletableFuture<String> summary = new CompletableFuture<>();
        ChatGovernance governance = with(context -> summary);
        call(governance);
        accept(governance);
        summary.complete("Late, but here.");
        assertThat(context(governance).summary()).isEqualTo("Late, but here.");

        CompletableFuture<String> tooLate = new CompletableFuture<>();
        ChatGovernance other = with(context -> tooLate);
        call(other);
        other.resolve(ID, Resolution.CONFIRMED);
        long version = other.conversations().get(ID).version();
        tooLate.complete("Nobody needs this.");
        assertThat(other.conversations().get(ID).version()).isEqualTo(version);
    }

    @Test
    @DisplayName("T158 the summary is for the team: neither the customer nor the AI sees it")
    void the_summary_is_for_the_team() {
        ChatGovernance governance = with(context -> CompletableFuture.completedFuture("Difficult customer."));

        call(governance);

        List<Text> visible = governance.conversations().history(ID);
        assertThat(visible).isNotEmpty().noneMatch(text -> text.kind() == TextKind.SUMMARY);
    }
}
