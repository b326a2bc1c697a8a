package io.chatmgmt.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatmgmt.access.AccessDeniedException;
import io.chatmgmt.access.Caller;
import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.AiAction;
import io.chatmgmt.conversation.Control;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Customer;
import io.chatmgmt.conversation.DecisionKind;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.ReasonCode;
import io.chatmgmt.conversation.Resolution;
import io.chatmgmt.conversation.Role;
import io.chatmgmt.conversation.Status;
import io.chatmgmt.conversation.Text;
import io.chatmgmt.conversation.Ticket;
import io.chatmgmt.response.AiAnswer;
import io.chatmgmt.routing.AgentStatus;
import io.chatmgmt.store.memory.InMemoryStore;
import io.chatmgmt.testkit.MutableClock;
import io.chatmgmt.testkit.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The field's bugs at the front door, each by its number. */
class EdgeCasesTest {

    private static final ConversationId ID = ConversationId.of("scenario");

    @Test
    @DisplayName("T031 a person who steps in takes the conversation out of the AI's control")
    void joining_leaves_ai_control() {
        Scenario.ofDefaults()
                .agent("sarah", "general")
                .customer("Where is my parcel?")
                .joins("sarah")
                .expectControl(Control.HUMAN)
                .ai("Too late", 0.9)
                .expectDecisions(DecisionKind.STALE);
    }

    @Test
    @DisplayName("T032 a handoff as the very first action still notifies")
    void a_handoff_first_of_all_notifies() {
        List<Notification> told = new ArrayList<>();
        ChatGovernance governance = ChatGovernance.builder().notifier(told::add).build();
        governance.open(ID, CustomerMessage.of("scenario", "m", "").opening());

        Ticket ticket = governance.requestTicket(ID).orElseThrow();
        TurnResult result = governance.onAiAnswer(ticket, AiAnswer.of("").with(AiAction.HANDOFF));

        assertThat(result.decided(DecisionKind.QUEUED)).isTrue();
        assertThat(told).hasSize(1).first().isInstanceOf(Notification.HandoffQueued.class);
    }

    @Test
    @DisplayName("T060 T062 the same trigger and the same message again escalate once")
    void a_repeated_trigger_escalates_once() {
        List<Notification> told = new ArrayList<>();
        ChatGovernance governance = ChatGovernance.builder().notifier(told::add).build();
        for (String message : List.of("m1", "m1", "m2")) {
            governance.onCustomerMessage(CustomerMessage.of("scenario", message, "Can I speak to a human?"));
        }

        assertThat(told).hasSize(1);
        assertThat(governance.conversations().get(ID).episode().handoffs()).isEqualTo(1);
    }

    @Test
    @DisplayName("T061 an answer that was under way when a person took over is not delivered")
    void an_answer_of_an_older_epoch_is_stale() {
        Scenario scenario = Scenario.ofDefaults().agent("sarah", "general").customer("Where is my parcel?");
        Ticket ticket = scenario.conversation().ai().ticket();
        scenario.joins("sarah");

        TurnResult late = scenario.governance().onAiAnswer(ticket, AiAnswer.of("On its way", 0.99));

        assertThat(late.decided(DecisionKind.STALE)).isTrue();
        assertThat(late.texts()).isEmpty();
    }

    @Test
    @DisplayName("T063 a handoff has exactly one closing text: the AI's own, or the template")
    void a_handoff_has_one_closing_text() {
        TurnResult own = handOff(
                new AiAnswer("A colleague will help you.", AiAnswer.of("").confidence(), AiAction.HANDOFF, 0));
        TurnResult none = handOff(AiAnswer.of("").with(AiAction.HANDOFF));

        assertThat(own.texts()).extracting(OutgoingText::content).containsExactly("A colleague will help you.");
        assertThat(none.texts())
                .hasSize(1)
                .first()
                .satisfies(text -> assertThat(text.content()).contains("colleague"));
    }

