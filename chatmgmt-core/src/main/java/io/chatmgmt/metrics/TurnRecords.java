package io.chatmgmt.metrics;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.AnswerEvent;
import io.chatmgmt.conversation.ConfidenceBand;
import io.chatmgmt.conversation.HoldExpiry;
import io.chatmgmt.conversation.MessageEvent;
import io.chatmgmt.conversation.Participant;
import io.chatmgmt.conversation.Placement;
import io.chatmgmt.conversation.SmallTalk;
import java.time.Instant;

/** What is said, by whom, how soon, and what becomes of the AI's answers. */
final class TurnRecords {

    private static final String EXPIRED = "EXPIRED";
    private static final String STALE = "STALE";

    private TurnRecords() {}

    static void enter(EventTable table) {
        table.on(MessageEvent.CustomerWrote.class, TurnRecords::asked)
                .on(MessageEvent.AgentWrote.class, (event, at, tally, out) -> wrote(event.agent(), at, tally, out))
                .on(MessageEvent.SystemWrote.class, (event, at, tally, out) -> said(Participant.SYSTEM, at, tally, out))
                .on(AnswerEvent.Proposed.class, (event, at, tally, out) -> {
                    tally.proposed = event.ticket();
                    tally.proposedBand = event.band();
                })
                .on(AnswerEvent.Held.class, (event, at, tally, out) -> {
                    tally.held = event.answer().ticket();
                    tally.heldBand = event.answer().band();
                })
                .on(AnswerEvent.Sent.class, TurnRecords::answered)
                .on(AnswerEvent.Reviewed.class, TurnRecords::reviewed)
                .on(AnswerEvent.Replaced.class, (event, at, tally, out) -> wrote(event.agent(), at, tally, out))
                .on(AnswerEvent.Corrected.class, (event, at, tally, out) -> {
                    said(Participant.AGENT, at, tally, out);
                    tally.episode.writtenBy(event.agent());
                    tally.count(
                            out,
                            Measure.MESSAGES,
                            Dimension.AGENT,
                            event.agent().value(),
                            at);
                })
                .on(AnswerEvent.HoldExpired.class, (event, at, tally, out) -> {
                    heldEnded(EXPIRED, at, tally, out);
                    tally.held = event.then() == HoldExpiry.SEND ? tally.held : 0;
                })
                .on(AnswerEvent.WentStale.class, TurnRecords::stale)
                .on(AnswerEvent.Failed.class, (event, at, tally, out) -> {
                    tally.count(out, Measure.AI_FAILURES, at);
                    tally.count(
                            out,
                            Measure.AI_FAILURES,
                            Dimension.OUTCOME,
                            event.failure().name(),
                            at);
                })
                .on(AnswerEvent.FellBack.class, (event, at, tally, out) -> {
                    said(Participant.SYSTEM, at, tally, out);
                    tally.count(out, Measure.FALLBACKS, at);
                    tally.count(out, Measure.FALLBACKS, Dimension.REASON, event.code(), at);
                });
    }

    private static void said(Participant author, Instant at, ConversationTally tally, Records out) {
        tally.count(out, Measure.MESSAGES, at);
        tally.count(out, Measure.MESSAGES, Dimension.AUTHOR, author.name(), at);
    }

    private static void asked(MessageEvent.CustomerWrote event, Instant at, ConversationTally tally, Records out) {
        said(Participant.CUSTOMER, at, tally, out);
        if (event.placement() != Placement.CURRENT) {
            return;
        }
        tally.question = event.number();
        tally.askedAt = at;
        tally.episode.matter |= event.signals().smallTalk() == SmallTalk.NONE;
        if (tally.holder != null && tally.calledAt == null && tally.unansweredSince == null) {
            tally.unansweredSince = at;
        }
    }

    private static void answered(AnswerEvent.Sent event, Instant at, ConversationTally tally, Records out) {
        said(Participant.AI, at, tally, out);
        if (tally.episode.answers++ == 0) {
            EpisodeRecords.count(tally, out, Measure.ANSWERED_EPISODES);
        }
        tally.count(out, Measure.ANSWERS, at);
        tally.count(
                out,
                Measure.ANSWERS,
                Dimension.BAND,
                band(event.ticket(), tally).name(),
                at);
        if (event.confidence().isKnown()) {
            sliced(
                    out,
                    tally,
                    Measure.CONFIDENCE,
                    at,
                    Unit.SHARE.recorded(event.confidence().value().orElse(0)));
        }
        Instant asked = tally.askedAt;
        if (asked != null && event.message() == tally.question) {
            sliced(out, tally, Measure.AI_RESPONSE, at, EpisodeRecords.micros(asked, at));
            tally.askedAt = null;
        }
    }

    private static ConfidenceBand band(int ticket, ConversationTally tally) {
        if (ticket == tally.proposed) {
            return tally.proposedBand;
        }
        return ticket == tally.held ? tally.heldBand : ConfidenceBand.UNKNOWN;
    }

    private static void sliced(Records out, ConversationTally tally, Measure measure, Instant at, long value) {
        tally.spread(out, measure, at, value);
        tally.spread(out, measure, Dimension.LANGUAGE, tally.language, at, value);
        tally.spread(out, measure, Dimension.TOPIC, tally.topic, at, value);
    }

    private static void wrote(AgentId agent, Instant at, ConversationTally tally, Records out) {
        said(Participant.AGENT, at, tally, out);
        tally.count(out, Measure.MESSAGES, Dimension.AGENT, agent.value(), at);
        EpisodeTally episode = tally.episode;
        episode.helped |= episode.escalated;
        episode.writtenBy(agent);
        Instant called = tally.calledAt;
        Instant unanswered = tally.unansweredSince;
        if (called != null) {
            tally.spread(out, Measure.HUMAN_FIRST_RESPONSE, agent, at, EpisodeRecords.micros(called, at));
        } else if (unanswered != null) {
            tally.spread(out, Measure.HUMAN_NEXT_RESPONSE, agent, at, EpisodeRecords.micros(unanswered, at));
        }
        tally.calledAt = null;
        tally.unansweredSince = null;
        tally.askedAt = null;
    }

    private static void reviewed(AnswerEvent.Reviewed event, Instant at, ConversationTally tally, Records out) {
        heldEnded(event.action().name(), at, tally, out);
    }

    private static void heldEnded(String outcome, Instant at, ConversationTally tally, Records out) {
        tally.count(out, Measure.HELD_ANSWERS, at);
        tally.count(out, Measure.HELD_ANSWERS, Dimension.OUTCOME, outcome, at);
    }

    private static void stale(AnswerEvent.WentStale event, Instant at, ConversationTally tally, Records out) {
        if (event.ticket() == tally.held) {
            heldEnded(STALE, at, tally, out);
            tally.held = 0;
        }
        tally.count(out, Measure.STALE_ANSWERS, at);
        tally.count(out, Measure.STALE_ANSWERS, Dimension.OUTCOME, event.cause().name(), at);
    }
}
