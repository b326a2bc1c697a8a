package io.chatmgmt.response;

import io.chatmgmt.conversation.AiAction;
import io.chatmgmt.conversation.Confidence;
import java.util.Objects;

/**
 * What the AI wants to say. Immutable.
 *
 * @param text the answer; an empty one counts as a failure
 * @param confidence how sure the AI is
 * @param action what is to happen with it
 * @param toolErrors how many tool calls failed on the way to it
 * @param model the version of the AI that answers, at most 128 characters; empty when the host does not tell
 */
public record AiAnswer(String text, Confidence confidence, AiAction action, int toolErrors, String model) {

    private static final int MAX_MODEL = 128;

    /** Checks the parts. */
    public AiAnswer {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(confidence, "confidence");
        Objects.requireNonNull(action, "action");
        if (toolErrors < 0) {
            throw new IllegalArgumentException("toolErrors must not be negative: " + toolErrors);
        }
        if (model.length() > MAX_MODEL) {
            throw new IllegalArgumentException(
                    "model must have at most " + MAX_MODEL + " characters, has " + model.length());
        }
    }

    /**
     * An answer of an AI whose version nobody tells.
     *
     * @param text the answer; an empty one counts as a failure
     * @param confidence how sure the AI is
     * @param action what is to happen with it
     * @param toolErrors how many tool calls failed on the way to it
     */
    public AiAnswer(String text, Confidence confidence, AiAction action, int toolErrors) {
        this(text, confidence, action, toolErrors, "");
    }

    /**
     * An answer of known confidence.
     *
     * @param text the answer
     * @param confidence 0 to 1
     * @return the answer
     */
    public static AiAnswer of(String text, double confidence) {
        return new AiAnswer(text, Confidence.of(confidence), AiAction.CONTINUE, 0);
    }

    /**
     * An answer of an AI that does not tell how sure it is.
     *
     * @param text the answer
     * @return the answer
     */
    public static AiAnswer of(String text) {
        return new AiAnswer(text, Confidence.unknown(), AiAction.CONTINUE, 0);
    }

    /**
     * The same answer with another action.
     *
     * @param action what is to happen with it
     * @return a copy
     */
    public AiAnswer with(AiAction action) {
        return new AiAnswer(text, confidence, action, toolErrors, model);
    }

    /**
     * The same answer, of a known version of the AI.
     *
     * @param model the version, for the override ledger
     * @return a copy
     */
    public AiAnswer ofModel(String model) {
        return new AiAnswer(text, confidence, action, toolErrors, model);
    }
}
