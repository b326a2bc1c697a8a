package io.chatmgmt.metrics;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.EscalationEvent;
import io.chatmgmt.conversation.EscalationReason;
import io.chatmgmt.conversation.HandoffEnd;
import io.chatmgmt.conversation.HandoffEvent;
import java.time.Instant;
import java.util.List;

/** How people are called, how soon they come, and how long they have a conversation. */
final class HandoffRecords {

    private HandoffRecords() {}

    static void enter(EventTable table) {
        table.on(EscalationEvent.Raised.class, HandoffRecords::raised)
                .on(
                        EscalationEvent.Extended.class,
                        (event, at, tally, out) -> reasons(event.reasons(), Measure.ADDED_REASONS, at, tally, out))
                .on(HandoffEvent.Queued.class, HandoffRecords::queued)
                .on(HandoffEvent.Offered.class, (event, at, tally, out) -> tally.offeredAt = at)
                .on(
                        HandoffEvent.Declined.class,
                        (event, at, tally, out) ->
                                offerEnded("DECLINED", event.refusal().agent(), at, tally, out))
                .on(
                        HandoffEvent.TimedOut.class,
                        (event, at, tally, out) ->
                                offerEnded("TIMED_OUT", event.refusal().agent(), at, tally, out))
                .on(
                        HandoffEvent.Rescinded.class,
                        (event, at, tally, out) -> offerEnded("RESCINDED", event.agent(), at, tally, out))
                .on(HandoffEvent.Joined.class, (event, at, tally, out) -> begin(at, tally))
                .on(HandoffEvent.Accepted.class, HandoffRecords::accepted)
                .on(HandoffEvent.Closed.class, HandoffRecords::closed);
    }

    private static void raised(EscalationEvent.Raised event, Instant at, ConversationTally tally, Records out) {
        if (!tally.episode.escalated) {
            tally.episode.escalated = true;
            EpisodeRecords.count(tally, out, Measure.ESCALATED_EPISODES);
        }
        tally.count(out, Measure.ESCALATIONS, Dimension.TOPIC, tally.topic, at);
        reasons(event.reasons(), Measure.ESCALATIONS, at, tally, out);
    }

    /** A reason that is given twice counts once. */
    private static void reasons(
            List<EscalationReason> reasons, Measure measure, Instant at, ConversationTally tally, Records out) {
        tally.count(out, measure, at);
        for (int i = 0; i < reasons.size(); i++) {
            String code = reasons.get(i).code();
            boolean again = false;
            for (int j = 0; j < i && !again; j++) {
                again = reasons.get(j).code().equals(code);
            }
            if (!again) {
                tally.count(out, measure, Dimension.REASON, code, at);
            }
        }
    }

    private static void begin(Instant at, ConversationTally tally) {
        tally.episode.handoffs++;
        if (tally.calledAt == null) {
            tally.calledAt = at;
        }
    }

    private static void queued(HandoffEvent.Queued event, Instant at, ConversationTally tally, Records out) {
        begin(at, tally);
        tally.queuedAt = at;
    }

    private static void offerEnded(String outcome, AgentId agent, Instant at, ConversationTally tally, Records out) {
        tally.offeredAt = null;
        tally.count(out, Measure.OFFERS, at);
        tally.count(out, Measure.OFFERS, Dimension.OUTCOME, outcome, at);
        tally.count(out, Measure.OFFERS, Dimension.AGENT, agent.value(), at);
    }

    private static void accepted(HandoffEvent.Accepted event, Instant at, ConversationTally tally, Records out) {
        AgentId agent = event.agent();
        Instant queued = tally.queuedAt;
        if (queued != null) {
            tally.spread(out, Measure.WAIT, agent, at, EpisodeRecords.micros(queued, at));
        }
        Instant offered = tally.offeredAt;
        if (offered != null && event.offer() > 0) {
            tally.spread(out, Measure.PICKUP, agent, at, EpisodeRecords.micros(offered, at));
            offerEnded("ACCEPTED", agent, at, tally, out);
        }
        if (tally.episode.takenBy(agent)) {
            tally.count(out, Measure.HANDLED, at);
            tally.count(out, Measure.HANDLED, Dimension.AGENT, agent.value(), at);
        }
        handled(at, tally, out);
        tally.queuedAt = null;
        tally.takenAt = at;
        tally.holder = agent;
    }

    private static void closed(HandoffEvent.Closed event, Instant at, ConversationTally tally, Records out) {
        handled(at, tally, out);
        if (event.end() == HandoffEnd.ABANDONED) {
            tally.count(out, Measure.ABANDONED, at);
        }
        tally.holder = null;
        tally.takenAt = null;
        tally.queuedAt = null;
        tally.offeredAt = null;
        tally.calledAt = null;
        tally.unansweredSince = null;
    }

    /** Whoever had the conversation has it no longer. */
    private static void handled(Instant at, ConversationTally tally, Records out) {
        AgentId holder = tally.holder;
        Instant taken = tally.takenAt;
        if (holder != null && taken != null) {
            tally.spread(out, Measure.HANDLING, holder, at, EpisodeRecords.micros(taken, at));
        }
    }
}
