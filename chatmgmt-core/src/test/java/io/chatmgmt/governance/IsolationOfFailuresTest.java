package io.chatmgmt.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.DecisionKind;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.escalation.EscalationTriggers;
import io.chatmgmt.policy.GovernancePolicy;
import io.chatmgmt.routing.AgentProfile;
import io.chatmgmt.routing.AgentStatus;
import io.chatmgmt.store.GovernanceStore;
import io.chatmgmt.store.memory.InMemoryStore;
import io.chatmgmt.testkit.MutableClock;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What breaks outside of a conversation does not break the conversation. */
class IsolationOfFailuresTest {

    private static final ConversationId ID = ConversationId.of("c-1");

    private final MutableClock clock = MutableClock.at("2026-01-05T10:00:00Z");

    private static CustomerMessage message(ConversationId id, String message) {
        return CustomerMessage.of(id, message, "I want to speak to a human");
    }

    @Test
    void a_listener_that_throws_keeps_nobody_from_hearing() {
        List<JournalRow> heard = new ArrayList<>();
        ChatGovernance governance = ChatGovernance.builder()
                .listener(new GovernanceListener() {
                    @Override
                    public void onCommitted(JournalRow row, Conversation conversation) {
                        throw new IllegalStateException("a listener's own affair");
                    }
                })
                .listener(new GovernanceListener() {})
                .listener(new GovernanceListener() {
                    @Override
                    public void onCommitted(JournalRow row, Conversation conversation) {
                        heard.add(row);
                        assertThat(conversation.version()).isEqualTo(row.version());
                    }
                })
                .build();

        governance.onCustomerMessage(message(ID, "m-1"));
        governance.onCustomerMessage(message(ID, "m-2"));
        governance.onCustomerMessage(message(ID, "m-2"));

        assertThat(heard).extracting(JournalRow::version).containsExactly(1L, 2L);
    }

    @Test
    void a_notifier_and_an_outbound_that_throw_lose_nothing() {
        ChatGovernance governance = ChatGovernance.builder()
                .clock(clock)
                .notifier(notification -> {
                    throw new IllegalStateException("the chat of the team is down");
                })
                .outbound(message -> {
                    throw new IllegalStateException("the channel is down");
                })
                .build();
        governance.onCustomerMessage(CustomerMessage.of(ID, "m-1", "How do I change my address?"));

        clock.advance(Duration.ofSeconds(30));
        governance.sweep(100);

        assertThat(governance.outbox().pending(ID)).hasSize(1);
        assertThat(governance.onCustomerMessage(message(ID, "m-2")).decided(DecisionKind.QUEUED))
                .isTrue();
    }

    @Test
    void an_outbound_that_acknowledges_at_once_is_believed() {
        List<ChatGovernance> self = new ArrayList<>();
        ChatGovernance governance = ChatGovernance.builder()
                .clock(clock)
                .outbound(text -> self.get(0).outbox().acknowledge(text.conversation(), text.number()))
                .build();
        self.add(governance);
        governance.onCustomerMessage(CustomerMessage.of(ID, "m-1", "How do I change my address?"));

        clock.advance(Duration.ofSeconds(30));
        governance.sweep(100);

        assertThat(governance.outbox().pending(ID)).isEmpty();
        assertThat(governance.sweep(100).nextDue()).isEmpty();
    }

    @Test
    @DisplayName("design 4.3 a message keeps its answer when the matching after its commit fails")
    void a_message_keeps_its_answer_when_matching_fails() {
        AtomicBoolean broken = new AtomicBoolean();
        GovernanceStore store = failing(InMemoryStore.ofDefaults(), broken, "queues");
        ChatGovernance governance =
                ChatGovernance.builder().clock(clock).store(store).build();
        AgentId sarah = AgentId.of("sarah");
        broken.set(true);
        governance.agents().register(AgentProfile.of(sarah, "Sarah", "general"));

        TurnResult result = governance.onCustomerMessage(message(ID, "m-1"));
        assertThat(result.decided(DecisionKind.QUEUED)).isTrue();
        assertThatCode(() -> governance.agents().status(sarah, AgentStatus.ONLINE))
                .doesNotThrowAnyException();

        broken.set(false);
        assertThat(governance.sweep(100).matched()).isEqualTo(1);
        assertThat(governance.conversations().get(ID).handoff().offer().agent()).isEqualTo(sarah);
    }

    @Test
    @DisplayName("design 4.17 a conversation of a newer format is not written over, and does not stop the sweep")
    void a_newer_format_stops_neither_the_sweep_nor_itself() {
        InMemoryStore memory = InMemoryStore.ofDefaults();
        ConversationId newer = ConversationId.of("newer");
        ConversationId other = ConversationId.of("other");
        ChatGovernance governance = ChatGovernance.builder()
                .clock(clock)
                .store(future(memory, newer))
                .build();
        ChatGovernance.builder()
                .clock(clock)
                .store(memory)
                .build()
                .onCustomerMessage(CustomerMessage.of(newer, "m-1", "How do I change my address?"));
        governance.onCustomerMessage(CustomerMessage.of(other, "m-1", "How do I change my address?"));

        assertThatThrownBy(() -> governance.onCustomerMessage(message(newer, "m-2")))
                .isInstanceOf(NewerFormatException.class)
                .hasMessageContaining("newer");
        clock.advance(Duration.ofSeconds(30));
        SweepReport report = governance.sweep(100);

        assertThat(report.due()).isEqualTo(1);
        assertThat(governance.conversations().get(other).ai().fallbacks()).isEqualTo(1);
        assertThat(memory.find(newer).orElseThrow().version()).isEqualTo(1);
        assertThat(report.nextDue()).hasValue(clock.instant().plusSeconds(1));
    }

