package io.chatmgmt.governance;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.HeldAnswer;
import java.util.Objects;

/**
 * A held answer in the reviewers' queue. Immutable.
 *
 * @param conversation its conversation
 * @param answer the answer, with its deadline and whoever has taken it up
 * @param words what the AI wants to say
 */
public record WaitingReview(Conversation conversation, HeldAnswer answer, String words) {

    /** Checks for nulls. */
    public WaitingReview {
        Objects.requireNonNull(conversation, "conversation");
        Objects.requireNonNull(answer, "answer");
        Objects.requireNonNull(words, "words");
    }
}
