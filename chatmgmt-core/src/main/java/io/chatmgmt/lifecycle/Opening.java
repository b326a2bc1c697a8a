package io.chatmgmt.lifecycle;

import io.chatmgmt.conversation.Customer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a conversation begins, as the host knows it. Immutable.
 *
 * @param customer who the customer is
 * @param channel where the customer writes, the host's name of it
 * @param language the language that the host knows of, a BCP 47 tag; null to recognise it
 * @param topic the topic that the host knows of; null to recognise it
 */
public record Opening(
        Customer customer,
        String channel,
        @Nullable String language,
        @Nullable String topic) {

    /** Checks for nulls. */
    public Opening {
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(channel, "channel");
    }
}
