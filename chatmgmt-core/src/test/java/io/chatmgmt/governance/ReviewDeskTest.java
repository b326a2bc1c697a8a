package io.chatmgmt.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatmgmt.access.Caller;
import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.AiSettings;
import io.chatmgmt.conversation.Closure;
import io.chatmgmt.conversation.ConfidenceBand;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.DecisionKind;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.FollowUp;
import io.chatmgmt.conversation.FollowUpOwner;
import io.chatmgmt.conversation.HeldAnswer;
import io.chatmgmt.conversation.LedgerEntry;
import io.chatmgmt.conversation.OverrideAction;
import io.chatmgmt.conversation.OverrideReason;
import io.chatmgmt.conversation.ReasonCode;
import io.chatmgmt.conversation.Resolution;
import io.chatmgmt.conversation.Role;
import io.chatmgmt.conversation.Status;
import io.chatmgmt.conversation.Text;
import io.chatmgmt.conversation.Ticket;
import io.chatmgmt.conversation.TrainingState;
import io.chatmgmt.policy.GovernancePolicy;
import io.chatmgmt.response.AiAnswer;
import io.chatmgmt.response.BandRule;
import io.chatmgmt.routing.AgentProfile;
import io.chatmgmt.routing.AgentStatus;
import io.chatmgmt.store.LiveFilter;
import io.chatmgmt.store.LiveSort;
import io.chatmgmt.store.memory.InMemoryStore;
import io.chatmgmt.testkit.MutableClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A reviewer's and a supervisor's day, through the front door. */
class ReviewDeskTest {

    private static final ConversationId ID = ConversationId.of("c-1");
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant END = START.plus(Duration.ofDays(30));

    private final MutableClock clock = MutableClock.at(START.toString());
    private final InMemoryStore store = InMemoryStore.ofDefaults();
    private final List<Notification> notifications = new ArrayList<>();
    private final ChatGovernance governance = ChatGovernance.builder()
            .store(store)
            .clock(clock)
            .policy(GovernancePolicy.builder()
                    .response(r -> r.rule(ConfidenceBand.LOW, BandRule.hold()))
                    .build())
            .notifier(notifications::add)
            .build();
    private final Desk rae = governance.desk(Caller.reviewer("rae"));
    private final Desk tom = governance.desk(Caller.reviewer("tom"));
    private final Desk sue = governance.desk(Caller.supervisor("sue"));
    private int messages;

    @BeforeEach
    void reviewersAreThere() {
        for (String id : List.of("rae", "tom")) {
            governance
                    .agents()
                    .register(AgentProfile.of(AgentId.of(id), id, "general", "billing")
                            .with(Role.AGENT, Role.REVIEWER));
            governance.agents().status(AgentId.of(id), AgentStatus.ONLINE);
        }
    }

    private Ticket ask(ConversationId id, String text) {
        messages++;
        return governance
                .onCustomerMessage(CustomerMessage.of(id, "m" + messages, text))
                .ticket()
                .orElseThrow();
    }

    private int held(ConversationId id) {
        Ticket ticket = ask(id, "What are your opening hours?");
        governance.onAiAnswer(ticket, AiAnswer.of("Nine to five", 0.4).ofModel("m-7"));
        assertThat(governance.conversations().get(id).ai().held()).isNotNull();
        return ticket.number();
    }

    private HeldAnswer held() {
        return governance.conversations().get(ID).ai().held();
    }

    @Test
    @DisplayName("B17 a claim pauses the deadline once, and nobody else decides while it lasts")
    void a_claim_pauses_the_deadline_once() {
        int ticket = held(ID);
        Instant deadline = held().deadline();

        assertThat(rae.reviews().claim(ID, ticket).isWon()).isTrue();
        assertThat(held().deadline()).isEqualTo(deadline.plusSeconds(60));
        assertThat(rae.reviews().claim(ID, ticket).isWon()).as("again").isTrue();
        assertThat(tom.reviews().claim(ID, ticket)).isInstanceOf(PersonResult.Lost.class);
        assertThat(tom.reviews().approve(ID, ticket)).isInstanceOf(PersonResult.Lost.class);

        clock.advance(Duration.ofSeconds(60));
        governance.sweep(10);
        assertThat(tom.reviews().claim(ID, ticket).isWon()).isTrue();
        assertThat(held().deadline()).as("paused once only").isEqualTo(deadline.plusSeconds(60));
        assertThat(tom.reviews().approve(ID, ticket).isWon()).isTrue();
    }

