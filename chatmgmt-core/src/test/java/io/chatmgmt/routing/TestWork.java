package io.chatmgmt.routing;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Customer;
import io.chatmgmt.conversation.Handoff;
import io.chatmgmt.conversation.HandoffMode;
import io.chatmgmt.conversation.HandoffPath;
import io.chatmgmt.conversation.HandoffState;
import io.chatmgmt.conversation.Priority;
import io.chatmgmt.conversation.Refusal;
import java.time.Instant;
import java.util.List;

/** Waiting work without a conversation around it. */
final class TestWork {

    private TestWork() {}

    static Work of(
            RoutingPolicy policy,
            String id,
            String queue,
            String language,
            String region,
            int rung,
            Instant enqueuedAt,
            AgentId lastAgent,
            AgentId refusedBy,
            Instant now) {
        Priority priority = Priority.values()[Math.floorMod(id.hashCode(), Priority.values().length)];
        Handoff handoff = new Handoff(
                1,
                HandoffState.QUEUED,
                HandoffMode.DIRECT,
                queue,
                priority,
                enqueuedAt,
                policy.orderKey(enqueuedAt, priority, Customer.Standing.REGULAR),
                policy.chatWeight(),
                null,
                refusedBy == null ? List.of() : List.of(new Refusal(refusedBy, 1, now.plusSeconds(10))),
                null,
                enqueuedAt,
                null,
                null,
                null,
                HandoffPath.NONE,
                null,
                null,
                null);
        return new Work(
                ConversationId.of(id),
                1,
                enqueuedAt,
                handoff,
                Demand.of(policy, queue, language, region, rung),
                rung,
                lastAgent);
    }
}