    @Test
    void a_sweep_that_is_cut_short_says_that_more_is_due() {
        ChatGovernance governance = ChatGovernance.builder().clock(clock).build();
        for (int i = 0; i < 3; i++) {
            governance.onCustomerMessage(
                    CustomerMessage.of(ConversationId.of("c-" + i), "m-1", "How do I change my address?"));
        }
        clock.advance(Duration.ofSeconds(30));

        SweepReport first = governance.sweep(2);
        assertThat(first.due()).isEqualTo(2);
        assertThat(first.nextDue()).hasValueSatisfying(next -> assertThat(next).isBeforeOrEqualTo(clock.instant()));
        assertThat(governance.sweep(2).due()).isEqualTo(1);
        assertThatThrownBy(() -> governance.sweep(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("T033 a deadline that nobody swept in time is made up for by the next sweep, once")
    void a_lost_timer_is_made_up_for() {
        ChatGovernance governance = ChatGovernance.builder().clock(clock).build();
        governance.onCustomerMessage(CustomerMessage.of(ID, "m-1", "How do I change my address?"));

        clock.advance(Duration.ofDays(3));
        governance.sweep(100);
        governance.sweep(100);

        assertThat(governance.conversations().get(ID).counts().system()).isEqualTo(1);
    }

    @Test
    @DisplayName("T034 a clock that goes back an hour fires nothing early and loses nothing")
    void a_clock_that_goes_back_loses_nothing() {
        ChatGovernance governance = ChatGovernance.builder().clock(clock).build();
        AgentId sarah = AgentId.of("sarah");
        governance.agents().register(AgentProfile.of(sarah, "Sarah", "general"));
        governance.agents().status(sarah, AgentStatus.ONLINE);
        governance.onCustomerMessage(message(ID, "m-1"));
        assertThat(governance.conversations().get(ID).handoff().offer()).isNotNull();

        clock.advance(Duration.ofHours(-1));
        assertThat(governance.sweep(100).due()).isZero();
        governance.onCustomerMessage(message(ID, "m-2"));
        assertThat(governance.conversations().get(ID).counts().customer()).isEqualTo(2);
        clock.advance(Duration.ofHours(1).plusSeconds(29));
        assertThat(governance.sweep(100).due()).isZero();
        clock.advance(Duration.ofSeconds(1));
        governance.sweep(100);

        assertThat(governance.conversations().get(ID).handoff().refusals()).hasSize(1);
    }

    @Test
    @DisplayName("T035 a time limit that is not set never fires")
    void an_unset_limit_never_fires() {
        ChatGovernance governance = ChatGovernance.builder()
                .clock(clock)
                .policy(GovernancePolicy.builder()
                        .response(r -> r.withoutAnswerTimeout())
                        .escalation(e -> e.withoutInvitationExpiry())
                        .build())
                .build();
        governance.onCustomerMessage(CustomerMessage.of(ID, "m-1", "How do I change my address?"));

        assertThat(governance.sweep(100).nextDue()).isEmpty();
        clock.advance(Duration.ofDays(400));
        assertThat(governance.sweep(100).due()).isZero();
    }

    /** A store in which one method fails while it is broken. */
    private static GovernanceStore failing(GovernanceStore store, AtomicBoolean broken, String method) {
        return (GovernanceStore) Proxy.newProxyInstance(
                GovernanceStore.class.getClassLoader(),
                new Class<?>[] {GovernanceStore.class},
                (proxy, called, arguments) -> {
                    if (broken.get() && called.getName().equals(method)) {
                        throw new IllegalStateException("the connection is gone");
                    }
                    return call(store, called, arguments);
                });
    }

    /** A store that shows one conversation as a newer version of the library would have written it. */
    private static GovernanceStore future(GovernanceStore store, ConversationId newer) {
        return (GovernanceStore) Proxy.newProxyInstance(
                GovernanceStore.class.getClassLoader(),
                new Class<?>[] {GovernanceStore.class},
                (proxy, called, arguments) -> {
                    Object result = call(store, called, arguments);
                    return called.getName().matches("find|findRecent") && newer.equals(arguments[0])
                            ? ((Optional<?>) result).map(row -> inFormat((Conversation) row, Conversation.FORMAT + 1))
                            : result;
                });
    }

    private static Object call(GovernanceStore store, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(store, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static Conversation inFormat(Conversation row, int format) {
        return new Conversation(
                row.id(),
                format,
                row.version(),
                row.controlEpoch(),
                row.controlSince(),
                row.customer(),
                row.channel(),
                row.openedAt(),
                row.lastAt(),
                row.lastMessageAt(),
                row.customerAt(),
                row.lifecycle(),
                row.control(),
                row.assignee(),
                row.waitingOn(),
                row.waitingSince(),
                row.episode(),
                row.language(),
                row.topic(),
                row.flags(),
                row.counts(),
                row.confidence(),
                row.ai(),
                row.triggers(),
                row.escalation(),
                row.handoff(),
                row.wrapUp(),
                row.outbound(),
                row.surveys(),
                row.caseFile(),
                row.numbers());
    }

    @Test
    void no_two_triggers_may_have_one_code() {
        assertThatThrownBy(() -> ChatGovernance.builder()
                        .trigger(EscalationTriggers.when("HUMAN_REQUEST", facts -> false))
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("HUMAN_REQUEST");
    }
}