    @Test
    @DisplayName("B17 the queue is by deadline, and for those who have the language")
    void the_queue_is_by_deadline_and_for_those_who_have_the_language() {
        held(ConversationId.of("first"));
        clock.advance(Duration.ofSeconds(5));
        held(ConversationId.of("second"));
        assertThat(rae.reviews().waiting(10))
                .extracting(waiting -> waiting.conversation().id().value())
                .containsExactly("first", "second");
        assertThat(rae.reviews().waiting(1)).singleElement().satisfies(waiting -> {
            assertThat(waiting.words()).isEqualTo("Nine to five");
        });
        governance.setLanguage(ConversationId.of("first"), "pl");
        AgentProfile profile = governance.agents().get(AgentId.of("rae")).profile();
        governance
                .agents()
                .register(new AgentProfile(
                        profile.id(),
                        profile.name(),
                        profile.roles(),
                        profile.skills(),
                        Map.of("en", 5),
                        profile.capacity()));
        assertThat(rae.reviews().waiting(10))
                .extracting(waiting -> waiting.conversation().id().value())
                .containsExactly("second");
        assertThat(sue.reviews().waiting(10)).hasSize(2);
    }

    @Test
    @DisplayName("B10 the ledger says who did what, why, how much and how fast")
    void the_ledger_says_who_did_what() {
        int ticket = held(ID);
        clock.advance(Duration.ofSeconds(7));
        rae.reviews().edit(ID, ticket, "Nine to six", OverrideReason.INCORRECT, "We changed that");
        int second = held(ID);
        tom.reviews().approve(ID, second);

        List<LedgerLine> lines = sue.reviews().ledger(START, END, null, 10).lines();
        assertThat(lines).hasSize(2);
        LedgerLine edited = lines.get(0);
        LedgerEntry entry = edited.entry();
        assertThat(edited.by().id()).isEqualTo("rae");
        assertThat(edited.policyVersion()).isNotBlank();
        assertThat(edited.isMarked()).isFalse();
        assertThat(entry.action()).isEqualTo(OverrideAction.EDITED);
        assertThat(entry.reason()).isEqualTo(OverrideReason.INCORRECT);
        assertThat(entry.after()).isEqualTo(Duration.ofSeconds(7));
        assertThat(entry.change()).isBetween(0.05, 0.5);
        assertThat(entry.band()).isEqualTo(ConfidenceBand.LOW);
        assertThat(entry.model()).isEqualTo("m-7");
        assertThat(text(entry.original())).isEqualTo("Nine to five");
        assertThat(text(entry.sent())).isEqualTo("Nine to six");
        assertThat(text(entry.remark())).isEqualTo("We changed that");

        assertThat(sue.reviews().acceptance(START, END)).singleElement().satisfies(rate -> {
            assertThat(rate.decided()).isEqualTo(2);
            assertThat(rate.rate()).hasValue(0.5);
        });
        assertThatThrownBy(() -> rae.reviews().edit(ID, 9, "x", OverrideReason.NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private String text(int number) {
        return store.texts(ID, number - 1, 1).get(0).content();
    }

    @Test
    @DisplayName("B09 a marked answer goes from new to used, and is exported without a word of the team's")
    void a_marked_answer_is_exported_without_notes() throws IOException {
        int ticket = held(ID);
        sue.note(ID, "SECRET note");
        sue.followUps().promise(ID, FollowUpOwner.queue("billing"), "SECRET promise", END, null);
        rae.reviews().replace(ID, ticket, "Nine to \"six\"", OverrideReason.INCOMPLETE, "SECRET remark");
        int original =
                sue.reviews().ledger(START, END, null, 1).lines().get(0).entry().original();

        assertThat(rae.training()
                        .mark(ID, original, OverrideReason.INCOMPLETE, "", List.of("hours"))
                        .isWon())
                .isTrue();
        assertThat(rae.training().use(ID, original)).isInstanceOf(PersonResult.Lost.class);
        assertThat(rae.training().accept(ID, original).isWon()).isTrue();

        StringBuilder out = new StringBuilder();
        assertThat(sue.training().export(START, END, out)).isEqualTo(1);
        assertThat(out.toString())
                .endsWith("}\n")
                .contains("\"state\":\"ACCEPTED\"", "\"original\":\"Nine to five\"", "\"tags\":[\"hours\"]")
                .contains("\"corrected\":\"Nine to \\\"six\\\"\"")
                .contains("{\"from\":\"customer\",\"text\":\"What are your opening hours?\"}")
                .doesNotContain("SECRET");

        assertThat(rae.training().use(ID, original).isWon()).isTrue();
        assertThat(rae.training().reject(ID, original)).isInstanceOf(PersonResult.Lost.class);
        assertThat(governance.conversations().get(ID).caseFile().marks())
                .singleElement()
                .satisfies(mark -> assertThat(mark.state()).isEqualTo(TrainingState.USED));
        assertThatThrownBy(() -> rae.training().mark(ID, 1, OverrideReason.TONE, "", List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("B10 whoever overrides for another reason says which; else nothing changes")
    void another_reason_needs_words() {
        int ticket = held(ID);
        long version = governance.conversations().get(ID).version();
        for (ThrowingCallable override : List.<ThrowingCallable>of(
                () -> rae.reviews().edit(ID, ticket, "Nine to six", OverrideReason.OTHER),
                () -> rae.reviews().edit(ID, ticket, "Nine to six", OverrideReason.OTHER, " "),
                () -> rae.reviews().replace(ID, ticket, "Nine to six", OverrideReason.OTHER),
                () -> rae.reviews().replace(ID, ticket, "Nine to six", OverrideReason.OTHER, ""),
                () -> rae.reviews().discard(ID, ticket, OverrideReason.OTHER, "\t"),
                () -> rae.reviews().correct(ID, 2, "Nine to six", OverrideReason.OTHER),
                () -> rae.reviews().correct(ID, 2, "Nine to six", OverrideReason.OTHER, ""))) {
            assertThatThrownBy(override)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("remark ");
        }
        assertThat(governance.conversations().get(ID).version()).isEqualTo(version);

        rae.reviews().edit(ID, ticket, "Nine to six", OverrideReason.OTHER, "Summer hours");
        int sent =
                sue.reviews().ledger(START, END, null, 1).lines().get(0).entry().sent();
        rae.reviews().correct(ID, sent, "Nine to seven", OverrideReason.OTHER, "Even longer now");
        assertThat(sue.reviews().ledger(START, END, null, 9).lines())
                .extracting(
                        line -> line.entry().reason() + " " + text(line.entry().remark()))
                .containsExactlyInAnyOrder("OTHER Summer hours", "OTHER Even longer now");
    }

    @Test
    void what_is_rejected_is_not_exported() throws IOException {
        int ticket = held(ID);
        rae.reviews().approve(ID, ticket);
        int original =
                sue.reviews().ledger(START, END, null, 1).lines().get(0).entry().original();
        rae.training().mark(ID, original, OverrideReason.TONE, "Hello! Nine to five.", List.of());
        assertThat(sue.training().export(START, END, new StringBuilder())).isEqualTo(1);
        rae.training().reject(ID, original);
        assertThat(sue.training().export(START, END, new StringBuilder())).isZero();
    }

    @Test
    @DisplayName("B11 the turn limit leads to a handoff, and ends with the episode")
    void the_turn_limit_leads_to_a_handoff() {
        Ticket ticket = ask(ID, "Hello there");
        sue.adjustAi(ID, new AiSettings(null, null, "de", "kb-eu", 1));
        governance.onAiAnswer(ticket, AiAnswer.of("Hi", 0.95));
        messages++;
        TurnResult second = governance.onCustomerMessage(CustomerMessage.of(ID, "m" + messages, "Where are you?"));
        assertThat(second.ticket()).isEmpty();
        assertThat(second.decided(DecisionKind.ESCALATE)).isTrue();
        assertThat(governance.conversations().get(ID).escalation().reasons())
                .extracting(reason -> reason.code())
                .containsExactly(ReasonCode.TURN_LIMIT);

        governance.resolve(ID, Resolution.CONFIRMED);
        clock.advance(Duration.ofDays(2));
        assertThat(ask(ID, "Hello again").settings()).isEqualTo(AiSettings.OF_POLICY);
    }

    @Test
    @DisplayName("B11 the ticket hands language, knowledge base and limit to the host")
    void the_ticket_hands_the_settings_to_the_host() {
        ask(ID, "Hello there");
        AiSettings settings = new AiSettings(null, 0.8, "de", "kb-eu", 9);
        sue.adjustAi(ID, settings);
        Ticket ticket = ask(ID, "How do I pay?");
        assertThat(ticket.settings()).isEqualTo(settings);
        assertThat(ticket.language()).isEqualTo("de");
    }

    @Test
    @DisplayName("A15 a promise outlives the episode: its owner is reminded, and what is overdue is flagged and told")
    void a_promise_is_reminded_of_and_told_when_overdue() {
        ask(ID, "Hello there");
        FollowUpOwner owner = FollowUpOwner.agent(AgentId.of("rae"));
        Instant due = START.plus(Duration.ofHours(2));
        assertThat(rae.followUps()
                        .promise(ID, owner, "Call back", due, due.minusSeconds(600))
                        .isWon())
                .isTrue();
        assertThat(sue.close(ID, ClosingNote.of("solved", "Wrong tariff", "Changed it", Closure.Reuse.REUSABLE))
                        .isWon())
                .isTrue();
        notifications.clear();

        clock.advance(Duration.ofMinutes(110));
        governance.sweep(10);
        assertThat(stages()).containsExactly(FollowUp.Stage.REMINDED);
        clock.advance(Duration.ofMinutes(10));
        governance.sweep(10);
        assertThat(stages()).containsExactly(FollowUp.Stage.REMINDED, FollowUp.Stage.OVERDUE);
        assertThat(governance.conversations().get(ID).flags().has(Flag.FOLLOW_UP_OVERDUE))
                .isTrue();
        assertThat(sue.followUps().list(null, 10).rows()).hasSize(1);

        assertThat(rae.followUps().done(ID, 1).isWon()).isTrue();
        assertThat(rae.followUps().done(ID, 1)).isInstanceOf(PersonResult.Lost.class);
        assertThat(governance.conversations().get(ID).flags().has(Flag.FOLLOW_UP_OVERDUE))
                .isFalse();
        assertThat(sue.followUps().list(null, 10).rows()).isEmpty();
    }

    private List<FollowUp.Stage> stages() {
        return notifications.stream()
                .filter(Notification.FollowUpDue.class::isInstance)
                .map(each -> ((Notification.FollowUpDue) each).followUp().stage())
                .toList();
    }

    @Test
    @DisplayName("A15 a conversation keeps twenty promises, and not one more")
    void a_conversation_keeps_twenty_promises() {
        ask(ID, "Hello there");
        for (int i = 0; i < FollowUp.MAX_OPEN; i++) {
            assertThat(rae.followUps()
                            .promise(ID, FollowUpOwner.queue("billing"), "Promise " + i, END, null)
                            .isWon())
                    .isTrue();
        }
        assertThat(rae.followUps().promise(ID, FollowUpOwner.queue("billing"), "One more", END, null))
                .isInstanceOf(PersonResult.Lost.class);
        rae.followUps().cancel(ID, 7);
        assertThat(rae.followUps()
                        .promise(ID, FollowUpOwner.queue("billing"), "One more", END, null)
                        .isWon())
                .isTrue();
    }

    @Test
    @DisplayName("D23 a closing note needs its cause and answer, stays with the team, and is first come")
    void a_closing_note_needs_its_fields() {
        ask(ID, "Hello there");
        assertThatThrownBy(() -> ClosingNote.of("solved", " ", "x", Closure.Reuse.ONE_OFF))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cause");
        ClosingNote note = ClosingNote.of("solved", "SECRET cause", "SECRET answer", Closure.Reuse.ONE_OFF);
        assertThat(sue.close(ID, note).isWon()).isTrue();
        assertThat(rae.close(ID, note)).isInstanceOf(PersonResult.Lost.class);

        Closure closure = governance.conversations().get(ID).caseFile().closure();
        assertThat(closure.reason()).isEqualTo("solved");
        assertThat(text(closure.cause())).isEqualTo("SECRET cause");
        assertThat(governance.conversations().history(ID))
                .extracting(Text::content)
                .noneMatch(content -> content.contains("SECRET"));
    }

    @Test
    @DisplayName("A05 A06 A21 A23 a supervisor lists, counts and sees what may be done")
    void a_supervisor_lists_and_counts() {
        held(ID);
        ask(ConversationId.of("c-2"), "Hello there");
        LiveDesk live = sue.live();
        LiveRows rows = live.list(LiveFilter.open(), LiveSort.ascending(LiveSort.Key.OPENED), null, 1);
        assertThat(rows.rows()).singleElement().satisfies(row -> {
            assertThat(row.status()).isEqualTo(Status.PENDING);
            assertThat(row.latestMessage()).map(Text::content).hasValue("What are your opening hours?");
            assertThat(row.actions()).isEqualTo(sue.permissions(row.conversation()));
        });
        assertThat(live.list(LiveFilter.open(), LiveSort.ascending(LiveSort.Key.OPENED), rows.cursor(), 9)
                        .rows())
                .hasSize(1);
        LiveFilter low = LiveFilter.builder()
                .confidences(live.range(ConfidenceBand.LOW), live.range(ConfidenceBand.UNKNOWN))
                .build();
        assertThat(live.list(low, LiveSort.ascending(LiveSort.Key.OPENED), null, 9)
                        .rows())
                .hasSize(2);

        Dashboard dashboard = live.dashboard(Duration.ofHours(24), 5);
        assertThat(dashboard.counters().conversations())
                .isEqualTo(live.counters().conversations());
        assertThat(dashboard.counters().conversations().open()).isEqualTo(2);
        assertThat(dashboard.counters().agents()).containsEntry(AgentStatus.ONLINE, 2);
        assertThat(dashboard.recent()).hasSize(2);
        assertThat(dashboard.answerSeconds()).hasValue(0);
        assertThat(dashboard.escalationTrend()).isEmpty();
    }
}
