package io.chatmgmt.response;

import io.chatmgmt.conversation.ConfidenceBand;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.HoldExpiry;
import io.chatmgmt.conversation.Posture;
import io.chatmgmt.conversation.TimeLimit;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What the AI may say: the part of the policy that the gate follows. Immutable; ranges are checked when the whole policy
 * is built.
 *
 * @param ai the kill switch: whether the AI may speak at all
 * @param posture how freely it may answer, unless a person set it for the conversation
 * @param bands where the confidence bands begin
 * @param rules what happens to the answers of each band; a band without a rule delivers
 * @param heldTopics topics whose answers are always held, whatever the confidence
 * @param sampling the share of answers that are held to check their quality, 0 to 1; chosen by a hash of conversation and
 *     ticket, so that a repeat chooses the same
 * @param holdFor how long a held answer waits for a reviewer
 * @param onExpiry what happens to it then
 * @param onDiscard what happens when a reviewer discards it: {@link HoldExpiry#FALLBACK} or {@link HoldExpiry#ESCALATE}
 * @param answerTimeout how long the AI may take, counted from the ticket
 * @param newerMessage what a newer customer message does to an answer that has not been sent
 * @param maxRefusals how often the host may fail to deliver a text before it is given up
 * @param retryAfter how long to wait before a text is offered to the host again; doubles with every attempt, up to a day
 * @param pendingAfter after how long a silence an open conversation shows as pending
 */
public record ResponsePolicy(
        AiSwitch ai,
        Posture posture,
        Bands bands,
        Map<ConfidenceBand, BandRule> rules,
        Set<String> heldTopics,
        double sampling,
        Duration holdFor,
        HoldExpiry onExpiry,
        HoldExpiry onDiscard,
        TimeLimit answerTimeout,
        NewerMessage newerMessage,
        int maxRefusals,
        Duration retryAfter,
        Duration pendingAfter) {

    /** Whether the AI may speak at all. */
    public enum AiSwitch {
        /** It may. */
        ON,
        /** Every matter goes to people, answers under way included. */
        OFF
    }

    /** What a newer customer message does to an answer that has not been sent. */
    public enum NewerMessage {
        /** The answer is dropped, and the AI is asked again. */
        DISCARD,
        /** The answer is sent all the same. */
        SEND
    }

    /** Checks for nulls and copies. */
    public ResponsePolicy {
        Objects.requireNonNull(ai, "ai");
        Objects.requireNonNull(posture, "posture");
        Objects.requireNonNull(bands, "bands");
        rules = Map.copyOf(rules);
        heldTopics = Set.copyOf(heldTopics);
        Objects.requireNonNull(holdFor, "holdFor");
        Objects.requireNonNull(onExpiry, "onExpiry");
        Objects.requireNonNull(onDiscard, "onDiscard");
        Objects.requireNonNull(answerTimeout, "answerTimeout");
        Objects.requireNonNull(newerMessage, "newerMessage");
        Objects.requireNonNull(retryAfter, "retryAfter");
        Objects.requireNonNull(pendingAfter, "pendingAfter");
    }

    /**
     * The defaults of the product: high and good answers go out; moderate ones with an advice to look; low ones are held
     * 60 s when a reviewer is online and then sent with a flag; an answer may take 30 s.
     *
     * @return the default policy
     */
    public static ResponsePolicy ofDefaults() {
        return new ResponsePolicy(
                AiSwitch.ON,
                Posture.REVIEW_LOW,
                Bands.ofDefaults(),
                Map.of(
                        ConfidenceBand.MODERATE, BandRule.deliver(Flag.CONSIDER_REVIEW),
                        ConfidenceBand.LOW, BandRule.hold(Flag.LOW_CONFIDENCE)),
                Set.of(),
                0,
                Duration.ofSeconds(60),
                HoldExpiry.SEND,
                HoldExpiry.FALLBACK,
                TimeLimit.of(Duration.ofSeconds(30)),
                NewerMessage.DISCARD,
                3,
                Duration.ofSeconds(5),
                Duration.ofSeconds(30));
    }

    /**
     * A builder that starts from the defaults.
     *
     * @return a new builder
     */
    public static ResponsePolicyBuilder builder() {
        return ofDefaults().toBuilder();
    }

    /**
     * A builder that starts from this policy.
     *
     * @return a new builder
     */
    public ResponsePolicyBuilder toBuilder() {
        return new ResponsePolicyBuilder(this);
    }

    /**
     * What happens to the answers of a band.
     *
     * @param band the band
     * @return its rule; plain delivery for a band without one
     */
    public BandRule rule(ConfidenceBand band) {
        return rules.getOrDefault(band, PLAIN);
    }

    private static final BandRule PLAIN = BandRule.deliver();
}
