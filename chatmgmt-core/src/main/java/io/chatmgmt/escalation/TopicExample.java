package io.chatmgmt.escalation;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message of the past and what it was about: what {@link TrainedTopics} learns from. Immutable.
 *
 * @param text the message
 * @param label the code of its topic, null for a message that is about none of the topics
 */
public record TopicExample(String text, @Nullable String label) {

    /** Checks the code. */
    public TopicExample {
        Objects.requireNonNull(text, "text");
        if (label != null && label.isBlank()) {
            throw new IllegalArgumentException("label must not be blank");
        }
    }

    /**
     * What the message was about.
     *
     * @return the code of its topic, empty when it is out of scope
     */
    public Optional<String> topic() {
        return Optional.ofNullable(label);
    }
}