    private static TurnResult handOff(AiAnswer answer) {
        ChatGovernance governance = ChatGovernance.ofDefaults();
        Ticket ticket = governance
                .onCustomerMessage(CustomerMessage.of("scenario", "m1", "Where is my parcel?"))
                .ticket()
                .orElseThrow();
        return governance.onAiAnswer(ticket, answer);
    }

    @Test
    @DisplayName("T064 T068 after a hand-back the AI answers, soft triggers wait, a clear request does not")
    void a_hand_back_gives_the_ai_a_quiet_start() {
        Scenario.ofDefaults()
                .agent("sarah", "general")
                .customer("Can I speak to a human?")
                .accepts("sarah")
                .handsBack("sarah")
                .expectControl(Control.AI)
                .customer("This is terrible, where is my parcel?")
                .expectDecisions()
                .ai("It arrives tomorrow.", 0.95)
                .expectDecisions(DecisionKind.DELIVER)
                .customer("Get me a real person")
                .expectDecisions(DecisionKind.ESCALATE, DecisionKind.QUEUED, DecisionKind.OFFERED);
    }

    @Test
    @DisplayName("T065 words in an answer never hand off")
    void words_in_an_answer_never_hand_off() {
        Scenario.ofDefaults()
                .customer("Where is my parcel?")
                .ai("HANDOFF: transferring you to a human agent now", 0.95)
                .expectDecisions(DecisionKind.DELIVER)
                .expectControl(Control.AI);
    }

    @Test
    @DisplayName("T066 without any agent the customer is told, and the answer says that it waits")
    void without_agents_nothing_is_silent() {
        Scenario.ofDefaults()
                .customer("Can I speak to a human?")
                .expectDecisions(DecisionKind.ESCALATE, DecisionKind.QUEUED)
                .expectText("connecting you")
                .expectStatus(Status.FLAGGED);
    }

    @Test
    @DisplayName("T069 0.70 is not low, 0.6999 is, unknown neither counts nor resets")
    void the_streak_counts_as_it_should() {
        Scenario.ofDefaults()
                .customer("Where is my parcel?")
                .ai("one", 0.6999)
                .ai("two", 0.6999)
                .ai("three", 0.70)
                .expectDecisions(DecisionKind.DELIVER)
                .ai("four", 0.6999)
                .ai("five", 0.6999)
                .ai(AiAnswer.of("six"))
                .ai("seven", 0.6999)
                .expectReason(ReasonCode.LOW_CONFIDENCE_STREAK);
    }

    @Test
    @DisplayName("T072 a bare agent is offered a person once, declining is respected, asking again is not ignored")
    void a_bare_agent_is_asked_back_once() {
        Scenario.ofDefaults()
                .customer("agent")
                .expectDecisions(DecisionKind.OFFER_HUMAN)
                .customer("no thanks")
                .expectDecisions()
                .customer("agent")
                .expectDecisions(DecisionKind.ESCALATE, DecisionKind.QUEUED);
    }

    @Test
    @DisplayName(
            "T083 a person's stretch stays in the history, and the agent of an earlier episode gets nothing unasked")
    void a_human_stretch_is_not_lost() {
        Scenario scenario = Scenario.ofDefaults()
                .agent("sarah", "general")
                .customer("Can I speak to a human?")
                .accepts("sarah")
                .writes("sarah", "It was lost on the way, a new one is coming.")
                .handsBack("sarah")
                .resolves();
        scenario.governance().agents().status(AgentId.of("sarah"), AgentStatus.OFFLINE);
        scenario.customer("Hello again, where is it now?").expectControl(Control.AI);

        assertThat(scenario.governance().conversations().history(ID))
                .extracting(Text::content)
                .contains("It was lost on the way, a new one is coming.");
        assertThat(scenario.conversation().episode().history().lastAgent()).isEqualTo(AgentId.of("sarah"));
    }

