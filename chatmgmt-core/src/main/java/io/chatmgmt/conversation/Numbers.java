package io.chatmgmt.conversation;

/**
 * The latest number given out for each numbered thing of a conversation. Immutable. Numbers, not random ids: the same
 * inputs give the same numbers.
 *
 * @param texts the latest text
 * @param tickets the latest ticket
 * @param handoffs the latest handoff
 * @param offers the latest offer
 * @param question the latest message of the customer that wants an answer
 */
public record Numbers(int texts, int tickets, int handoffs, int offers, int question) {

    /** Nothing numbered yet. */
    public static final Numbers NONE = new Numbers(0, 0, 0, 0, 0);
}
