package io.chatmgmt.governance;

import io.chatmgmt.conversation.Actor;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.LedgerEntry;
import java.time.Instant;
import java.util.Objects;

/**
 * One line of the override ledger, with who did it, when, and under which policy. Immutable.
 *
 * @param conversation in which conversation
 * @param at when
 * @param by who
 * @param policyVersion the content hash of the policy that was in force
 * @param entry what was done with which answer, and why
 * @param isMarked whether the answer is marked for training by now
 */
public record LedgerLine(
        ConversationId conversation, Instant at, Actor by, String policyVersion, LedgerEntry entry, boolean isMarked) {

    /** Checks for nulls. */
    public LedgerLine {
        Objects.requireNonNull(conversation, "conversation");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(policyVersion, "policyVersion");
        Objects.requireNonNull(entry, "entry");
    }
}
