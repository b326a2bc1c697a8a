package io.chatmgmt.conversation;

import java.time.Duration;
import java.util.Objects;

/**
 * One line of the override ledger: what a person did with one answer of the AI, and why. Who did it, when, and under
 * which policy stands in the journal row that holds it. Immutable.
 *
 * @param ticket the number of the answer's ticket, 0 when the answer is not known any more
 * @param action what was done
 * @param reason why
 * @param remark the number of the text in which the person said why, 0 for none
 * @param original the number of the AI's text
 * @param sent the number of the text that the customer got instead, 0 for none
 * @param change how much of the text was changed: edit distance over the longer length, 0 to 1
 * @param after how long after the answer was held, or sent
 * @param topic what the conversation was about, empty while unknown
 * @param band the band that the answer's confidence fell into
 * @param model the version of the AI that answered, empty when the host does not tell
 */
public record LedgerEntry(
        int ticket,
        OverrideAction action,
        OverrideReason reason,
        int remark,
        int original,
        int sent,
        double change,
        Duration after,
        String topic,
        ConfidenceBand band,
        String model) {

    /** Checks the parts. */
    public LedgerEntry {
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(reason, "reason");
        Bounds.positive(original, "original");
        Bounds.share(change, "change");
        Objects.requireNonNull(after, "after");
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(band, "band");
        Objects.requireNonNull(model, "model");
    }
}
