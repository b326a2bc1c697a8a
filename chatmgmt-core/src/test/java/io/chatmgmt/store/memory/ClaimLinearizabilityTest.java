package io.chatmgmt.store.memory;

import static io.chatmgmt.store.StoreFixtures.agent;
import static io.chatmgmt.store.StoreFixtures.following;
import static io.chatmgmt.store.StoreFixtures.held;
import static io.chatmgmt.store.StoreFixtures.opening;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.store.GovernanceStore;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The claim itself, as seen by threads at once: whatever they take and give back, what each of them is told is what it would
 * have been told if they had come one after the other.
 */
@Tag("linearizability")
@Param(name = "conversation", gen = IntGen.class, conf = "1:3")
public class ClaimLinearizabilityTest {

    private final GovernanceStore store = InMemoryStore.ofDefaults();
    private final AgentId anna = agent(store, "anna", 2);

    /** Begins a conversation with a slot of the agent, who has two. */
    @Operation
    public String take(@Param(name = "conversation") int conversation) {
        return store.commit(opening(id(conversation)).take(anna).build())
                .getClass()
                .getSimpleName();
    }

    /** Gives the slot back, once. */
    @Operation
    public String release(@Param(name = "conversation") int conversation) {
        Conversation row = store.find(id(conversation)).orElse(null);
        if (row == null) {
            return "never taken";
        }
        return row.version() > 1
                ? "Moved"
                : store.commit(following(row).noted("done").release(anna).build())
                        .getClass()
                        .getSimpleName();
    }

    /** How many slots are taken. */
    @Operation
    public int taken() {
        return held(store, anna);
    }

    private static ConversationId id(int number) {
        return ConversationId.of("c-" + number);
    }

    @Test
    @DisplayName("T001 T003 a slot is claimed as if everybody came one after the other: under stress")
    void claims_are_linearizable_under_stress() {
        new StressOptions()
                .iterations(40)
                .invocationsPerIteration(2_000)
                .threads(3)
                .actorsPerThread(3)
                .check(ClaimLinearizabilityTest.class);
    }

    @Test
    @DisplayName("T001 T003 a slot is claimed as if everybody came one after the other: in chosen interleavings")
    void claims_are_linearizable_in_chosen_interleavings() {
        new ModelCheckingOptions()
                .iterations(20)
                .invocationsPerIteration(500)
                .threads(2)
                .actorsPerThread(3)
                .check(ClaimLinearizabilityTest.class);
    }
}
