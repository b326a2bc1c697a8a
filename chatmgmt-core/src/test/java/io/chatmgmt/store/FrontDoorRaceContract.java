package io.chatmgmt.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.access.Caller;
import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.AnswerEvent;
import io.chatmgmt.conversation.Control;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationEvent;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.DecisionKind;
import io.chatmgmt.conversation.EscalationEvent;
import io.chatmgmt.conversation.HandoffEvent;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.OverrideReason;
import io.chatmgmt.conversation.Resolution;
import io.chatmgmt.conversation.Role;
import io.chatmgmt.conversation.Ticket;
import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.governance.CustomerMessage;
import io.chatmgmt.governance.Notification;
import io.chatmgmt.governance.PersonResult;
import io.chatmgmt.governance.TurnResult;
import io.chatmgmt.response.AiAnswer;
import io.chatmgmt.routing.Agent;
import io.chatmgmt.routing.AgentProfile;
import io.chatmgmt.routing.AgentStatus;
import io.chatmgmt.routing.Capacity;
import io.chatmgmt.testkit.MutableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who comes first when several people, nodes, customers and clocks want something of the same conversation at once. */
public abstract class FrontDoorRaceContract extends StoreContract {

    private static final int WEIGHT = 20;

    private final MutableClock clock = MutableClock.at(StoreFixtures.START);
    private final List<Notification> notifications = Collections.synchronizedList(new ArrayList<>());
    private final List<ChatGovernance> nodes = new ArrayList<>();

    @BeforeEach
    final void startTwoNodes() {
        for (int i = 0; i < 2; i++) {
            nodes.add(ChatGovernance.builder()
                    .store(store)
                    .clock(clock)
                    .notifier(notifications::add)
                    .build());
        }
    }

    private ChatGovernance node(int any) {
        return nodes.get(any % nodes.size());
    }

    private AgentId agent(String id, int chats, Role... roles) {
        AgentId agent = AgentId.of(id);
        node(0).agents()
                .register(AgentProfile.of(agent, id, "general")
                        .with(Capacity.limit(chats * WEIGHT))
                        .with(roles));
        return agent;
    }

    private void online(AgentId... agents) {
        for (AgentId agent : agents) {
            node(0).agents().status(agent, AgentStatus.ONLINE);
        }
    }

    private static ConversationId conversation(int round) {
        return ConversationId.of("c-" + round);
    }

    private TurnResult request(int any, ConversationId id, String message) {
        return node(any).onCustomerMessage(CustomerMessage.of(id, message, "I want to speak to a human"));
    }

    private Ticket ask(ConversationId id, String message) {
        return node(0).onCustomerMessage(CustomerMessage.of(id, message, "Where is my invoice?"))
                .ticket()
                .orElseThrow();
    }

    private <E extends ConversationEvent> List<E> events(ConversationId id, Class<E> type) {
        List<E> events = new ArrayList<>();
        for (JournalRow row : store.journal(id, 0, 10_000)) {
            for (ConversationEvent event : row.events()) {
                if (type.isInstance(event)) {
                    events.add(type.cast(event));
                }
            }
        }
        return events;
    }

    private Conversation row(ConversationId id) {
        return store.find(id).orElseThrow();
    }

    private int used(AgentId agent) {
        return store.findAgent(agent).orElseThrow().used();
    }

    /** Every event could have happened when it did; among others no answer of an older epoch was sent. */
    private void audit(ConversationId id) {
        new ConversationAudit(id, version -> false).read(store);
    }

    private static long won(List<PersonResult> results) {
        return results.stream().filter(PersonResult::isWon).count();
    }

