package io.chatmgmt.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Call;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Handoff;
import io.chatmgmt.conversation.HandoffEvent;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.WrapUp;
import io.chatmgmt.routing.Agent;
import io.chatmgmt.store.ConversationAudit;
import io.chatmgmt.store.HeldSlots;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Everything that must hold in a race whenever nothing is under way. */
final class RaceChecks {

    private static final int ALL = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RaceFloor floor;
    private final RaceActs acts;
    private final Map<ConversationId, ConversationAudit> audits = new HashMap<>();
    private final Map<ConversationId, Long> versions = new HashMap<>();
    private final Set<RaceActs.Taking> taken = new HashSet<>();
    private final Set<String> channels = new HashSet<>();
    private final Map<RacePart, Integer> parts = new EnumMap<>(RacePart.class);

    RaceChecks(RaceFloor floor, RaceActs acts) {
        this.floor = floor;
        this.acts = acts;
        floor.conversations.forEach(id -> audits.put(id, new ConversationAudit(id, version -> false)));
    }

    void check() {
        Map<AgentId, Integer> held = new HashMap<>();
        floor.rows().forEach(row -> {
            audits.get(row.id()).read(floor.store);
            readJournal(row);
            checkWeight(row);
            checkDue(row);
            HeldSlots.add(row, held);
        });
        assertThat(taken).as("what agents were told is theirs").isEqualTo(acts.told());
        if (checkSlots(held)) {
            checkNobodyStands();
        }
    }

    private void readJournal(Conversation row) {
        for (JournalRow next : floor.store.journal(row.id(), versions.getOrDefault(row.id(), 0L), ALL)) {
            versions.put(row.id(), next.version());
            next.find(HandoffEvent.Accepted.class).ifPresent(accepted -> {
                taken.add(new RaceActs.Taking(row.id(), next.version(), accepted.agent()));
                channels.add(row.channel());
            });
            for (RacePart part : RacePart.values()) {
                if (part.isToldBy(next)) {
                    parts.merge(part, 1, Integer::sum);
                }
            }
        }
    }

    /** A slot is as large as conversations of the channel are. */
    private static void checkWeight(Conversation row) {
        int weight = RaceFloor.WEIGHTS.get(row.channel());
        Handoff handoff = row.handoff();
        WrapUp wrapUp = row.wrapUp();
        assertThat(handoff == null ? weight : handoff.weight())
                .as("the weight of %s", row.id())
                .isEqualTo(weight);
        assertThat(wrapUp == null ? weight : wrapUp.weight())
                .as("the weight of %s once it is over", row.id())
                .isEqualTo(weight);
    }

    /** Nothing is overdue, and what is shown to several agents is not shown for ever. */
    private void checkDue(Conversation row) {
        Instant due = row.dueAt();
        if (due != null) {
            assertThat(due).as("nothing is overdue").isAfter(floor.clock.instant());
        }
        Call call = row.handoff() == null ? null : row.handoff().call();
        if (call != null) {
            assertThat(due).as("the end of the call").isBeforeOrEqualTo(call.deadline());
            assertThat(call.agents()).isNotEmpty().doesNotHaveDuplicates();
        }
    }

    /** Returns whether anybody has room. */
    private boolean checkSlots(Map<AgentId, Integer> held) {
        boolean room = false;
        for (Agent agent : floor.store.agents("default")) {
            assertThat(agent.used()).as("what %s holds", agent.id()).isEqualTo(held.getOrDefault(agent.id(), 0));
            assertThat(agent.used()).isLessThanOrEqualTo(agent.max());
            room |= agent.isRoutable(floor.clock.instant()) && agent.hasRoomFor(RaceFloor.LIGHTEST);
        }
        return room;
    }

    /** While somebody has room, whoever waits to be offered is cooling down with all of them; the first of each show it. */
    private void checkNobodyStands() {
        for (String queue : RaceFloor.QUEUES) {
            if (!queue.equals(RaceFloor.FETCHED)) {
                checkNobodyStands(queue);
            }
        }
    }

    void checkNobodyStands(String queue) {
        for (Conversation row : floor.store.queued("default", queue, RaceFloor.FIRST)) {
            Explanations.StillWaiting why =
                    floor.governance.explanations().whyWaiting(row.id()).orElseThrow();
            assertThat(why.candidates())
                    .as("%s waits although somebody could take it: %s", row.id(), why.sentence())
                    .noneMatch(candidate -> candidate.isEligible() && !isShown(row) && !isReserved(row));
        }
    }

    private static boolean isShown(Conversation row) {
        return row.handoff().call() != null;
    }

    private boolean isReserved(Conversation row) {
        return row.episode().history().lastAgent() != null
                && floor.clock.instant().isBefore(row.handoff().waitsSince().plus(PATIENCE));
    }

    /** A race in which something did not happen proves nothing about it. */
    void checkEverythingTookPart() {
        assertThat(parts).containsOnlyKeys(RacePart.values());
        assertThat(channels).containsExactlyInAnyOrderElementsOf(RaceFloor.WEIGHTS.keySet());
    }
}
