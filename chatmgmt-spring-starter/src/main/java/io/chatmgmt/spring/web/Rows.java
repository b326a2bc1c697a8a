package io.chatmgmt.spring.web;

import io.chatmgmt.access.Permission;
import io.chatmgmt.conversation.Confidence;
import io.chatmgmt.conversation.ConfidenceSummary;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Escalation;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.Handoff;
import io.chatmgmt.conversation.HeldAnswer;
import io.chatmgmt.conversation.Offer;
import io.chatmgmt.conversation.ReviewClaim;
import io.chatmgmt.conversation.Status;
import io.chatmgmt.conversation.Text;
import io.chatmgmt.conversation.WaitQuote;
import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.governance.Desk;
import io.chatmgmt.governance.LiveRow;
import io.chatmgmt.response.Bands;
import io.chatmgmt.store.LiveStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes rows of conversations. Thread-safe. */
final class Rows {

    private final ChatGovernance governance;
    private final LiveStore store;
    private final InstantSource clock;
    private final Names names;
    private final ApiMode mode;

    Rows(ChatGovernance governance, LiveStore store, InstantSource clock, Names names, ApiMode mode) {
        this.governance = governance;
        this.store = store;
        this.clock = clock;
        this.names = names;
        this.mode = mode;
    }

    RowView of(LiveRow row) {
        return of(row.conversation(), row.status(), row.latest(), row.actions());
    }

    List<RowView> ofAll(List<LiveRow> rows) {
        return rows.stream().map(this::of).toList();
    }

    /** The row of a conversation, as a person sees it. */
    RowView of(Desk desk, Conversation conversation) {
        return of(desk, List.of(conversation)).get(0);
    }

    List<RowView> of(Desk desk, List<Conversation> conversations) {
        Map<ConversationId, Text> latest = latest(conversations);
        return conversations.stream()
                .map(each -> of(each, latest.get(each.id()), desk.permissions(each)))
                .toList();
    }

    Map<ConversationId, Text> latest(List<Conversation> conversations) {
        return conversations.isEmpty()
                ? Map.of()
                : store.latestMessages(
                        conversations.stream().map(Conversation::id).toList());
    }

    RowView of(Conversation row, @Nullable Text latest, Set<Permission> actions) {
        return of(row, governance.conversations().status(row), latest, actions);
    }

    private RowView of(Conversation row, Status status, @Nullable Text latest, Set<Permission> actions) {
        Instant resolvedAt = row.episode().resolvedAt();
        Duration duration =
                Duration.between(row.episode().openedAt(), resolvedAt == null ? clock.instant() : resolvedAt);
        Bands bands = governance.policy(row.id().tenant()).response().bands();
        return new RowView(
                row.id().value(),
                row.version(),
                row.controlEpoch(),
                status,
                status.primaryAction(),
                row.lifecycle(),
                RowView.CustomerView.of(row.customer()),
                row.channel(),
                row.openedAt(),
                row.lastAt(),
                row.lastMessageAt(),
                row.episode().number(),
                row.episode().openedAt(),
                resolvedAt,
                row.episode().resolution(),
                row.episode().rating() == 0 ? null : row.episode().rating(),
                Math.max(0, Amounts.seconds(duration)),
                row.control(),
                row.controlSince(),
                names.ofNullable(row.assignee()),
                row.waitingOn(),
                row.waitingSince(),
                row.language().tag(),
                row.topic() == null ? null : row.topic().code(),
                confidence(row.confidence(), bands, row.ai().settings().threshold()),
                row.ai().settings().posture(),
                row.flags().asSet().stream().sorted().map(Rows::flag).toList(),
                row.counts(),
                latest(row.id(), latest),
                held(row.ai().held()),
                handoff(row.handoff()),
                escalation(row.escalation()),
                row.caseFile().followUps().size(),
                row.outbound().size(),
                mode.allowed(actions));
    }

    private static RowView.FlagView flag(Flag flag) {
        return new RowView.FlagView(flag, flag.weight());
    }

    private static RowView.ConfidenceView confidence(
            ConfidenceSummary summary, Bands bands, @Nullable Double threshold) {
        Double last = Amounts.known(summary.last());
        Confidence confidence = last == null ? Confidence.unknown() : Confidence.of(last);
        return new RowView.ConfidenceView(
                last,
                Amounts.known(summary.mean()),
                Amounts.known(summary.trend()),
                bands.of(confidence, threshold),
                summary.count());
    }

    private RowView.@Nullable LatestView latest(ConversationId id, @Nullable Text text) {
        return text == null
                ? null
                : new RowView.LatestView(
                        text.number(),
                        text.kind(),
                        text.author().kind(),
                        names.person(id.tenant(), text.author()),
                        text.at(),
                        text.content());
    }

    RowView.@Nullable HeldView held(@Nullable HeldAnswer held) {
        return held == null
                ? null
                : new RowView.HeldView(
                        held.ticket(),
                        held.heldAt(),
                        held.deadline(),
                        Amounts.known(held.confidence().value()),
                        held.band(),
                        claim(held.claim()));
    }

    RowView.@Nullable ClaimView claim(@Nullable ReviewClaim claim) {
        return claim == null || !clock.instant().isBefore(claim.until())
                ? null
                : new RowView.ClaimView(names.of(claim.reviewer()), claim.until());
    }

    private RowView.@Nullable HandoffView handoff(@Nullable Handoff handoff) {
        return handoff == null
                ? null
                : new RowView.HandoffView(
                        handoff.number(),
                        handoff.state(),
                        handoff.mode(),
                        handoff.queue(),
                        handoff.priority(),
                        handoff.enqueuedAt(),
                        offer(handoff.offer()),
                        quote(handoff.quote()));
    }

    RowView.@Nullable OfferView offer(@Nullable Offer offer) {
        return offer == null
                ? null
                : new RowView.OfferView(offer.number(), names.of(offer.agent()), offer.madeAt(), offer.deadline());
    }

    private static RowView.@Nullable QuoteView quote(@Nullable WaitQuote quote) {
        return quote == null
                ? null
                : new RowView.QuoteView(
                        quote.position(), Amounts.seconds(quote.p50()), Amounts.seconds(quote.p90()), quote.asOf());
    }

    private static RowView.@Nullable EscalationView escalation(@Nullable Escalation escalation) {
        return escalation == null
                ? null
                : new RowView.EscalationView(
                        escalation.raisedAt(),
                        escalation.level(),
                        escalation.queue(),
                        escalation.priority(),
                        ReasonView.of(escalation.reasons()),
                        escalation.answeredAt());
    }
}