    @Test
    @DisplayName("T079 of two reviewers of one answer exactly one wins, and the customer gets one answer")
    void one_of_two_reviewers_wins() throws Exception {
        online(agent("rae", 5, Role.REVIEWER));
        for (int round = 0; round < rounds(); round++) {
            ConversationId id = conversation(round);
            int held = ask(id, "m-1").number();
            node(0).onAiAnswer(row(id).ai().ticket(), AiAnswer.of("Perhaps", 0.4));
            assertThat(row(id).ai().held()).isNotNull();

            List<PersonResult> results = race.between(
                    () -> node(0).desk(Caller.reviewer("rae")).reviews().approve(id, held),
                    () -> node(1).desk(Caller.reviewer("rob")).reviews().edit(id, held, "Surely", OverrideReason.TONE));

            assertThat(won(results)).isEqualTo(1);
            assertThat(results)
                    .filteredOn(result -> !result.isWon())
                    .singleElement()
                    .isInstanceOfSatisfying(PersonResult.Lost.class, lost -> {
                        assertThat(lost.current().version()).isEqualTo(row(id).version());
                        assertThat(lost.by().isPerson()).isTrue();
                    });
            assertThat(events(id, AnswerEvent.Sent.class)).hasSize(1);
            assertThat(row(id).outbound()).hasSize(1);
            audit(id);
        }
    }

    @Test
    @DisplayName("T079 a review against the hold's end: one of them, never both")
    void a_review_races_with_the_end_of_the_hold() throws Exception {
        online(agent("rae", 5, Role.REVIEWER));
        for (int round = 0; round < rounds(); round++) {
            ConversationId id = conversation(round);
            int held = ask(id, "m-1").number();
            node(0).onAiAnswer(row(id).ai().ticket(), AiAnswer.of("Perhaps", 0.4));
            clock.advance(Duration.ofSeconds(60));

            race.between(
                    () -> node(0).desk(Caller.reviewer("rae"))
                            .reviews()
                            .replace(id, held, "Surely", OverrideReason.TONE),
                    () -> node(1).sweep(100));

            int replaced = events(id, AnswerEvent.Replaced.class).size();
            int expired = events(id, AnswerEvent.HoldExpired.class).size();
            assertThat(replaced + expired).isEqualTo(1);
            audit(id);
        }
    }

    @Test
    @DisplayName("T004 accept, time-out and a leaving customer at the same instant: one of them ends the offer")
    void accept_races_with_the_time_out_and_the_customer() throws Exception {
        AgentId sarah = agent("sarah", 1, Role.AGENT);
        for (int round = 0; round < rounds(); round++) {
            ConversationId id = conversation(round);
            online(sarah);
            request(0, id, "m-1");
            int offer = row(id).handoff().offer().number();
            clock.advance(Duration.ofSeconds(30));

            List<Object> results = race.between(
                    () -> node(0).desk(Caller.agent("sarah")).accept(id, offer),
                    () -> node(1).sweep(100),
                    () -> node(1).onCustomerLeft(id));

            boolean accepted = ((PersonResult) results.get(0)).isWon();
            assertThat(row(id).assignee()).isEqualTo(accepted ? sarah : null);
            assertThat(used(sarah)).isEqualTo(accepted ? WEIGHT : 0);
            assertThat(events(id, HandoffEvent.Accepted.class)).hasSize(accepted ? 1 : 0);
            assertThat(row(id).handoff() == null).isEqualTo(!accepted);
            audit(id);
            node(0).resolve(id, Resolution.ASSUMED);
            assertThat(used(sarah)).isZero();
        }
    }

    @Test
    @DisplayName("T002 of two agents who step in at once exactly one has the conversation")
    void one_of_two_agents_joins() throws Exception {
        AgentId sarah = agent("sarah", 5, Role.AGENT);
        AgentId tom = agent("tom", 5, Role.AGENT);
        for (int round = 0; round < rounds(); round++) {
            ConversationId id = conversation(round);
            ask(id, "m-1");

            List<PersonResult> results = race.between(
                    () -> node(0).desk(Caller.agent("sarah")).join(id),
                    () -> node(1).desk(Caller.agent("tom")).join(id));

            assertThat(won(results)).isEqualTo(1);
            AgentId winner = results.get(0).isWon() ? sarah : tom;
            assertThat(row(id).assignee()).isEqualTo(winner);
            assertThat(used(winner)).isEqualTo(WEIGHT);
            assertThat(used(winner.equals(sarah) ? tom : sarah)).isZero();
            audit(id);
            node(0).resolve(id, Resolution.ASSUMED);
        }
    }

