package io.chatmgmt.conversation;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the detectors heard in one answer of the AI: enough to notice small talk and confusion. Immutable. */
public final class AnswerSignals {

    /** Nothing heard. */
    public static final AnswerSignals NONE = new AnswerSignals(SmallTalk.NONE, null, 0);

    private final SmallTalk smallTalk;
    private final @Nullable LanguageGuess language;
    private final long print;

    /**
     * The signals of one answer.
     *
     * @param smallTalk what a short answer does in the talk
     * @param language the recognised language, null when none was recognised
     * @param print a fingerprint of the words: equal for equal answers, 0 for none
     */
    public AnswerSignals(SmallTalk smallTalk, @Nullable LanguageGuess language, long print) {
        this.smallTalk = Objects.requireNonNull(smallTalk, "smallTalk");
        this.language = language;
        this.print = print;
    }

    /**
     * What a short answer does in the talk.
     *
     * @return {@link SmallTalk#NONE} for an answer with a matter of its own
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
     * A fingerprint of the words.
     *
     * @return equal for equal answers, 0 for none
     */
    public long print() {
        return print;
    }
}
