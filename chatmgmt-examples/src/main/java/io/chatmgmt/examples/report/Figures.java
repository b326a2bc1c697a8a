package io.chatmgmt.examples.report;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.AnswerEvent;
import io.chatmgmt.conversation.ConfidenceBand;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.EscalationEvent;
import io.chatmgmt.conversation.EscalationReason;
import io.chatmgmt.conversation.HandoffEvent;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.LifecycleEvent;
import io.chatmgmt.conversation.MessageEvent;
import io.chatmgmt.conversation.Placement;
import io.chatmgmt.conversation.ReviewAction;
import io.chatmgmt.governance.GovernanceListener;
import io.chatmgmt.policy.GovernancePolicy;
import io.chatmgmt.response.Bands;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Adds up what has been committed, row by row: nothing is looked up again and nothing is counted twice. The
 * {@linkplain Report report} is a view of these figures. Thread-safe.
 */
public final class Figures implements GovernanceListener {

    private final Bands bands;
    private final boolean shadow;
    private final EventHandlers handlers;
    final Map<ConversationId, Tally> tallies = new HashMap<>();
    final Map<AgentId, AgentTally> agents = new TreeMap<>();
    final Map<String, Integer> escalationsByReason = new TreeMap<>();
    final Map<ConfidenceBand, Integer> confidenceBands = new EnumMap<>(ConfidenceBand.class);
    final Map<ReviewAction, Integer> reviews = new EnumMap<>(ReviewAction.class);
    final Samples confidence = new Samples();
    final Samples stars = new Samples();
    final Samples responseSeconds = new Samples();
    final Samples waitSeconds = new Samples();
    final Rush rush = new Rush();
    int expired;

    /**
     * Figures of nothing yet.
     *
     * @param policy the policy that decides: its bands class the confidences
     */
    public Figures(GovernancePolicy policy) {
        this.bands = policy.response().bands();
        this.shadow = policy.mode() == GovernancePolicy.Mode.SHADOW;
        this.handlers = new EventHandlers()
                .on(MessageEvent.CustomerWrote.class, this::asked)
                .on(MessageEvent.AgentWrote.class, (event, row, tally) -> agent(event.agent()).messages++)
                .on(AnswerEvent.Sent.class, this::answered)
                .on(AnswerEvent.Reviewed.class, (event, row, tally) -> reviews.merge(event.action(), 1, Integer::sum))
                .on(AnswerEvent.HoldExpired.class, (event, row, tally) -> expired++)
                .on(AnswerEvent.Replaced.class, (event, row, tally) -> agent(event.agent()).messages++)
                .on(EscalationEvent.Raised.class, (event, row, tally) -> escalated(event.reasons(), tally))
                .on(EscalationEvent.Extended.class, this::extended)
                .on(HandoffEvent.Queued.class, (event, row, tally) -> tally.queuedAt = row.at())
                .on(HandoffEvent.Accepted.class, this::accepted)
                .on(HandoffEvent.Closed.class, (event, row, tally) -> tally.queuedAt = null)
                .on(LifecycleEvent.Rated.class, this::rated);
    }

    @Override
    public synchronized void onCommitted(JournalRow row, Conversation conversation) {
        Tally tally = tallies.computeIfAbsent(row.conversation(), id -> new Tally(conversation));
        if (conversation.version() > tally.latest.version()) {
            tally.latest = conversation;
        }
        handlers.handle(row, tally);
    }

    private void asked(MessageEvent.CustomerWrote event, JournalRow row, Tally tally) {
        rush.add(row.at());
        if (event.placement() == Placement.CURRENT) {
            tally.question = event.number();
            tally.askedAt = row.at();
        }
    }

    private void answered(AnswerEvent.Sent event, JournalRow row, Tally tally) {
        event.confidence().value().ifPresent(confidence::add);
        confidenceBands.merge(bands.of(event.confidence()), 1, Integer::sum);
        Instant askedAt = tally.askedAt;
        if (askedAt != null && event.message() == tally.question) {
            responseSeconds.add(Duration.between(askedAt, row.at()));
            tally.askedAt = null;
        }
    }

    private void escalated(List<EscalationReason> reasons, Tally tally) {
        tally.escalated = true;
        Set<String> codes = new HashSet<>();
        for (EscalationReason reason : reasons) {
            if (codes.add(reason.code())) {
                escalationsByReason.merge(reason.code(), 1, Integer::sum);
            }
        }
    }

    /** In shadow a new reason of an open escalation is a decision of its own; else it only joins the call under way. */
    private void extended(EscalationEvent.Extended event, JournalRow row, Tally tally) {
        if (shadow) {
            escalated(event.reasons(), tally);
        }
    }

    private void accepted(HandoffEvent.Accepted event, JournalRow row, Tally tally) {
        Instant queuedAt = tally.queuedAt;
        if (queuedAt != null) {
            waitSeconds.add(Duration.between(queuedAt, row.at()));
            tally.queuedAt = null;
        }
        if (tally.agents.add(event.agent())) {
            agent(event.agent()).handled++;
        }
    }

    private void rated(LifecycleEvent.Rated event, JournalRow row, Tally tally) {
        stars.add(event.stars());
        for (AgentId agent : tally.agents) {
            agent(agent).ratings.add(event.stars());
        }
    }

    private AgentTally agent(AgentId id) {
        return agents.computeIfAbsent(id, unknown -> new AgentTally());
    }
}
