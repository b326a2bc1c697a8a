package io.chatmgmt.store.memory;

import java.util.List;
import java.util.function.Supplier;

/**
 * A value that commits of conversations change together with the conversation: an agent, what is known of a customer. Its
 * monitor is its lock. Readers take no lock except while a commit is publishing, so that nobody who has seen one part of
 * a commit can miss another.
 */
final class Cell<T> {

    private volatile T value;
    private volatile boolean publishing;

    Cell(T value) {
        this.value = value;
    }

    /** The value as of the last whole commit; waits while one is being published. */
    T get() {
        // the order matters: a reader who finds nobody publishing reads the value that the last publisher left
        if (publishing) {
            synchronized (this) {
                return value;
            }
        }
        return value;
    }

    /** The value, under the lock. */
    T value() {
        return value;
    }

    /** Announces, under the lock, that {@link #become} follows. */
    void announce() {
        publishing = true;
    }

    /** Sets the value, under the lock. */
    void become(T next) {
        value = next;
        publishing = false;
    }

    /** Does something while holding the locks of all cells, taken in the order given. */
    static <R> R holding(List<? extends Cell<?>> cells, Supplier<R> action) {
        if (cells.isEmpty()) {
            return action.get();
        }
        synchronized (cells.get(0)) {
            return holding(cells.subList(1, cells.size()), action);
        }
    }
}
