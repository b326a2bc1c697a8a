package io.chatmgmt.governance;

import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Customer;
import io.chatmgmt.lifecycle.Opening;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message that a customer wrote, as the host's channel delivered it. Immutable.
 *
 * @param conversation which conversation; it begins with its first message
 * @param id the host's id of the message, 1 to 128 characters: the same id again is a repeat, and changes nothing
 * @param text the words
 * @param sentAt when the customer sent it; null for now
 * @param opening how the conversation begins, should this be its first message; topic and language also count for the
 *     first message of a later episode
 */
public record CustomerMessage(
        ConversationId conversation,
        String id,
        String text,
        @Nullable Instant sentAt,
        Opening opening) {

    private static final int MAX_ID = 128;

    /** Checks the parts. */
    public CustomerMessage {
        Objects.requireNonNull(conversation, "conversation");
        Objects.requireNonNull(id, "id");
        if (id.isBlank() || id.length() > MAX_ID) {
            throw new IllegalArgumentException("id must have 1 to " + MAX_ID + " characters: '" + id + "'");
        }
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(opening, "opening");
    }

    /**
     * A message in a conversation of the default tenant, by a customer of whom nothing is known.
     *
     * @param conversation the host's id of the conversation
     * @param id the host's id of the message
     * @param text the words
     * @return the message
     */
    public static CustomerMessage of(String conversation, String id, String text) {
        return of(ConversationId.of(conversation), id, text);
    }

    /**
     * A message by a customer of whom nothing is known.
     *
     * @param conversation which conversation
     * @param id the host's id of the message
     * @param text the words
     * @return the message
     */
    public static CustomerMessage of(ConversationId conversation, String id, String text) {
        return new CustomerMessage(
                conversation, id, text, null, new Opening(Customer.of(conversation.value()), "", null, null));
    }

    /**
     * The same message, told who wrote it.
     *
     * @param customer the customer
     * @return a copy
     */
    public CustomerMessage from(Customer customer) {
        return with(new Opening(customer, opening.channel(), opening.language(), opening.topic()));
    }

    /**
     * The same message, told where it was written.
     *
     * @param channel the host's name of the channel
     * @return a copy
     */
    public CustomerMessage through(String channel) {
        return with(new Opening(opening.customer(), channel, opening.language(), opening.topic()));
    }

    /**
     * The same message, told everything that the host knows when a conversation begins.
     *
     * @param opening how the conversation begins
     * @return a copy
     */
    public CustomerMessage with(Opening opening) {
        return new CustomerMessage(conversation, id, text, sentAt, opening);
    }

    /**
     * The same message, told when the customer sent it.
     *
     * @param sentAt when
     * @return a copy
     */
    public CustomerMessage sentAt(Instant sentAt) {
        return new CustomerMessage(conversation, id, text, sentAt, opening);
    }
}
