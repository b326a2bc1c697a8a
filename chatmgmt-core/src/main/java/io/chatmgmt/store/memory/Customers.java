package io.chatmgmt.store.memory;

import io.chatmgmt.conversation.CustomerHistory;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What is known of the customers. A history outlives the conversations that it tells of; histories without any
 * conversation left are bounded, too, and the customers who left first are forgotten first. Thread-safe.
 */
final class Customers {

    private final ConcurrentMap<CustomerKey, KnownCustomer> known = new ConcurrentHashMap<>();
    private final Queue<CustomerKey> left = new ConcurrentLinkedQueue<>();
    private final AtomicLong leftCount = new AtomicLong();
    private final long bound;

    Customers(long bound) {
        this.bound = bound;
    }

    CustomerHistory history(CustomerKey key) {
        KnownCustomer customer = known.get(key);
        return customer == null ? CustomerHistory.NONE : customer.history.get();
    }

    /** The customer of one more conversation: not forgotten before {@link #leave}. */
    KnownCustomer join(CustomerKey key) {
        return known.compute(key, (same, customer) -> {
            KnownCustomer joined = customer == null ? new KnownCustomer(key) : customer;
            joined.conversations++;
            return joined;
        });
    }

    /** One of the customer's conversations is no longer there. */
    void leave(KnownCustomer customer) {
        KnownCustomer rest = known.computeIfPresent(customer.key, (key, same) -> {
            same.conversations--;
            return isForgettable(same) && same.history.get().equals(CustomerHistory.NONE) ? null : same;
        });
        if (rest != null && isForgettable(rest)) {
            left.add(rest.key);
            if (leftCount.incrementAndGet() > bound) {
                forgetOne();
            }
        }
    }

    /** One of the customer's conversations is nobody's any more; the last one takes all that is known along. */
    void forget(KnownCustomer customer) {
        KnownCustomer rest = known.computeIfPresent(customer.key, (key, same) -> {
            same.conversations--;
            return isForgettable(same) ? null : same;
        });
        if (rest == null && left.remove(customer.key)) {
            leftCount.decrementAndGet();
        }
    }

    private void forgetOne() {
        CustomerKey oldest = left.poll();
        if (oldest != null) {
            leftCount.decrementAndGet();
            known.computeIfPresent(oldest, (key, customer) -> isForgettable(customer) ? null : customer);
        }
    }

    private static boolean isForgettable(KnownCustomer customer) {
        return customer.conversations == 0;
    }
}
