package io.chatmgmt.conversation;

import java.util.Objects;

/**
 * What a conversation is about. Immutable.
 *
 * @param code the topic's code, for example {@code billing}
 * @param score how sure the classifier is, 0 to 1; 1 when given
 * @param source where it comes from
 */
public record ConversationTopic(String code, double score, Source source) {

    /** Checks the parts. */
    public ConversationTopic {
        Bounds.identifier(code, "topic");
        Bounds.share(score, "score");
        Objects.requireNonNull(source, "source");
    }
}
