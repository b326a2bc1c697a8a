package io.chatmgmt.conversation;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the detectors heard in one customer message: the input of every escalation trigger, heard once, before
 * anything is decided. Immutable.
 */
public final class MessageSignals {

    /** Nothing heard at all: what an empty message, or a conversation without detectors, gives. */
    public static final MessageSignals NONE =
            new MessageSignals(Signal.NONE, Signal.NONE, SmallTalk.NONE, null, null, null);

    private final Signal asksForHuman;
    private final Signal frustration;
    private final SmallTalk smallTalk;
    private final @Nullable LanguageGuess language;
    private final @Nullable TopicGuess topic;
    private final @Nullable QuestionPrint question;

    /**
     * The signals of one message.
     *
     * @param asksForHuman whether the customer asks for a person
     * @param frustration whether the customer is frustrated
     * @param smallTalk what a short message does in the talk
     * @param language the recognised language, null when none was recognised
     * @param topic the recognised topic, null when none was recognised
     * @param question the fingerprint of the question, null when the message asks nothing (small talk, too short)
     */
    public MessageSignals(
            Signal asksForHuman,
            Signal frustration,
            SmallTalk smallTalk,
            @Nullable LanguageGuess language,
            @Nullable TopicGuess topic,
            @Nullable QuestionPrint question) {
        this.asksForHuman = Objects.requireNonNull(asksForHuman, "asksForHuman");
        this.frustration = Objects.requireNonNull(frustration, "frustration");
        this.smallTalk = Objects.requireNonNull(smallTalk, "smallTalk");
        this.language = language;
        this.topic = topic;
        this.question = question;
    }

    /**
     * Whether the customer asks for a person: strong for a clear request, weak for a bare "agent".
     *
     * @return the signal
     */
    public Signal asksForHuman() {
        return asksForHuman;
    }

    /**
     * Whether the customer is frustrated.
     *
     * @return the signal
     */
    public Signal frustration() {
        return frustration;
    }

    /**
     * What a short message does in the talk.
     *
     * @return {@link SmallTalk#NONE} for a message with a matter of its own
     */
    public SmallTalk smallTalk() {
        return smallTalk;
    }

    /**
     * The recognised language.
     *
     * @return empty when the text is too short or not clear
     */
    public Optional<LanguageGuess> language() {
        return Optional.ofNullable(language);
    }

    /**
     * The recognised topic.
     *
     * @return empty when the message is about nothing that the classifier knows
     */
    public Optional<TopicGuess> topic() {
        return Optional.ofNullable(topic);
    }

    /**
     * The fingerprint of the question.
     *
     * @return empty when the message asks nothing
     */
    public Optional<QuestionPrint> question() {
        return Optional.ofNullable(question);
    }

    /**
     * The same signals without the question: for a message that only repeats itself.
     *
     * @return a copy
     */
    public MessageSignals withoutQuestion() {
        return new MessageSignals(asksForHuman, frustration, smallTalk, language, topic, null);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MessageSignals signals
                && asksForHuman.equals(signals.asksForHuman)
                && frustration.equals(signals.frustration)
                && smallTalk == signals.smallTalk
                && Objects.equals(language, signals.language)
                && Objects.equals(topic, signals.topic)
                && Objects.equals(question, signals.question);
    }

    @Override
    public int hashCode() {
        return Objects.hash(asksForHuman, frustration, smallTalk, language, topic, question);
    }

    @Override
    public String toString() {
        return "MessageSignals[asksForHuman=" + asksForHuman + ", frustration=" + frustration + ", smallTalk="
                + smallTalk + ", language=" + language + ", topic=" + topic + ", question=" + question + "]";
    }
}
