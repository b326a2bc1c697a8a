package io.chatmgmt.escalation;

import io.chatmgmt.language.TextScanner;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A few scanners for many threads. A thread looks where it last was likely to find one; when all are out it gets a new
 * one, so nobody ever waits. Thread-safe; tied to no thread, so virtual threads leave nothing behind.
 */
final class ScannerPool {

    private static final int SLOTS = 16;

    /** A scanner that has grown beyond this many characters is given up rather than kept. */
    private static final int MOST_CAPACITY = 4_096;

    private final AtomicReferenceArray<@Nullable TextScanner> slots = new AtomicReferenceArray<>(SLOTS);

    TextScanner take() {
        TextScanner scanner = slots.getAndSet(slot(), null);
        return scanner == null ? new TextScanner() : scanner;
    }

    void giveBack(TextScanner scanner) {
        if (scanner.capacity() <= MOST_CAPACITY) {
            slots.set(slot(), scanner);
        }
    }

    private static int slot() {
        long id = Thread.currentThread().getId();
        return (int) (id * 0x9E3779B97F4A7C15L >>> 60);
    }
}
