package io.chatmgmt.governance;

/** Tells people of the support team. Best effort, after the commit. Implementations are thread-safe and quick. */
@FunctionalInterface
public interface Notifier {

    /**
     * Tells one thing, once.
     *
     * @param notification what
     */
    void notify(Notification notification);
}
