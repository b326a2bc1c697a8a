package io.chatmgmt.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.access.Caller;
import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationEvent;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Handoff;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.Offer;
import io.chatmgmt.policy.GovernancePolicy;
import io.chatmgmt.policy.PolicySource;
import io.chatmgmt.routing.AgentProfile;
import io.chatmgmt.routing.AgentStatus;
import io.chatmgmt.routing.Capacity;
import io.chatmgmt.routing.OpeningHours;
import io.chatmgmt.routing.RoutingPolicyBuilder;
import io.chatmgmt.testkit.MutableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A floor with agents and customers who want a person, for tests. */
final class Floor {

    static final int CHAT = 20;

    final MutableClock clock = MutableClock.at("2026-01-05T10:00:00Z");
    final List<Notification> told = new ArrayList<>();
    final ChatGovernance governance;

    private Floor(PolicySource policies, OpeningHours hours) {
        governance = ChatGovernance.builder()
                .clock(clock)
                .policies(policies)
                .hours(hours)
                .notifier(told::add)
                .build();
    }

    static Floor under(Consumer<RoutingPolicyBuilder> changes) {
        return of(policy -> policy.routing(changes), OpeningHours.ALWAYS);
    }

    /** One whose policy changes on the way. */
    static Floor deciding(Supplier<GovernancePolicy> policy) {
        return new Floor((tenant, now) -> policy.get(), OpeningHours.ALWAYS);
    }

    static Floor of(Consumer<GovernancePolicy.Builder> changes, OpeningHours hours) {
        GovernancePolicy.Builder policy = GovernancePolicy.builder();
        changes.accept(policy);
        return new Floor(PolicySource.fixed(policy.build()), hours);
    }

    AgentId online(String id, int chats, String... skills) {
        return online(id, chats, profile -> profile, skills.length == 0 ? new String[] {"general"} : skills);
    }

    AgentId online(String id, int chats, UnaryOperator<AgentProfile> change, String... skills) {
        AgentProfile profile = AgentProfile.of(AgentId.of(id), id, skills).with(Capacity.limit(chats * CHAT));
        AgentId agent = governance.agents().register(change.apply(profile)).id();
        governance.agents().status(agent, AgentStatus.ONLINE);
        return agent;
    }

    ConversationId request(String id) {
        ConversationId conversation = ConversationId.of(id);
        ask(conversation);
        return conversation;
    }

    TurnResult ask(ConversationId conversation) {
        TurnResult result =
                governance.onCustomerMessage(CustomerMessage.of(conversation, "m-1", "I want to speak to a human"));
        clock.advance(Duration.ofSeconds(1));
        return result;
    }

    TurnResult writes(ConversationId id, String message, String text) {
        return governance.onCustomerMessage(CustomerMessage.of(id, message, text));
    }

    ConversationId accepted(String id, AgentId agent) {
        ConversationId conversation = request(id);
        assertThat(offeredTo(conversation)).isEqualTo(agent);
        accept(conversation, agent);
        return conversation;
    }

    PersonResult accept(ConversationId id, AgentId agent) {
        return desk(agent).accept(id, offer(id).number());
    }

    Desk desk(AgentId agent) {
        return governance.desk(Caller.agent(agent.value()));
    }

    Conversation row(ConversationId id) {
        return governance.conversations().get(id);
    }

    Handoff handoff(ConversationId id) {
        return Objects.requireNonNull(row(id).handoff(), "handoff");
    }

    Offer offer(ConversationId id) {
        return Objects.requireNonNull(handoff(id).offer(), "offer");
    }

    AgentId offeredTo(ConversationId id) {
        Handoff handoff = row(id).handoff();
        Offer offer = handoff == null ? null : handoff.offer();
        return offer == null ? null : offer.agent();
    }

    int used(AgentId agent) {
        return governance.agents().get(agent).used();
    }

    SweepReport pass(Duration duration) {
        clock.advance(duration);
        return governance.sweep(1_000);
    }

    <T extends ConversationEvent> List<T> events(ConversationId id, Class<T> type) {
        List<T> events = new ArrayList<>();
        for (JournalRow row : governance.conversations().journal(id, 0, 10_000)) {
            row.events().stream().filter(type::isInstance).map(type::cast).forEach(events::add);
        }
        return events;
    }
}
