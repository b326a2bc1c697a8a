package io.chatmgmt.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The current state of one conversation: all that the next decision needs, and nothing that people wrote. Immutable; each
 * commit replaces it by the next version. It always equals the {@linkplain #fold fold} of its journal.
 *
 * @param id which conversation
 * @param format the format that wrote it, see {@link #FORMAT}
 * @param version how many commits it has had, from 1
 * @param controlEpoch grows whenever the AI loses or regains the right to speak, the assignee changes, and at resolve
 *     and reopen; an answer that started in an older epoch is stale
 * @param controlSince since when the current control epoch lasts
 * @param customer who the customer is
 * @param channel where the customer writes, the host's name of it
 * @param openedAt when the conversation began
 * @param lastAt when it last changed; journal time never goes back
 * @param lastMessageAt when the customer last wrote or could last read something new
 * @param customerAt when the customer last wrote, null when never
 * @param lifecycle whether it is being worked on
 * @param control who may speak to the customer
 * @param assignee the agent who has it, null when nobody has
 * @param waitingOn whose turn it is
 * @param waitingSince since when the customer has been waiting for an answer, null when answered
 * @param episode the current matter
 * @param language the language it is held in
 * @param topic what it is about, null while unknown
 * @param flags its flags
 * @param counts its messages over all episodes
 * @param confidence the confidences of its AI answers
 * @param ai where the AI stands
 * @param triggers what the escalation triggers remember
 * @param escalation the open escalation, null for none
 * @param handoff the running handoff, null for none
 * @param wrapUp who is left in peace after it, null for nobody
 * @param outbound the texts that the host has not acknowledged
 * @param surveys how the latest episodes were, as far as that was asked or said: of the current episode and the two before
 *     it, in order of episode
 * @param caseFile what people keep about it
 * @param numbers the numbers given out so far
 */
public record Conversation(
        ConversationId id,
        int format,
        long version,
        long controlEpoch,
        Instant controlSince,
        Customer customer,
        String channel,
        Instant openedAt,
        Instant lastAt,
        Instant lastMessageAt,
        @Nullable Instant customerAt,
        Lifecycle lifecycle,
        Control control,
        @Nullable AgentId assignee,
        WaitingOn waitingOn,
        @Nullable Instant waitingSince,
        Episode episode,
        ConversationLanguage language,
        @Nullable ConversationTopic topic,
        Flags flags,
        MessageCounts counts,
        ConfidenceSummary confidence,
        AiTurns ai,
        TriggerMemory triggers,
        @Nullable Escalation escalation,
        @Nullable Handoff handoff,
        @Nullable WrapUp wrapUp,
        List<OutboundText> outbound,
        List<Survey> surveys,
        CaseFile caseFile,
        Numbers numbers) {

    /** The format that this version of the library writes. Newer ones are never overwritten. */
    public static final int FORMAT = 1;

    /** Copies the lists. */
    public Conversation {
        outbound = List.copyOf(outbound);
        surveys = List.copyOf(surveys);
    }

    /**
     * Whether its matter is still open.
     *
     * @return false once resolved
     */
    public boolean isOpen() {
        return lifecycle != Lifecycle.RESOLVED;
    }

    /**
     * The survey of an episode.
     *
     * @param number the number of the episode
     * @return empty when nothing was asked, said or decided about it, or it is long ago
     */
    public Optional<Survey> survey(int number) {
        return surveys.stream().filter(each -> each.episode() == number).findFirst();
    }

    /**
     * Whether a slot of an agent is taken by it: the agent has it, or it is offered to them.
     *
     * @param agent the agent
     * @return true while it is
     */
    public boolean isHeldBy(AgentId agent) {
        Offer offer = handoff == null ? null : handoff.offer();
        return agent.equals(assignee) || offer != null && offer.agent().equals(agent);
    }

    /**
     * Whether a person is needed and none has written since: under human control or with a handoff open.
     *
     * @return true while the customer waits for a person
     */
    public boolean isUnattended() {
        return isOpen() && waitingSince != null && (control == Control.HUMAN || handoff != null);
    }

    /**
     * The status that a supervisor sees. The first that holds: an error flag is up → ERROR; resolved → RESOLVED; a
     * flagging flag is up, or an escalation that nobody has answered → FLAGGED; put aside, an answer held, or nobody
     * wrote for a while although someone is waited for → PENDING; else ACTIVE.
     *
     * @param now the moment to look at
     * @param pendingAfter after how long a silence the conversation counts as pending; 30 s is usual
     * @return the status
     */
    public Status status(Instant now, Duration pendingAfter) {
        if (flags.hasAny(Flag.Weight.ERROR)) {
            return Status.ERROR;
        }
        if (lifecycle == Lifecycle.RESOLVED) {
            return Status.RESOLVED;
        }
        if (flags.hasAny(Flag.Weight.FLAGGED) || (escalation != null && escalation.answeredAt() == null)) {
            return Status.FLAGGED;
        }
        boolean quiet = waitingOn != WaitingOn.NOBODY && !now.isBefore(lastMessageAt.plus(pendingAfter));
        return lifecycle != Lifecycle.OPEN || ai.held() != null || quiet ? Status.PENDING : Status.ACTIVE;
    }

    /**
     * When something has to happen by itself next: the earliest of the ticket's, the held answer's, the handoff's and the
     * wrap-up's deadline, the next attempt to hand out a text, and the next reminder or end of a follow-up.
     *
     * @return the moment, null when nothing is scheduled
     */
    public @Nullable Instant dueAt() {
        Ticket ticket = ai.ticket();
        HeldAnswer held = ai.held();
        Instant due = earlier(ticket == null ? null : ticket.deadline(), held == null ? null : held.deadline());
        if (handoff != null) {
            due = earlier(due, handoff.dueAt());
        }
        due = earlier(due, wrapUp == null ? null : wrapUp.until());
        for (int i = 0; i < outbound.size(); i++) {
            due = earlier(due, outbound.get(i).nextAttemptAt());
        }
        for (FollowUp followUp : caseFile.followUps()) {
            due = earlier(due, followUp.nextAt());
        }
        return due;
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    /**
     * Rebuilds a conversation from its journal. Asks no policy: events carry outcomes.
     *
     * @param customer who the customer is: the one thing that the journal does not know
     * @param journal all rows of the conversation, in order of version
     * @return the conversation as its row has it
     * @throws IllegalArgumentException when the journal is empty or has a gap
     */
    public static Conversation fold(Customer customer, List<JournalRow> journal) {
        if (journal.isEmpty()) {
            throw new IllegalArgumentException("journal must not be empty");
        }
        Conversation conversation = null;
        for (JournalRow row : journal) {
            ConversationDraft draft = conversation == null
                    ? ConversationDraft.opening(row.conversation(), customer, row.at(), row.actor())
                    : ConversationDraft.of(conversation, row.at(), row.actor());
            row.events().forEach(draft::emit);
            conversation = draft.build();
            if (conversation.version() != row.version()) {
                throw new IllegalArgumentException(
                        "journal has a gap: expected version " + conversation.version() + ", found " + row.version());
            }
        }
        return Objects.requireNonNull(conversation, "conversation");
    }
}