    @Test
    @DisplayName("T002 a rule, the router and a click at once: one agent, one slot")
    void the_router_races_with_people_who_step_in() throws Exception {
        AgentId sarah = agent("sarah", 5, Role.AGENT);
        AgentId tom = agent("tom", 5, Role.AGENT);
        for (int round = 0; round < rounds(); round++) {
            ConversationId id = conversation(round);
            node(0).agents().status(sarah, AgentStatus.OFFLINE);
            request(0, id, "m-1");

            race.between(
                    () -> node(0).agents().status(sarah, AgentStatus.ONLINE),
                    () -> node(1).desk(Caller.agent("tom")).join(id),
                    () -> node(1).sweep(100));

            assertThat(row(id).assignee()).isEqualTo(tom);
            assertThat(used(tom)).isEqualTo(WEIGHT);
            assertThat(used(sarah)).isZero();
            audit(id);
            node(0).resolve(id, Resolution.ASSUMED);
        }
    }

    @Test
    @DisplayName("T011 resolving and assigning at once: a resolved conversation has nobody")
    void resolving_races_with_assigning() throws Exception {
        AgentId sarah = agent("sarah", 5, Role.AGENT);
        online(sarah);
        for (int round = 0; round < rounds(); round++) {
            ConversationId id = conversation(round);
            request(0, id, "m-1");
            int offer = row(id).handoff().offer().number();

            race.between(
                    () -> node(0).resolve(id, Resolution.ASSUMED),
                    () -> node(1).resolve(id, Resolution.ABANDONED),
                    () -> node(1).desk(Caller.agent("sarah")).accept(id, offer));

            assertThat(row(id).isOpen()).isFalse();
            assertThat(row(id).assignee()).isNull();
            assertThat(used(sarah)).isZero();
            audit(id);
        }
    }

    @Test
    @DisplayName("A20 T163 one message from many threads is one journal row and one answer for all")
    void one_message_from_many_threads_is_one_row() throws Exception {
        for (int round = 0; round < rounds(); round++) {
            ConversationId id = conversation(round);
            CustomerMessage message = CustomerMessage.of(id, "m-1", "I want to speak to a human");

            List<TurnResult> results =
                    race.between(contenders(6, any -> node(any).onCustomerMessage(message)));

            assertThat(results).allSatisfy(result -> {
                assertThat(result.version()).isEqualTo(1);
                assertThat(result.decisions()).isEqualTo(results.get(0).decisions());
                assertThat(result.texts()).isEqualTo(results.get(0).texts());
            });
            assertThat(row(id).counts().customer()).isEqualTo(1);
            assertThat(store.journal(id, 0, 10)).hasSize(1);
        }
    }

    @Test
    @DisplayName("A20 different messages at once all arrive, none twice, and the AI is asked for the last one")
    void different_messages_at_once_all_arrive() throws Exception {
        for (int round = 0; round < rounds(); round++) {
            ConversationId id = conversation(round);

            List<TurnResult> results = race.between(contenders(
                    6,
                    any -> node(any).onCustomerMessage(CustomerMessage.of(id, "m-" + any, "Question number " + any))));

            assertThat(results).extracting(TurnResult::version).doesNotHaveDuplicates();
            assertThat(row(id).counts().customer()).isEqualTo(6);
            assertThat(row(id).ai().ticket().message())
                    .isEqualTo(row(id).numbers().question());
            audit(id);
        }
    }

    @Test
    @DisplayName("T060 escalating from many threads is one escalation, one handoff, one message and one notification")
    void escalating_from_many_threads_is_one_escalation() throws Exception {
        for (int round = 0; round < rounds(); round++) {
            ConversationId id = conversation(round);
            notifications.clear();
            ask(id, "m-0");

            race.between(contenders(
                    6,
                    any -> any % 2 == 0
                            ? request(any, id, "m-" + (any + 1))
                            : node(any).desk(Caller.agent("a-" + any)).escalate(id, "Please look")));

            assertThat(events(id, EscalationEvent.Raised.class)).hasSize(1);
            assertThat(events(id, HandoffEvent.Queued.class)).hasSize(1);
            assertThat(row(id).counts().system()).isEqualTo(1);
            assertThat(notifications)
                    .filteredOn(Notification.HandoffQueued.class::isInstance)
                    .hasSize(1);
            audit(id);
        }
    }

