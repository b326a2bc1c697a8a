package io.chatmgmt.response;

import io.chatmgmt.conversation.ConfidenceBand;
import io.chatmgmt.conversation.HoldExpiry;
import io.chatmgmt.conversation.Posture;
import io.chatmgmt.conversation.TimeLimit;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Changes what the AI may say. Ranges are checked when the whole policy is built. Not thread-safe.
 */
public final class ResponsePolicyBuilder {

    private ResponsePolicy.AiSwitch ai;
    private Posture posture;
    private Bands bands;
    private final Map<ConfidenceBand, BandRule> rules;
    private final Set<String> heldTopics;
    private double sampling;
    private Duration holdFor;
    private HoldExpiry onExpiry;
    private HoldExpiry onDiscard;
    private TimeLimit answerTimeout;
    private ResponsePolicy.NewerMessage newerMessage;
    private int maxRefusals;
    private Duration retryAfter;
    private Duration pendingAfter;

    ResponsePolicyBuilder(ResponsePolicy start) {
        ai = start.ai();
        posture = start.posture();
        bands = start.bands();
        rules = new HashMap<>(start.rules());
        heldTopics = new HashSet<>(start.heldTopics());
        sampling = start.sampling();
        holdFor = start.holdFor();
        onExpiry = start.onExpiry();
        onDiscard = start.onDiscard();
        answerTimeout = start.answerTimeout();
        newerMessage = start.newerMessage();
        maxRefusals = start.maxRefusals();
        retryAfter = start.retryAfter();
        pendingAfter = start.pendingAfter();
    }

    /**
     * Sets the kill switch.
     *
     * @param ai whether the AI may speak at all, {@code ON} by default
     * @return this
     */
    public ResponsePolicyBuilder ai(ResponsePolicy.AiSwitch ai) {
        this.ai = Objects.requireNonNull(ai, "ai");
        return this;
    }

    /**
     * Sets how freely the AI may answer.
     *
     * @param posture {@link Posture#REVIEW_LOW} by default
     * @return this
     */
    public ResponsePolicyBuilder posture(Posture posture) {
        this.posture = Objects.requireNonNull(posture, "posture");
        return this;
    }

    /**
     * Sets where the confidence bands begin; each above the next, all within 0 to 1.
     *
     * @param high 0.90 by default
     * @param good 0.80 by default
     * @param moderate 0.70 by default
     * @return this
     */
    public ResponsePolicyBuilder bands(double high, double good, double moderate) {
        bands = new Bands(high, good, moderate);
        return this;
    }

    /**
     * Sets what happens to the answers of a band.
     *
     * @param band the band
     * @param rule what happens
     * @return this
     */
    public ResponsePolicyBuilder rule(ConfidenceBand band, BandRule rule) {
        rules.put(Objects.requireNonNull(band, "band"), Objects.requireNonNull(rule, "rule"));
        return this;
    }

    /**
     * Always holds the answers about some topics, whatever the confidence.
     *
     * @param topics their codes; none by default
     * @return this
     */
    public ResponsePolicyBuilder hold(String... topics) {
        heldTopics.addAll(List.of(topics));
        return this;
    }

    /**
     * No longer holds the answers about some topics.
     *
     * @param topics their codes
     * @return this
     */
    public ResponsePolicyBuilder release(String... topics) {
        List.of(topics).forEach(heldTopics::remove);
        return this;
    }

    /**
     * Sets the share of answers that are held to check their quality.
     *
     * @param sampling 0 to 1, 0 by default
     * @return this
     */
    public ResponsePolicyBuilder sampling(double sampling) {
        this.sampling = sampling;
        return this;
    }

    /**
     * Sets how long a held answer waits for a reviewer.
     *
     * @param holdFor greater than zero, 60 s by default
     * @return this
     */
    public ResponsePolicyBuilder holdFor(Duration holdFor) {
        this.holdFor = Objects.requireNonNull(holdFor, "holdFor");
        return this;
    }

    /**
     * Sets what happens to a held answer then.
     *
     * @param onExpiry {@link HoldExpiry#SEND} by default
     * @return this
     */
    public ResponsePolicyBuilder onExpiry(HoldExpiry onExpiry) {
        this.onExpiry = Objects.requireNonNull(onExpiry, "onExpiry");
        return this;
    }

    /**
     * Sets what happens when a reviewer discards a held answer.
     *
     * @param onDiscard {@link HoldExpiry#FALLBACK}, the default, or {@link HoldExpiry#ESCALATE}
     * @return this
     */
    public ResponsePolicyBuilder onDiscard(HoldExpiry onDiscard) {
        this.onDiscard = Objects.requireNonNull(onDiscard, "onDiscard");
        return this;
    }

    /**
     * Sets how long the AI may take, counted from the ticket.
     *
     * @param answerTimeout greater than zero, 30 s by default
     * @throws IllegalArgumentException when it is zero or negative
     * @return this
     */
    public ResponsePolicyBuilder answerTimeout(Duration answerTimeout) {
        this.answerTimeout = TimeLimit.of(answerTimeout);
        return this;
    }

    /**
     * Lets the AI take as long as it likes.
     *
     * @return this
     */
    public ResponsePolicyBuilder withoutAnswerTimeout() {
        answerTimeout = TimeLimit.never();
        return this;
    }

    /**
     * Sets what a newer customer message does to an answer that has not been sent.
     *
     * @param newerMessage {@code DISCARD} by default
     * @return this
     */
    public ResponsePolicyBuilder newerMessage(ResponsePolicy.NewerMessage newerMessage) {
        this.newerMessage = Objects.requireNonNull(newerMessage, "newerMessage");
        return this;
    }

    /**
     * Sets how often the host may fail to deliver a text before it is given up.
     *
     * @param maxRefusals 1 to 16, 3 by default
     * @return this
     */
    public ResponsePolicyBuilder maxRefusals(int maxRefusals) {
        this.maxRefusals = maxRefusals;
        return this;
    }

    /**
     * Sets how long to wait before a text is offered to the host again; doubles with every attempt, up to a day.
     *
     * @param retryAfter greater than zero, 5 s by default
     * @return this
     */
    public ResponsePolicyBuilder retryAfter(Duration retryAfter) {
        this.retryAfter = Objects.requireNonNull(retryAfter, "retryAfter");
        return this;
    }

    /**
     * Sets after how long a silence an open conversation shows as pending.
     *
     * @param pendingAfter greater than zero, 30 s by default
     * @return this
     */
    public ResponsePolicyBuilder pendingAfter(Duration pendingAfter) {
        this.pendingAfter = Objects.requireNonNull(pendingAfter, "pendingAfter");
        return this;
    }

    /**
     * The policy as it stands; later changes to this builder do not reach it.
     *
     * @return the policy
     */
    public ResponsePolicy build() {
        return new ResponsePolicy(
                ai,
                posture,
                bands,
                rules,
                heldTopics,
                sampling,
                holdFor,
                onExpiry,
                onDiscard,
                answerTimeout,
                newerMessage,
                maxRefusals,
                retryAfter,
                pendingAfter);
    }
}
