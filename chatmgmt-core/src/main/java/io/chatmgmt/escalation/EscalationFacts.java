package io.chatmgmt.escalation;

import io.chatmgmt.conversation.AiAction;
import io.chatmgmt.conversation.AiFailure;
import io.chatmgmt.conversation.Confidence;
import io.chatmgmt.conversation.ConversationDraft;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.ConversationTopic;
import io.chatmgmt.conversation.MessageSignals;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an escalation trigger decides from: what has just happened, and the conversation with that already counted in.
 * Valid during the evaluation only; not thread-safe.
 */
public final class EscalationFacts {

    private final Moment moment;
    private final ConversationDraft conversation;
    private final EscalationPolicy policy;
    private final String text;
    private final MessageSignals signals;
    private final Confidence confidence;
    private final AiAction action;
    private final @Nullable AiFailure failure;

    private EscalationFacts(
            Moment moment,
            ConversationDraft conversation,
            EscalationPolicy policy,
            String text,
            MessageSignals signals,
            Confidence confidence,
            AiAction action,
            @Nullable AiFailure failure) {
        this.moment = moment;
        this.conversation = conversation;
        this.policy = policy;
        this.text = text;
        this.signals = signals;
        this.confidence = confidence;
        this.action = action;
        this.failure = failure;
    }

    /**
     * The facts after a customer's message.
     *
     * @param conversation the conversation, the message counted in
     * @param policy the policy that holds
     * @param text the message
     * @param signals what the detectors heard in it
     * @return the facts
     */
    public static EscalationFacts ofMessage(
            ConversationDraft conversation, EscalationPolicy policy, String text, MessageSignals signals) {
        return new EscalationFacts(
                Moment.CUSTOMER_MESSAGE,
                conversation,
                policy,
                text,
                signals,
                Confidence.unknown(),
                AiAction.CONTINUE,
                null);
    }

    /**
     * The facts after an AI's answer.
     *
     * @param conversation the conversation, the answer counted in as proposed
     * @param policy the policy that holds
     * @param text the answer
     * @param confidence how sure the AI was
     * @param action what the AI wants
     * @return the facts
     */
    public static EscalationFacts ofAnswer(
            ConversationDraft conversation,
            EscalationPolicy policy,
            String text,
            Confidence confidence,
            AiAction action) {
        return new EscalationFacts(
                Moment.AI_ANSWER, conversation, policy, text, MessageSignals.NONE, confidence, action, null);
    }

    /**
     * The facts after an AI turn that failed.
     *
     * @param conversation the conversation, the failure counted in
     * @param policy the policy that holds
     * @param failure how it failed
     * @return the facts
     */
    public static EscalationFacts ofFailure(
            ConversationDraft conversation, EscalationPolicy policy, AiFailure failure) {
        return new EscalationFacts(
                Moment.AI_FAILURE,
                conversation,
                policy,
                "",
                MessageSignals.NONE,
                Confidence.unknown(),
                AiAction.CONTINUE,
                failure);
    }

    /**
     * What has just happened.
     *
     * @return the moment
     */
    public Moment moment() {
        return moment;
    }

    /**
     * When it happened: the only clock that a trigger may use.
     *
     * @return journal time
     */
    public Instant now() {
        return conversation.at();
    }

    /**
     * Which conversation.
     *
     * @return the id
     */
    public ConversationId id() {
        return conversation.id();
    }

    /**
     * The conversation so far, what has just happened counted in. Triggers read it and never emit into it.
     *
     * @return the conversation
     */
    public ConversationDraft conversation() {
        return conversation;
    }

    /**
     * The policy that holds.
     *
     * @return the escalation part
     */
    public EscalationPolicy policy() {
        return policy;
    }

    /**
     * What was written: the customer's message or the AI's answer.
     *
     * @return empty after a failure
     */
    public String text() {
        return text;
    }

    /**
     * The number of the text in question.
     *
     * @return the latest text's number
     */
    public int message() {
        return conversation.lastText();
    }

    /**
     * What the detectors heard in the customer's message.
     *
     * @return {@link MessageSignals#NONE} at other moments
     */
    public MessageSignals signals() {
        return signals;
    }

    /**
     * How sure the AI was of the answer.
     *
     * @return unknown at other moments
     */
    public Confidence confidence() {
        return confidence;
    }

    /**
     * What the AI wants to happen with its answer.
     *
     * @return {@link AiAction#CONTINUE} at other moments
     */
    public AiAction action() {
        return action;
    }

    /**
     * How the AI turn failed.
     *
     * @return empty at other moments
     */
    public Optional<AiFailure> failure() {
        return Optional.ofNullable(failure);
    }

    /**
     * What the host told about the customer.
     *
     * @param name the name of the attribute
     * @return its value, empty text when there is none
     */
    public String attribute(String name) {
        return conversation.customer().attributes().getOrDefault(name, "");
    }

    /**
     * The code of the conversation's topic.
     *
     * @return empty text while unknown
     */
    public String topic() {
        ConversationTopic topic = conversation.topic();
        return topic == null ? "" : topic.code();
    }

    /**
     * How often the customer has written in this episode.
     *
     * @return 1 at the first message
     */
    public int customerMessages() {
        return conversation.episode().counts().customer();
    }
}
