package io.chatmgmt.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.AnswerEvent;
import io.chatmgmt.conversation.Control;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationEvent;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.EscalationEvent;
import io.chatmgmt.conversation.Handoff;
import io.chatmgmt.conversation.HandoffEvent;
import io.chatmgmt.conversation.HandoffState;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.LifecycleEvent;
import io.chatmgmt.conversation.MessageEvent;
import io.chatmgmt.conversation.Offer;
import io.chatmgmt.conversation.OutboundText;
import io.chatmgmt.routing.Agent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What always holds in a {@link GovernedHouse}, whatever has been done: the global invariants of the kernel. */
final class HouseInvariants {

    private static final int ALL = 100_000;

    private HouseInvariants() {}

    static void check(GovernedHouse house) {
        Map<AgentId, Integer> slots = new HashMap<>();
        for (ConversationId id : GovernedHouse.CONVERSATIONS) {
            Conversation row = house.store.find(id).orElse(null);
            if (row != null) {
                List<JournalRow> journal = house.store.journal(id, 0, ALL);
                journalTellsTheRow(row, journal);
                nothingIsSentInAStaleEpoch(row, journal);
                nothingFollowsAResolution(journal);
                everyEscalationIsExplained(journal);
                handoffIsInOneState(row);
                slotOf(row, slots);
                assertThat(row.outbound()).hasSizeLessThanOrEqualTo(OutboundText.MAX_PENDING);
                dueTimeIsKept(house, row);
            }
        }
        slotsAddUp(house, slots);
    }

    /** Invariant 7: versions have no gaps, time never goes back, and folding the journal gives the row. */
    private static void journalTellsTheRow(Conversation row, List<JournalRow> journal) {
        assertThat(journal).hasSize(Math.toIntExact(row.version()));
        Instant last = Instant.MIN;
        for (int i = 0; i < journal.size(); i++) {
            assertThat(journal.get(i).version()).isEqualTo(i + 1);
            assertThat(journal.get(i).at()).isAfterOrEqualTo(last);
            last = journal.get(i).at();
        }
        assertThat(Conversation.fold(row.customer(), journal)).isEqualTo(row);
    }

    /** Invariant 5: no answer goes out in an epoch other than its ticket's, and no ticket is redeemed twice. */
    private static void nothingIsSentInAStaleEpoch(Conversation row, List<JournalRow> journal) {
        Map<Integer, Long> epochOfTicket = new HashMap<>();
        Set<Integer> proposed = new HashSet<>();
        List<JournalRow> before = new ArrayList<>();
        for (JournalRow each : journal) {
            long epoch = before.isEmpty()
                    ? 1
                    : Conversation.fold(row.customer(), before).controlEpoch();
            for (ConversationEvent event : each.events()) {
                if (event instanceof AnswerEvent.TicketIssued issued) {
                    epochOfTicket.put(issued.ticket().number(), issued.ticket().epoch());
                } else if (event instanceof AnswerEvent.Proposed answer) {
                    assertThat(proposed.add(answer.ticket())).isTrue();
                } else if (event instanceof AnswerEvent.Sent sent) {
                    assertThat(epochOfTicket.get(sent.ticket())).isEqualTo(epoch);
                }
            }
            before.add(each);
        }
    }

    /** After RESOLVED only notes, ratings, flags, corrections' bookkeeping and deliveries, until a reopening. */
    private static void nothingFollowsAResolution(List<JournalRow> journal) {
        boolean resolved = false;
        for (JournalRow each : journal) {
            for (ConversationEvent event : each.events()) {
                if (event instanceof LifecycleEvent.Reopened) {
                    resolved = false;
                }
                boolean speaks = event instanceof AnswerEvent.Sent
                        || event instanceof AnswerEvent.TicketIssued
                        || event instanceof MessageEvent.AgentWrote
                        || event instanceof MessageEvent.SystemWrote
                        || event instanceof EscalationEvent
                        || event instanceof HandoffEvent;
                assertThat(resolved && speaks)
                        .as("after a resolution: %s", event)
                        .isFalse();
                resolved |= event instanceof LifecycleEvent.Resolved;
            }
        }
    }

    private static void everyEscalationIsExplained(List<JournalRow> journal) {
        boolean open = false;
        for (JournalRow each : journal) {
            assertThat(each.policyVersion()).isNotBlank();
            for (ConversationEvent event : each.events()) {
                if (event instanceof EscalationEvent.Raised raised) {
                    assertThat(open).as("one open escalation an episode").isFalse();
                    open = true;
                    assertThat(raised.reasons())
                            .isNotEmpty()
                            .allSatisfy(reason -> assertThat(reason.evidence()).isNotEmpty());
                } else if (event instanceof HandoffEvent.Closed || event instanceof LifecycleEvent.Resolved) {
                    open = false;
                }
            }
        }
    }

    /** Invariant 1: queued without an offer, offered with one, or with an agent who has control. */
    private static void handoffIsInOneState(Conversation row) {
        Handoff handoff = row.handoff();
        if (handoff == null) {
            assertThat(row.assignee()).isNull();
            assertThat(row.control()).isEqualTo(Control.AI);
            return;
        }
        assertThat(row.isOpen()).isTrue();
        assertThat(handoff.offer() != null).isEqualTo(handoff.state() == HandoffState.OFFERED);
        assertThat(row.assignee() != null).isEqualTo(!handoff.isWaiting());
        if (row.control() == Control.HUMAN) {
            assertThat(row.ai().ticket()).isNull();
            assertThat(row.ai().held()).isNull();
        }
    }

    private static void slotOf(Conversation row, Map<AgentId, Integer> slots) {
        Handoff handoff = row.handoff();
        Offer offer = handoff == null ? null : handoff.offer();
        AgentId holder = offer == null ? row.assignee() : offer.agent();
        if (handoff != null && holder != null) {
            slots.merge(holder, handoff.weight(), Integer::sum);
        }
    }

    /** Invariant 2: what agents hold is what their conversations and live offers weigh. */
    private static void slotsAddUp(GovernedHouse house, Map<AgentId, Integer> slots) {
        for (AgentId id : GovernedHouse.AGENTS) {
            Agent agent = house.store.findAgent(id).orElseThrow();
            assertThat(agent.used()).as("slots of %s", id).isEqualTo(slots.getOrDefault(id, 0));
        }
    }

    /** Invariant 6: whatever is scheduled is in the store's books, at its time or before. */
    private static void dueTimeIsKept(GovernedHouse house, Conversation row) {
        Instant due = row.dueAt();
        if (due != null) {
            assertThat(house.store.due(due, ALL)).contains(row.id());
        }
    }
}
