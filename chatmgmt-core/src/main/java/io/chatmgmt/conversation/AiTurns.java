package io.chatmgmt.conversation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Where the AI stands in a conversation: what it may still answer and how its last turns went. Immutable.
 *
 * @param ticket the ticket that may still be redeemed, null for none
 * @param held the answer that waits for a reviewer, null for none
 * @param failures how many turns in a row failed
 * @param fallbacks how many fallback messages went out in a row
 * @param toolErrors failed tool calls behind the answers of this episode
 * @param lastPrint the fingerprint of the latest answer that went out, 0 for none
 * @param timed how many answers of this episode were sent, or held, with a ticket of their own
 * @param timedMicros how long those took the AI, from ticket to answer, in microseconds
 * @param settings what a person changed for this episode
 */
public record AiTurns(
        @Nullable Ticket ticket,
        @Nullable HeldAnswer held,
        int failures,
        int fallbacks,
        int toolErrors,
        long lastPrint,
        int timed,
        long timedMicros,
        AiSettings settings) {

    /** An AI that has not been asked anything yet. */
    public static final AiTurns NONE = new AiTurns(null, null, 0, 0, 0, 0, 0, 0, AiSettings.OF_POLICY);

    AiTurns with(@Nullable Ticket ticket) {
        return new AiTurns(ticket, held, failures, fallbacks, toolErrors, lastPrint, timed, timedMicros, settings);
    }

    AiTurns holding(HeldAnswer held) {
        long took = took(held.ticket(), held.heldAt());
        return new AiTurns(
                null,
                held,
                failures,
                fallbacks,
                toolErrors,
                lastPrint,
                took < 0 ? timed : timed + 1,
                took < 0 ? timedMicros : timedMicros + took,
                settings);
    }

    /** Somebody has taken the held answer up. */
    AiTurns reclaimed(HeldAnswer claimed) {
        return new AiTurns(ticket, claimed, failures, fallbacks, toolErrors, lastPrint, timed, timedMicros, settings);
    }

    /** The held answer is on its way or gone; a ticket that was issued meanwhile stays. */
    AiTurns released() {
        return new AiTurns(ticket, null, failures, fallbacks, toolErrors, lastPrint, timed, timedMicros, settings);
    }

    AiTurns proposed(int toolErrors) {
        return new AiTurns(
                ticket,
                held,
                failures,
                fallbacks,
                this.toolErrors + toolErrors,
                lastPrint,
                timed,
                timedMicros,
                settings);
    }

    AiTurns sent(int answered, long print, Instant at) {
        boolean newer = ticket != null && ticket.number() > answered;
        long took = took(answered, at);
        return new AiTurns(
                newer ? ticket : null,
                null,
                0,
                0,
                toolErrors,
                print,
                took < 0 ? timed : timed + 1,
                took < 0 ? timedMicros : timedMicros + took,
                settings);
    }

    /** How long the answer to a ticket took; negative when the ticket has been redeemed before. */
    private long took(int number, Instant at) {
        return ticket == null || ticket.number() != number ? -1 : ChronoUnit.MICROS.between(ticket.issuedAt(), at);
    }

    AiTurns failed() {
        return new AiTurns(null, held, failures + 1, fallbacks, toolErrors, lastPrint, timed, timedMicros, settings);
    }

    AiTurns fellBack() {
        return new AiTurns(ticket, held, failures, fallbacks + 1, toolErrors, lastPrint, timed, timedMicros, settings);
    }

    AiTurns silenced() {
        return new AiTurns(null, null, 0, 0, toolErrors, lastPrint, timed, timedMicros, settings);
    }

    AiTurns with(AiSettings settings) {
        return new AiTurns(ticket, held, failures, fallbacks, toolErrors, lastPrint, timed, timedMicros, settings);
    }
}
