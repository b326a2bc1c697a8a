package io.chatmgmt.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.access.Caller;
import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.AiAction;
import io.chatmgmt.conversation.AiFailure;
import io.chatmgmt.conversation.AiSettings;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.DecisionKind;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.OverrideReason;
import io.chatmgmt.conversation.Posture;
import io.chatmgmt.conversation.Role;
import io.chatmgmt.conversation.Status;
import io.chatmgmt.conversation.Ticket;
import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.governance.CustomerMessage;
import io.chatmgmt.governance.Desk;
import io.chatmgmt.governance.OutboundMessage;
import io.chatmgmt.governance.PersonResult;
import io.chatmgmt.governance.TurnResult;
import io.chatmgmt.response.AiAnswer;
import io.chatmgmt.routing.AgentProfile;
import io.chatmgmt.routing.AgentStatus;
import io.chatmgmt.testkit.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A node that dies after its commit: the host repeats the command at another node over the same store and gets the first
 * result, and a text that no caller waited for is offered until the host has it.
 */
public abstract class FrontDoorCrashContract extends StoreContract {

    private static final ConversationId ID = ConversationId.of("c-1");

    private final MutableClock clock = MutableClock.at(StoreFixtures.START);
    private final List<OutboundMessage> delivered = new ArrayList<>();
    private ChatGovernance first;
    private ChatGovernance second;

    @BeforeEach
    final void startTwoNodes() {
        first = node();
        second = node();
        for (String id : List.of("sarah", "tom")) {
            first.agents()
                    .register(AgentProfile.of(AgentId.of(id), id, "general").with(Role.AGENT, Role.REVIEWER));
        }
    }

    private ChatGovernance node() {
        return ChatGovernance.builder()
                .store(store)
                .clock(clock)
                .outbound(delivered::add)
                .build();
    }

    private void online(String agent) {
        first.agents().status(AgentId.of(agent), AgentStatus.ONLINE);
    }

    private static Desk desk(ChatGovernance node, String agent) {
        return node.desk(Caller.supervisor(agent));
    }

    private TurnResult customer(String id, String text) {
        return first.onCustomerMessage(CustomerMessage.of(ID, id, text));
    }

    private Ticket ticket(String id, String text) {
        return customer(id, text).ticket().orElseThrow();
    }

    /** The same command at the other node, later and after more has happened, gives the same and changes nothing. */
    private void assertSame(TurnResult result, Function<ChatGovernance, TurnResult> command) {
        clock.advance(Duration.ofSeconds(3));
        first.desk(Caller.supervisor("sue")).note(ID, "something else happened meanwhile");
        long version = store.find(ID).orElseThrow().version();
        TurnResult repeated = command.apply(second);
        assertThat(repeated.version()).isEqualTo(result.version());
        assertThat(repeated.decisions()).isEqualTo(result.decisions());
        assertThat(repeated.texts()).isEqualTo(result.texts());
        assertThat(repeated.ticket()).isEqualTo(result.ticket());
        assertThat(repeated.events()).usingRecursiveComparison().isEqualTo(result.events());
        assertThat(store.find(ID).orElseThrow().version()).isEqualTo(version);
    }

    @Test
    @DisplayName("T163 a customer's message given again gets the first ticket")
    void a_repeated_message_gets_the_first_ticket() {
        CustomerMessage message = CustomerMessage.of(ID, "m-1", "Where is my invoice?");
        TurnResult result = first.onCustomerMessage(message);
        assertThat(result.ticket()).isPresent();

        assertSame(result, node -> node.onCustomerMessage(message));
    }

    @Test
    @DisplayName("T163 T060 a request for a person given again calls one person, with the first words")
    void a_repeated_request_calls_one_person() {
        CustomerMessage message = CustomerMessage.of(ID, "m-1", "I want to speak to a human");
        TurnResult result = first.onCustomerMessage(message);
        assertThat(result.decided(DecisionKind.ESCALATE)).isTrue();
        assertThat(result.texts()).hasSize(1);

        assertSame(result, node -> node.onCustomerMessage(message));
        assertThat(store.find(ID).orElseThrow().episode().handoffs()).isEqualTo(1);
    }

    @Test
    @DisplayName("T163 a message given again after the matter was resolved does not reopen it")
    void a_repeated_message_does_not_reopen() {
        CustomerMessage message = CustomerMessage.of(ID, "m-1", "Where is my invoice?");
        TurnResult result = first.onCustomerMessage(message);
        first.desk(Caller.supervisor("sue")).resolve(ID, "");

        assertSame(result, node -> node.onCustomerMessage(message));
        assertThat(store.find(ID).orElseThrow().isOpen()).isFalse();
    }

