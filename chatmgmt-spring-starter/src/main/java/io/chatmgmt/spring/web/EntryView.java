package io.chatmgmt.spring.web;

import io.chatmgmt.conversation.DecisionKind;
import io.chatmgmt.conversation.Level;
import io.chatmgmt.conversation.Participant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happened in one commit, and what was decided. */
record EntryView(
        long version,
        Instant at,
        ActorView actor,
        String policy,
        @Nullable Long epoch,
        List<EventView> events,
        List<DecisionView> decisions) {

    /** Who did it. */
    record ActorView(Participant kind, String id, String name) {}

    /** Something that happened, in words; {@code text} is the number of what was written with it. */
    record EventView(String type, String title, @Nullable Integer text, Map<String, Object> detail) {}

    /** Something that was decided, with the reasons. */
    record DecisionView(
            DecisionKind kind,
            String title,
            List<ReasonView> reasons,
            @Nullable Level level,
            @Nullable String queue,
            @Nullable PersonView agent,
            boolean strong) {}
}
