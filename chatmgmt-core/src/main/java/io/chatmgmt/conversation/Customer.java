package io.chatmgmt.conversation;

import java.util.HexFormat;
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

    private static final String ERASED = "erased:";
    private static final int HEX = 16;

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

    /**
     * What is left of the customer once they are erased: a stand-in that is nobody, and counts as the same one customer.
     *
     * @return a customer of whom nothing is known; the same for every customer with this id
     */
    public Customer erased() {
        return isErased() ? this : of(ERASED + HexFormat.of().toHexDigits(number()));
    }

    /**
     * Whether this is what is left of an erased customer.
     *
     * @return true for what {@link #erased()} gives
     */
    public boolean isErased() {
        return id.length() == ERASED.length() + HEX
                && id.startsWith(ERASED)
                && id.chars().skip(ERASED.length()).allMatch(HexFormat::isHexDigit);
    }

    /**
     * A number that stands for the customer where only different ones are counted: the same everywhere, not made to be
     * read back, and not changed by erasing.
     *
     * @return the number, any of all
     */
    public long number() {
        if (isErased()) {
            return HexFormat.fromHexDigitsToLong(id, ERASED.length(), id.length());
        }
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0x100000001B3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xFF51AFD7ED558CCDL;
        return hash ^ (hash >>> 33);
    }
}
