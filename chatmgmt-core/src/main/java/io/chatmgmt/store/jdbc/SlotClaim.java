package io.chatmgmt.store.jdbc;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.SlotChange;
import io.chatmgmt.store.Commit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that one commit does to what one agent holds, as one conditional change: whatever the order of taking and giving
 * back, {@code used} becomes {@code max(floor, used + shift)}, provided that {@code used + peak} and {@code floorPeak} are
 * within the limit and the agent is routable after {@code routableAfter}. Immutable.
 *
 * @param agent whose
 * @param required whether the agent must exist
 * @param floor what they hold at least
 * @param shift how much more they hold
 * @param peak how much more they hold at most on the way, as far as it is checked
 * @param floorPeak what they hold at least at that moment
 * @param routableAfter the latest moment at which they take something, null when nothing is taken
 * @param assignedAt when they last took a slot, null when they do not
 * @param releasedAt when they last gave one back, null when they do not
 */
record SlotClaim(
        AgentId agent,
        boolean required,
        long floor,
        long shift,
        long peak,
        long floorPeak,
        @Nullable Instant routableAfter,
        @Nullable Instant assignedAt,
        @Nullable Instant releasedAt) {

    /** Less than anybody can hold. */
    private static final long UNCHECKED = -(1L << 40);

    /** The changes of a commit, one an agent, in the order in which agents are locked. */
    static List<SlotClaim> of(Commit commit) {
        if (commit.slots().isEmpty()) {
            return List.of();
        }
        ConversationId id = commit.row().id();
        Map<AgentId, SlotClaim> claims = new TreeMap<>();
        for (SlotChange change : commit.slots()) {
            AgentId agent = change.agent();
            if (!agent.tenant().equals(id.tenant())) {
                throw new IllegalArgumentException("agent " + agent + " is not of the tenant of " + id);
            }
            SlotClaim claim = claims.getOrDefault(
                    agent, new SlotClaim(agent, false, 0, 0, UNCHECKED, UNCHECKED, null, null, null));
            claims.put(agent, claim.then(change, commit.journal().at()));
        }
        return List.copyOf(claims.values());
    }

    private SlotClaim then(SlotChange change, Instant at) {
        long weight = change.weight();
        if (change instanceof SlotChange.Take take) {
            return new SlotClaim(
                    agent,
                    true,
                    floor + weight,
                    shift + weight,
                    Math.max(peak, shift + weight),
                    Math.max(floorPeak, floor + weight),
                    routableAfter == null || take.at().isAfter(routableAfter) ? take.at() : routableAfter,
                    take.at(),
                    releasedAt);
        }
        if (change instanceof SlotChange.Force) {
            return new SlotClaim(
                    agent, true, floor + weight, shift + weight, peak, floorPeak, routableAfter, at, releasedAt);
        }
        return new SlotClaim(
                agent,
                required,
                Math.max(0, floor - weight),
                shift - weight,
                peak,
                floorPeak,
                routableAfter,
                assignedAt,
                at);
    }

    long routableAfterMicros() {
        return routableAfter == null ? Micros.MIN : Micros.of(routableAfter);
    }
}