    @Test
    @DisplayName("T163 an answer given again gets the first decision and is said once")
    void a_repeated_answer_is_said_once() {
        Ticket ticket = ticket("m-1", "Where is my invoice?");
        AiAnswer answer = AiAnswer.of("Under Settings, Billing", 0.93);
        TurnResult result = first.onAiAnswer(ticket, answer);
        assertThat(result.texts()).hasSize(1);

        assertSame(result, node -> node.onAiAnswer(ticket, answer));
        assertThat(store.find(ID).orElseThrow().counts().ai()).isEqualTo(1);
    }

    @Test
    @DisplayName("T163 other words for the same ticket get the first decision")
    void other_words_for_the_same_ticket_get_the_first_decision() {
        Ticket ticket = ticket("m-1", "Where is my invoice?");
        TurnResult result = first.onAiAnswer(ticket, AiAnswer.of("Under Settings, Billing", 0.93));

        assertSame(result, node -> node.onAiAnswer(ticket, AiAnswer.of("I have no idea", 0.1)));
        assertSame(result, node -> node.onAiFailure(ticket, AiFailure.FATAL));
    }

    @Test
    @DisplayName("T062 T163 the AI's call for a person given again calls one person")
    void a_repeated_handoff_calls_one_person() {
        Ticket ticket = ticket("m-1", "Where is my invoice?");
        AiAnswer answer = AiAnswer.of("A colleague will help", 0.9).with(AiAction.HANDOFF);
        TurnResult result = first.onAiAnswer(ticket, answer);
        assertThat(result.decided(DecisionKind.QUEUED)).isTrue();

        assertSame(result, node -> node.onAiAnswer(ticket, answer));
        assertThat(store.find(ID).orElseThrow().episode().handoffs()).isEqualTo(1);
    }

    @Test
    @DisplayName("T163 a failure given again falls back once")
    void a_repeated_failure_falls_back_once() {
        Ticket ticket = ticket("m-1", "Where is my invoice?");
        TurnResult result = first.onAiFailure(ticket, AiFailure.ERROR);
        assertThat(result.decided(DecisionKind.FALLBACK)).isTrue();

        assertSame(result, node -> node.onAiFailure(ticket, AiFailure.ERROR));
        assertThat(store.find(ID).orElseThrow().ai().failures()).isEqualTo(1);
    }

    @Test
    @DisplayName("T163 T004 an accepted offer, accepted again, is won again")
    void a_repeated_accept_is_won_again() {
        online("sarah");
        customer("m-1", "I want to speak to a human");
        int offer = store.find(ID).orElseThrow().handoff().offer().number();
        TurnResult result = won(desk(first, "sarah").accept(ID, offer));

        assertSame(result, node -> won(desk(node, "sarah").accept(ID, offer)));
        assertThat(store.findAgent(AgentId.of("sarah")).orElseThrow().used()).isEqualTo(20);
        assertThat(desk(second, "tom").accept(ID, offer).isWon()).isFalse();
    }

    /** What a person does, each with a key. */
    enum Command {
        JOIN(desk -> desk.join(ID)),
        REPLY(desk -> desk.reply(ID, "Hello")),
        NOTE(desk -> desk.note(ID, "Looks odd")),
        ESCALATE(desk -> desk.escalate(ID, "Looks odd")),
        FLAG(desk -> desk.flag(ID, Flag.MANUAL)),
        ADJUST(desk -> desk.adjustAi(ID, AiSettings.OF_POLICY.with(Posture.DRAFT_ONLY))),
        HAND_BACK(desk -> desk.handBack(ID, "Over to you")),
        RESOLVE(desk -> desk.resolve(ID, "Done")),
        CORRECT(desk -> desk.reviews().correct(ID, 2, "Not quite so", OverrideReason.INCORRECT)),
        APPROVE(desk -> desk.reviews().approve(ID, 2)),
        EDIT(desk -> desk.reviews().edit(ID, 2, "Surely", OverrideReason.TONE)),
        REPLACE(desk -> desk.reviews().replace(ID, 2, "Surely", OverrideReason.TONE)),
        DISCARD(desk -> desk.reviews().discard(ID, 2, OverrideReason.OTHER, "No"));

        private final Function<Desk, PersonResult> action;

        Command(Function<Desk, PersonResult> action) {
            this.action = action;
        }

        private boolean needsControl() {
            return this == REPLY || this == HAND_BACK;
        }

