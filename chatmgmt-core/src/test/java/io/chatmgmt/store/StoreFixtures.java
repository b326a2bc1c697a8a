package io.chatmgmt.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.Actor;
import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationDraft;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Customer;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.Text;
import io.chatmgmt.routing.Agent;
import io.chatmgmt.routing.AgentProfile;
import io.chatmgmt.routing.AgentStatus;
import io.chatmgmt.routing.Capacity;
import io.chatmgmt.routing.Presence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Conversations, commits and agents to try a store with. */
public final class StoreFixtures {

    /** When everything begins; in microseconds, like all times that a store is given. */
    public static final Instant START = Instant.parse("2026-03-02T09:00:00.123456Z");

    private StoreFixtures() {}

    /** The first commit of a conversation of the default tenant, with its opening. */
    public static CommitBuilder opening(String id) {
        return opening(ConversationId.of(id));
    }

    /** The first commit of a conversation, with its opening. */
    public static CommitBuilder opening(ConversationId id) {
        return opening(id, Customer.of("customer " + id.hashCode()), START);
    }

    /** The first commit of a conversation, with its opening. */
    public static CommitBuilder opening(ConversationId id, Customer customer, Instant at) {
        return new CommitBuilder(ConversationDraft.opening(id, customer, at, Actor.CUSTOMER)).opened();
    }

    /** The next commit of a conversation, a second later; without anything in it yet. */
    public static CommitBuilder following(Conversation row) {
        return following(row, row.lastAt().plusSeconds(1));
    }

    /** The next commit of a conversation; without anything in it yet. */
    public static CommitBuilder following(Conversation row, Instant at) {
        return new CommitBuilder(ConversationDraft.of(row, at, Actor.SYSTEM));
    }

    /** Commits, and gives the row back. */
    public static Conversation committed(GovernanceStore store, CommitBuilder builder) {
        Commit commit = builder.build();
        assertThat(store.commit(commit)).isEqualTo(CommitOutcome.Committed.INSTANCE);
        return commit.row();
    }

    /** An agent of the default tenant who has room for so many conversations. */
    public static AgentId agent(GovernanceStore store, String id, int conversations) {
        return agent(store, AgentId.of(id), conversations);
    }

    /** An agent who has room for so many conversations. */
    public static AgentId agent(GovernanceStore store, AgentId id, int conversations) {
        assertThat(store.save(newAgent(id, conversations))).isTrue();
        return id;
    }

    /** An agent who is not stored yet and has room for so many conversations. */
    public static Agent newAgent(AgentId id, int conversations) {
        int max = conversations * CommitBuilder.WEIGHT;
        return new Agent(
                AgentProfile.of(id, "Agent " + id.value(), "billing").with(Capacity.limit(max)),
                1,
                max,
                Presence.online(),
                0,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    /** The next version of an agent. */
    public static Agent saving(Agent agent, AgentStatus status, Instant routableUntil) {
        return agent.next(agent.profile(), agent.max(), present(status, routableUntil));
    }

    /** Somebody who is there until a moment. */
    public static Presence present(AgentStatus status, Instant routableUntil) {
        return new Presence(
                Presence.Employment.ACTIVE,
                status,
                "",
                null,
                Agent.FOREVER,
                routableUntil,
                0,
                Presence.Freeing.NONE,
                null,
                null);
    }

    /** What an agent holds, in conversations. */
    public static int held(GovernanceStore store, AgentId agent) {
        return store.findAgent(agent).orElseThrow().used() / CommitBuilder.WEIGHT;
    }

    /** A moment so many seconds after the start. */
    public static Instant after(long seconds) {
        return START.plus(Duration.ofSeconds(seconds));
    }

    /** All that a store tells of one conversation. */
    public static Content content(GovernanceStore store, ConversationId id) {
        return new Content(store.find(id), store.journal(id, 0, 10_000), store.texts(id, 0, 10_000));
    }

    /** All that a store tells of one conversation. */
    public record Content(Optional<Conversation> row, List<JournalRow> journal, List<Text> texts) {}
}
