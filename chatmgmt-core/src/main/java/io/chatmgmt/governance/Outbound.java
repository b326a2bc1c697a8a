package io.chatmgmt.governance;

/**
 * The way to the customer for texts that no caller waits for. The host delivers and then acknowledges at the
 * {@link Outbox}; until then the text stays pending and is offered again, with growing pauses and always the same number,
 * by the sweep. Implementations are thread-safe and quick; what they throw counts as not delivered.
 */
@FunctionalInterface
public interface Outbound {

    /**
     * Offers a text, at least once.
     *
     * @param message the text
     */
    void deliver(OutboundMessage message);
}
