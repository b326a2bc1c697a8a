package io.chatmgmt.conversation;

import java.util.Map;
import java.util.Objects;

/**
 * Who the customer is, as the host knows it. Stands in the conversation's row and nowhere else, so that erasing the row
 * erases the person. Immutable.
 *
 * @param id the host's id of the customer, 1 to 128 characters
 * @param name the display name, empty when unknown
 * @param email the e-mail address, empty when unknown
 * @param standing how the host values the customer
 * @param region the region or country code used for routing, empty when unknown
 * @param attributes anything else that the host wants to see beside the conversation
 */
public record Customer(
        String id, String name, String email, Standing standing, String region, Map<String, String> attributes) {

    /** How the host values a customer. */
    public enum Standing {
        /** Like everybody. */
        REGULAR,
        /** Escalates earlier and waits less. */
        VIP,
        /** Messages are kept but nothing acts on them. */
        BLOCKED
    }

    /** Checks the id and copies the attributes. */
    public Customer {
        Bounds.identifier(id, "customer.id");
        Objects.requireNonNull(name, "customer.name");
        Objects.requireNonNull(email, "customer.email");
        Objects.requireNonNull(standing, "customer.standing");
        Objects.requireNonNull(region, "customer.region");
        attributes = Map.copyOf(attributes);
    }

    /**
     * A regular customer of whom only the id is known.
     *
     * @param id the host's id
     * @return the customer
     */
    public static Customer of(String id) {
        return new Customer(id, "", "", Standing.REGULAR, "", Map.of());
    }

    /**
     * The same customer with a display name.
     *
     * @param name the name
     * @return a copy
     */
    public Customer named(String name) {
        return new Customer(id, name, email, standing, region, attributes);
    }

    /**
     * The same customer with another standing.
     *
     * @param standing the standing
     * @return a copy
     */
    public Customer with(Standing standing) {
        return new Customer(id, name, email, standing, region, attributes);
    }
}