        private boolean isReview() {
            return ordinal() >= APPROVE.ordinal();
        }
    }

    @ParameterizedTest
    @EnumSource(Command.class)
    @DisplayName("T163 what a person did with a key, done again, is won again and done once")
    void a_repeated_command_of_a_person_is_won_again(Command command) {
        online("sarah");
        first.onAiAnswer(ticket("m-1", "Where is my invoice?"), AiAnswer.of("Under Billing", 0.93));
        if (command.isReview()) {
            first.onAiAnswer(ticket("m-2", "Which tab?"), AiAnswer.of("Perhaps the second", 0.4));
        }
        if (command.needsControl()) {
            desk(first, "sarah").join(ID);
        }
        TurnResult result = won(command.action.apply(desk(first, "sarah").once("k-1")));

        assertSame(result, node -> won(command.action.apply(desk(node, "sarah").once("k-1"))));
        desk(first, "sarah").resolve(ID, "");
        assertSame(result, node -> won(command.action.apply(desk(node, "sarah").once("k-1"))));
    }

    private static TurnResult won(PersonResult result) {
        return result.won().orElseThrow(() -> new AssertionError("lost: " + result));
    }

    @Test
    @DisplayName("T008 an offer that a dead node made runs out at another one")
    void an_offer_of_a_dead_node_runs_out() {
        online("sarah");
        customer("m-1", "I want to speak to a human");
        assertThat(store.find(ID).orElseThrow().handoff().offer()).isNotNull();

        clock.advance(Duration.ofSeconds(30));
        second.sweep(100);

        assertThat(store.find(ID).orElseThrow().handoff().offer()).isNull();
        assertThat(store.findAgent(AgentId.of("sarah")).orElseThrow().used()).isZero();
    }

    @Test
    void a_text_that_no_caller_waited_for_is_offered_by_any_node_until_it_is_acknowledged() {
        customer("m-1", "Where is my invoice?");
        clock.advance(Duration.ofSeconds(30));
        first.sweep(100);
        assertThat(delivered).hasSize(1);
        OutboundMessage fallback = delivered.get(0);
        assertThat(second.outbox().pending(ID)).containsExactly(fallback);

        List<Duration> pauses = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Instant next = second.sweep(100).nextDue().orElseThrow();
            pauses.add(Duration.between(clock.instant(), next));
            clock.set(next.minusNanos(1_000));
            second.sweep(100);
            assertThat(delivered).hasSize(i + 1);
            clock.set(next);
            (i % 2 == 0 ? second : first).sweep(100);
            assertThat(delivered).hasSize(i + 2);
        }
        assertThat(delivered).containsOnly(fallback);
        assertThat(pauses).isSorted().doesNotHaveDuplicates();

        second.outbox().acknowledge(ID, fallback.number());
        assertThat(first.outbox().pending(ID)).isEmpty();
        clock.advance(Duration.ofHours(1));
        first.sweep(100);
        assertThat(delivered).hasSize(5);
        assertThat(first.sweep(100).nextDue()).isEmpty();
    }

    @Test
    @DisplayName("A16 three refusals are a failed delivery and an error, which a later success takes down")
    void three_refusals_are_a_failed_delivery() {
        TurnResult answered =
                first.onAiAnswer(ticket("m-1", "Where is my invoice?"), AiAnswer.of("Under Billing", 0.93));
        int text = answered.texts().get(0).number();

        first.outbox().refuse(ID, text);
        assertThat(delivered).isEmpty();
        clock.set(first.sweep(100).nextDue().orElseThrow());
        second.sweep(100);
        assertThat(delivered).extracting(OutboundMessage::number).containsExactly(text);
        assertThat(delivered).extracting(OutboundMessage::content).containsExactly("Under Billing");
        second.outbox().refuse(ID, text);
        assertThat(status()).isEqualTo(Status.ACTIVE);
        first.outbox().refuse(ID, text);

        assertThat(store.find(ID).orElseThrow().flags().has(Flag.DELIVERY_FAILED))
                .isTrue();
        assertThat(status()).isEqualTo(Status.ERROR);
        assertThat(first.outbox().pending(ID)).isEmpty();

        TurnResult next = first.onAiAnswer(ticket("m-2", "Hello?"), AiAnswer.of("Under Settings, Billing", 0.93));
        second.outbox().acknowledge(ID, next.texts().get(0).number());
        assertThat(status()).isEqualTo(Status.ACTIVE);
    }

    private Status status() {
        return first.conversations().status(store.find(ID).orElseThrow());
    }
}
