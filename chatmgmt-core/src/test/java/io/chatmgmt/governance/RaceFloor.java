package io.chatmgmt.governance;

import io.chatmgmt.access.Caller;
import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Customer;
import io.chatmgmt.lifecycle.Opening;
import io.chatmgmt.policy.GovernancePolicy;
import io.chatmgmt.routing.AgentProfile;
import io.chatmgmt.routing.AgentStatus;
import io.chatmgmt.routing.Capacity;
import io.chatmgmt.routing.QueueRule;
import io.chatmgmt.routing.RoutingPolicyBuilder;
import io.chatmgmt.store.memory.InMemoryStore;
import io.chatmgmt.testkit.MutableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Where a race is run: agents who can do everything, work of several weights, and queues of every kind. */
final class RaceFloor {

    /** How many of a queue are looked at, by those who fetch work and by the checks. */
    static final int FIRST = 100;

    /** Whose work is shown to several agents at once. */
    static final String CALLED = "technical";

    /** Whose work is not offered to anybody. */
    static final String FETCHED = "sales";

    static final List<String> QUEUES = List.of("general", "billing", CALLED, FETCHED);
    static final Map<String, Integer> WEIGHTS = Map.of("web", Floor.CHAT, "mail", 5, "phone", 2 * Floor.CHAT);
    static final int LIGHTEST = 5;

    private static final int CHATS = 3;
    private static final List<String> CHANNELS = List.of("web", "mail", "phone");

    final MutableClock clock = MutableClock.at("2026-01-05T10:00:00Z");
    final InMemoryStore store = InMemoryStore.ofDefaults();
    final ChatGovernance governance = ChatGovernance.builder()
            .store(store)
            .clock(clock)
            .policy(GovernancePolicy.builder().routing(RaceFloor::route).build())
            .build();
    final List<AgentId> agents = new ArrayList<>();
    final List<ConversationId> conversations = new ArrayList<>();

    RaceFloor(int items, int people) {
        for (int i = 0; i < people; i++) {
            AgentId id = AgentId.of("agent-" + i);
            agents.add(id);
            governance
                    .agents()
                    .register(AgentProfile.of(id, "Agent", QUEUES.toArray(String[]::new))
                            .with(Capacity.limit(CHATS * Floor.CHAT)));
            governance.agents().status(id, AgentStatus.ONLINE);
        }
        for (int i = 0; i < items; i++) {
            conversations.add(ConversationId.of("c-" + i));
        }
    }

    private static void route(RoutingPolicyBuilder routing) {
        routing.rules(rules -> rules.wrapUp(Duration.ofSeconds(5)))
                .rule(CALLED, rule -> rule.offers(QueueRule.Offers.BROADCAST))
                .rule(FETCHED, rule -> rule.offers(QueueRule.Offers.PULL))
                .lookAhead(FIRST);
        WEIGHTS.forEach(routing::channelWeight);
    }

    /** A customer wants a person. */
    void ask(ConversationId id, String message, Random random) {
        String channel = CHANNELS.get(random.nextInt(CHANNELS.size()));
        String topic = QUEUES.get(random.nextInt(QUEUES.size()));
        governance.onCustomerMessage(CustomerMessage.of(id, message, "I want to speak to a human")
                .with(new Opening(Customer.of(id.value()), channel, null, topic)));
    }

    Desk desk(AgentId agent) {
        return governance.desk(Caller.agent(agent.value()));
    }

    /** The conversations that have begun, as they are now. */
    Stream<Conversation> rows() {
        return conversations.stream().flatMap(id -> store.find(id).stream());
    }

    boolean isAnybodyWaiting() {
        return rows().anyMatch(row -> row.handoff() != null);
    }
}