    @Test
    @DisplayName("T003 T054 more work than slots from many threads: nobody ever holds more than they may")
    void slots_are_never_exceeded() throws Exception {
        AgentId sarah = agent("sarah", 1, Role.AGENT);
        AgentId tom = agent("tom", 2, Role.AGENT);
        for (int round = 0; round < Math.max(1, rounds() / 4); round++) {
            online(sarah, tom);
            List<ConversationId> ids = new ArrayList<>();
            List<Callable<Object>> contenders = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                ConversationId id = ConversationId.of("c-" + round + "-" + i);
                int any = i;
                ids.add(id);
                contenders.add(() -> request(any, id, "m-1"));
            }
            contenders.add(() -> node(0).sweep(100));
            contenders.add(() -> {
                for (int look = 0; look < 50; look++) {
                    assertRoom(sarah);
                    assertRoom(tom);
                }
                return "never more";
            });

            race.between(contenders);
            node(1).sweep(100);

            assertRoom(sarah);
            assertRoom(tom);
            assertThat(used(sarah) + used(tom)).as("no slot is left idle").isEqualTo(3 * WEIGHT);
            assertThat(held(ids)).isEqualTo(3);
            ids.forEach(this::audit);
            ids.forEach(id -> node(0).resolve(id, Resolution.ASSUMED));
            assertThat(used(sarah) + used(tom)).isZero();
        }
    }

    private void assertRoom(AgentId id) {
        Agent agent = store.findAgent(id).orElseThrow();
        assertThat(agent.used()).isLessThanOrEqualTo(agent.max());
    }

    private long held(List<ConversationId> ids) {
        return ids.stream().filter(id -> row(id).handoff().offer() != null).count();
    }

    @Test
    @DisplayName("T061 an answer races with whoever takes its right to speak: never sent in a stale epoch")
    void no_answer_is_sent_in_a_stale_epoch() throws Exception {
        agent("sarah", 5, Role.AGENT);
        for (int round = 0; round < rounds(); round++) {
            ConversationId id = conversation(round);
            Ticket ticket = ask(id, "m-1");

            List<Object> results = race.between(
                    () -> node(0).onAiAnswer(ticket, AiAnswer.of("Under Billing", 0.95)),
                    () -> node(1).desk(Caller.agent("sarah")).join(id),
                    () -> node(1).onCustomerMessage(CustomerMessage.of(id, "m-2", "Hello?")));

            TurnResult answered = (TurnResult) results.get(0);
            boolean sent = answered.decided(DecisionKind.DELIVER);
            assertThat(answered.decided(DecisionKind.STALE)).isEqualTo(!sent);
            assertThat(row(id).counts().ai()).isEqualTo(sent ? 1 : 0);
            assertThat(row(id).control()).isEqualTo(Control.HUMAN);
            audit(id);
            node(0).resolve(id, Resolution.ASSUMED);
        }
    }

    @Test
    @DisplayName("T163 a ticket that is redeemed from many threads is answered once")
    void a_ticket_is_redeemed_once() throws Exception {
        for (int round = 0; round < rounds(); round++) {
            ConversationId id = conversation(round);
            Ticket ticket = ask(id, "m-1");

            List<TurnResult> results = race.between(contenders(
                    4, any -> node(any).onAiAnswer(ticket, AiAnswer.of("Answer " + any, 0.95))));

            assertThat(results)
                    .extracting(TurnResult::texts)
                    .containsOnly(results.get(0).texts());
            assertThat(results)
                    .extracting(TurnResult::version)
                    .containsOnly(results.get(0).version());
            assertThat(row(id).counts().ai()).isEqualTo(1);
        }
    }

    @Test
    void two_nodes_that_sweep_at_once_do_everything_once() throws Exception {
        for (int round = 0; round < rounds(); round++) {
            ConversationId id = conversation(round);
            ask(id, "m-1");
            clock.advance(Duration.ofSeconds(30));

            race.between(() -> node(0).sweep(100), () -> node(1).sweep(100));

            assertThat(events(id, AnswerEvent.FellBack.class)).hasSize(1);
            audit(id);
            row(id).outbound().forEach(text -> node(0).outbox().acknowledge(id, text.number()));
        }
    }

    private interface Contender<T> {

        T run(int any);
    }

    private static <T> List<Callable<T>> contenders(int count, Contender<? extends T> contender) {
        return IntStream.range(0, count)
                .mapToObj(any -> (Callable<T>) () -> contender.run(any))
                .toList();
    }
}
