package io.chatmgmt.store;

import static io.chatmgmt.store.StoreFixtures.START;
import static io.chatmgmt.store.StoreFixtures.agent;
import static io.chatmgmt.store.StoreFixtures.opening;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Customer;
import io.chatmgmt.store.CommitOutcome.Committed;
import java.time.Instant;
import java.util.function.BiPredicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nobody ever sees half a commit: who has seen one sign of it sees all others, too. */
public abstract class VisibilityContract extends StoreContract {

    /** Something that one commit leaves to see; each has a tenant and a time of its own. */
    enum Sign {
        ROW((store, at) -> store.find(id(at)).isPresent()),
        JOURNAL((store, at) -> !store.journal(id(at), 0, 1).isEmpty()),
        TEXT((store, at) -> !store.texts(id(at), 0, 1).isEmpty()),
        COMMAND((store, at) -> store.findCommand(id(at), "m-1").isPresent()),
        QUEUED((store, at) -> !store.queued(tenant(at), "billing", 1).isEmpty()),
        QUEUES((store, at) -> !store.queues(tenant(at)).isEmpty()),
        OPEN((store, at) -> !store.open(tenant(at), null, 1).isEmpty()),
        DUE((store, at) -> !store.due(at, 1).isEmpty()),
        CUSTOMER((store, at) -> store.customer(tenant(at), "kim").isReturning()),
        FIRST_AGENT((store, at) -> store.findAgent(anna(at)).orElseThrow().used() > 0),
        SECOND_AGENT((store, at) -> store.agents(tenant(at)).get(1).used() > 0);

        private final BiPredicate<GovernanceStore, Instant> look;

        Sign(BiPredicate<GovernanceStore, Instant> look) {
            this.look = look;
        }

        boolean isSeen(GovernanceStore store, Instant at) {
            return look.test(store, at);
        }
    }

    @ParameterizedTest
    @EnumSource(Sign.class)
    void who_has_seen_one_sign_of_a_commit_sees_all(Sign first) throws Exception {
        for (int round = 1; round <= 1 + rounds() / 4; round++) {
            // earlier and earlier, so that the latest commit is the one that is due first
            Instant at = START.minusSeconds(round);
            agent(store, anna(at), 1);
            agent(store, ben(at), 1);
            Commit commit = opening(id(at), Customer.of("kim"), at)
                    .key("m-1")
                    .customerWrites("Hello")
                    .ticket(at)
                    .queued("billing", at)
                    .take(anna(at))
                    .take(ben(at))
                    .build();
            race.between(() -> store.commit(commit) instanceof Committed, () -> {
                while (!first.isSeen(store, at)) {
                    Thread.yield();
                }
                for (Sign other : Sign.values()) {
                    if (!other.isSeen(store, at)) {
                        throw new AssertionError(first + " was seen before " + other);
                    }
                }
                return true;
            });
        }
    }

    private static String tenant(Instant at) {
        return at.toString();
    }

    private static ConversationId id(Instant at) {
        return new ConversationId(tenant(at), "c-1");
    }

    private static AgentId anna(Instant at) {
        return new AgentId(tenant(at), "anna");
    }

    private static AgentId ben(Instant at) {
        return new AgentId(tenant(at), "ben");
    }
}
