package io.chatmgmt.conversation;

/**
 * How many messages the customer could see, by who wrote them. Immutable.
 *
 * @param customer written by the customer
 * @param ai answers of the AI
 * @param agent written by people of the support team
 * @param system texts of this library: escalation messages, fallbacks, offers
 */
public record MessageCounts(int customer, int ai, int agent, int system) {

    /** None yet. */
    public static final MessageCounts NONE = new MessageCounts(0, 0, 0, 0);

    /**
     * All messages.
     *
     * @return the sum
     */
    public int total() {
        return customer + ai + agent + system;
    }

    MessageCounts plus(Participant author) {
        return switch (author) {
            case CUSTOMER -> new MessageCounts(customer + 1, ai, agent, system);
            case AI -> new MessageCounts(customer, ai + 1, agent, system);
            case AGENT, SUPERVISOR -> new MessageCounts(customer, ai, agent + 1, system);
            case AUTOMATION, SYSTEM -> new MessageCounts(customer, ai, agent, system + 1);
        };
    }
}
