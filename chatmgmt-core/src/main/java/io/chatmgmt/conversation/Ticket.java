package io.chatmgmt.conversation;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The right to answer once: what the host gets when an AI turn is wanted, and gives back with the answer. Immutable. A
 * ticket goes stale when the control epoch moves on, when the conversation is resolved, or, by default, when the
 * customer writes again.
 *
 * @param conversation the conversation to answer in
 * @param number its number within the conversation, from 1
 * @param epoch the control epoch that it belongs to
 * @param message the number of the message to answer, 0 when the AI opens the talk
 * @param issuedAt when it was issued
 * @param deadline when an answer is too late, null when the policy knows no time-out
 * @param language the language to answer in, a BCP 47 tag
 * @param settings what a person changed about the AI
 */
public record Ticket(
        ConversationId conversation,
        int number,
        long epoch,
        int message,
        Instant issuedAt,
        @Nullable Instant deadline,
        String language,
        AiSettings settings) {

    /** Checks the parts. */
    public Ticket {
        Objects.requireNonNull(conversation, "conversation");
        Bounds.positive(number, "number");
        Objects.requireNonNull(issuedAt, "issuedAt");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(settings, "settings");
    }
}
