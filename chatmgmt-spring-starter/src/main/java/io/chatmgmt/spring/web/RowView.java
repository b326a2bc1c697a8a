package io.chatmgmt.spring.web;

import io.chatmgmt.access.Permission;
import io.chatmgmt.conversation.ConfidenceBand;
import io.chatmgmt.conversation.Control;
import io.chatmgmt.conversation.Customer;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.HandoffMode;
import io.chatmgmt.conversation.HandoffState;
import io.chatmgmt.conversation.Level;
import io.chatmgmt.conversation.Lifecycle;
import io.chatmgmt.conversation.MessageCounts;
import io.chatmgmt.conversation.Participant;
import io.chatmgmt.conversation.Posture;
import io.chatmgmt.conversation.Priority;
import io.chatmgmt.conversation.Resolution;
import io.chatmgmt.conversation.Status;
import io.chatmgmt.conversation.TextKind;
import io.chatmgmt.conversation.WaitingOn;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A conversation as lists, the feed and the results of commands show it: the same shape everywhere. */
record RowView(
        String id,
        long version,
        long epoch,
        Status status,
        Status.PrimaryAction action,
        Lifecycle lifecycle,
        CustomerView customer,
        String channel,
        Instant openedAt,
        Instant lastAt,
        Instant lastMessageAt,
        int episode,
        Instant episodeOpenedAt,
        @Nullable Instant resolvedAt,
        @Nullable Resolution resolution,
        @Nullable Integer rating,
        double durationSeconds,
        Control control,
        Instant controlSince,
        @Nullable PersonView assignee,
        WaitingOn waitingOn,
        @Nullable Instant waitingSince,
        String language,
        @Nullable String topic,
        ConfidenceView confidence,
        @Nullable Posture posture,
        List<FlagView> flags,
        MessageCounts messages,
        @Nullable LatestView latest,
        @Nullable HeldView held,
        @Nullable HandoffView handoff,
        @Nullable EscalationView escalation,
        int followUps,
        int pendingTexts,
        Set<Permission> actions) {

    /** Who the customer is. */
    record CustomerView(String id, String name, String email, Customer.Standing standing, String region) {

        static CustomerView of(Customer customer) {
            return new CustomerView(
                    customer.id(), customer.name(), customer.email(), customer.standing(), customer.region());
        }
    }

    /** How sure the AI is; null where that is not known. */
    record ConfidenceView(
            @Nullable Double last,
            @Nullable Double mean,
            @Nullable Double trend,
            ConfidenceBand band,
            int count) {}

    /** A flag, and how much it weighs. */
    record FlagView(Flag code, Flag.Weight weight) {}

    /** The latest message that the customer wrote or could read. */
    record LatestView(
            int number,
            TextKind kind,
            Participant author,
            @Nullable PersonView by,
            Instant at,
            String text) {}

    /** An answer that waits for a reviewer. */
    record HeldView(
            int ticket,
            Instant heldAt,
            Instant deadline,
            @Nullable Double confidence,
            ConfidenceBand band,
            @Nullable ClaimView claim) {}

    /** Who has taken a held answer up. */
    record ClaimView(PersonView by, Instant until) {}

    /** The way to a person. */
    record HandoffView(
            int number,
            HandoffState state,
            HandoffMode mode,
            String queue,
            Priority priority,
            Instant enqueuedAt,
            @Nullable OfferView offer,
            @Nullable QuoteView quote) {}

    /** A conversation that is shown to an agent. */
    record OfferView(int number, PersonView agent, Instant madeAt, Instant deadline) {}

    /** What the customer was told about their wait. */
    record QuoteView(int position, double p50Seconds, double p90Seconds, Instant asOf) {}

    /** Why a person was called. */
    record EscalationView(
            Instant raisedAt,
            Level level,
            String queue,
            Priority priority,
            List<ReasonView> reasons,
            @Nullable Instant answeredAt) {}
}