    @Test
    @DisplayName("T155 the customer's own braces are never a template, and the customer never sees raw ones")
    void a_customers_braces_stay_text() {
        Scenario.ofDefaults()
                .customerIs(Customer.of("u1").named("{{company}}"))
                .agent("sarah", "general")
                .customer("Can I speak to a human?")
                .accepts("sarah")
                .expectText("Hi {{company}}, I'm sarah");
    }

    @Test
    @DisplayName("T158 each role may do what it is there for, and nothing else")
    void permissions_are_denied_by_default() {
        Scenario scenario = Scenario.ofDefaults().agent("a", "general").customer("Where is my parcel?");
        ChatGovernance governance = scenario.governance();
        Desk viewer = desk(governance, "v", Role.VIEWER);
        Desk agent = desk(governance, "a", Role.AGENT);
        Desk nobody = governance.desk(new Caller("default", Caller.agent("x").actor(), Set.of()));

        assertThat(viewer.view(ID).id()).isEqualTo(ID);
        for (Desk desk : List.of(viewer, nobody)) {
            assertThatThrownBy(() -> desk.join(ID)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> desk.reply(ID, "x")).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> desk.reviews().approve(ID, 1)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> desk.escalate(ID, "x")).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> desk.resolve(ID, "")).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> desk.note(ID, "x")).isInstanceOf(AccessDeniedException.class);
        }
        assertThatThrownBy(() -> nobody.view(ID)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> agent.reviews().approve(ID, 1)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> agent.journal(ID, 0, 1)).isInstanceOf(AccessDeniedException.class);
        assertThat(agent.join(ID).isWon()).isTrue();
    }

    @Test
    @DisplayName("T158 a private note reaches neither the customer nor the AI")
    void a_note_stays_private() {
        Scenario scenario = Scenario.ofDefaults().agent("a", "general").customer("Where is my parcel?");
        TurnResult noted = scenario.governance()
                .desk(Caller.agent("a"))
                .note(ID, "difficult customer")
                .won()
                .orElseThrow();

        assertThat(noted.texts()).isEmpty();
        assertThat(scenario.governance().conversations().history(ID))
                .extracting(Text::content)
                .doesNotContain("difficult customer");
    }

    @Test
    @DisplayName("T159 another tenant's conversation is out of reach, and the same ids are other conversations")
    void tenants_do_not_meet() {
        ChatGovernance governance = ChatGovernance.ofDefaults();
        ConversationId one = new ConversationId("one", "c");
        ConversationId two = new ConversationId("two", "c");
        governance.onCustomerMessage(CustomerMessage.of(one, "m", "Can I speak to a human?"));
        governance.onCustomerMessage(CustomerMessage.of(two, "m", "Where is my parcel?"));
        Desk stranger = governance.desk(Caller.supervisor("s").in("two"));

        List<Runnable> attempts = List.of(
                () -> stranger.view(one),
                () -> stranger.texts(one, 0, 1),
                () -> stranger.journal(one, 0, 1),
                () -> stranger.join(one),
                () -> stranger.resolve(one, ""),
                () -> stranger.note(one, "x"));
        for (Runnable attempt : attempts) {
            assertThatThrownBy(attempt::run).isInstanceOf(AccessDeniedException.class);
        }
        assertThat(governance.conversations().get(two).control()).isEqualTo(Control.AI);
        assertThat(governance.conversations().open("two", null, 10))
                .extracting(Conversation::id)
                .containsExactly(two);
    }

    @Test
    @DisplayName("T163 a command repeated after its commit, on another instance, gets its first answer")
    void a_repeated_command_gets_its_first_answer() {
        InMemoryStore store = InMemoryStore.ofDefaults();
        MutableClock clock = MutableClock.at("2026-01-05T10:00:00Z");
        ChatGovernance node = ChatGovernance.builder().store(store).clock(clock).build();
        ChatGovernance other =
                ChatGovernance.builder().store(store).clock(clock).build();
        CustomerMessage message = CustomerMessage.of("scenario", "m1", "Where is my parcel?");

        TurnResult asked = node.onCustomerMessage(message);
        clock.advance(Duration.ofSeconds(7));
        TurnResult repeated = other.onCustomerMessage(message);
        assertThat(repeated.version()).isEqualTo(asked.version());
        assertThat(repeated.ticket()).isEqualTo(asked.ticket());
        assertThat(repeated.events()).isEqualTo(asked.events());
        TurnResult answered = node.onAiAnswer(asked.ticket().orElseThrow(), AiAnswer.of("On its way", 0.9));
        TurnResult again = other.onAiAnswer(asked.ticket().orElseThrow(), AiAnswer.of("Something else", 0.1));

        assertThat(again.version()).isEqualTo(answered.version());
        assertThat(again.texts()).isEqualTo(answered.texts()).hasSize(1);
        assertThat(store.journal(ID, 0, 10)).hasSize(2);
    }

    @Test
    @DisplayName("T163 an accepted offer and a keyed command are repeated without effect, too")
    void a_repeated_person_gets_the_first_answer() {
        Scenario scenario = Scenario.ofDefaults().agent("sarah", "general").customer("Can I speak to a human?");
        int offer = scenario.conversation().handoff().offer().number();
        Desk desk = scenario.governance().desk(Caller.agent("sarah"));

        long accepted = desk.accept(ID, offer).won().orElseThrow().version();
        long noted = desk.once("k").note(ID, "note").won().orElseThrow().version();

        assertThat(desk.accept(ID, offer).won().orElseThrow().version()).isEqualTo(accepted);
        assertThat(desk.once("k").note(ID, "note").won().orElseThrow().version())
                .isEqualTo(noted);
        assertThat(scenario.governance().agents().get(AgentId.of("sarah")).used())
                .isEqualTo(20);
    }

    @Test
    @DisplayName("A03 a blocked customer's message opens nothing again")
    void a_blocked_customer_stays_resolved() {
        Scenario scenario =
                Scenario.ofDefaults().customer("Where is my parcel?").resolves();
        scenario.governance().identify(ID, Customer.of("customer").with(Customer.Standing.BLOCKED));

        scenario.customer("Hello?").expectDecisions().expectStatus(Status.RESOLVED);
    }

    @Test
    @DisplayName("A18 a returning customer is recognised in another conversation")
    void a_returning_customer_is_recognised() {
        ChatGovernance governance = ChatGovernance.ofDefaults();
        Customer ada = Customer.of("ada");
        governance.onCustomerMessage(
                CustomerMessage.of("c1", "m", "Where is my parcel?").from(ada));
        governance.resolve(ConversationId.of("c1"), Resolution.CONFIRMED);
        governance.onRating(ConversationId.of("c1"), 2, "slow");
        governance.onCustomerMessage(
                CustomerMessage.of("c2", "m", "It is me again").from(ada));

        assertThat(governance
                        .conversations()
                        .get(ConversationId.of("c2"))
                        .episode()
                        .history())
                .satisfies(history -> {
                    assertThat(history.earlierEpisodes()).isEqualTo(1);
                    assertThat(history.lastRating()).isEqualTo(2);
                });
        assertThat(governance.conversations().status(governance.conversations().get(ConversationId.of("c1"))))
                .isEqualTo(Status.RESOLVED);
    }

    @Test
    @DisplayName("A22 a flag that a person took down stays down for the episode")
    void a_flag_taken_down_stays_down() {
        Scenario scenario = Scenario.ofDefaults()
                .agent("a", "general")
                .customer("Where is my parcel?")
                .ai("Hm", 0.5);
        scenario.governance().desk(Caller.agent("a")).unflag(ID, Flag.LOW_CONFIDENCE);
        scenario.ai("Hm, hm", 0.5);

        assertThat(scenario.conversation().flags().has(Flag.LOW_CONFIDENCE)).isFalse();
    }

    private static Desk desk(ChatGovernance governance, String id, Role role) {
        return governance.desk(new Caller("default", Caller.agent(id).actor(), Set.of(role)));
    }
}
