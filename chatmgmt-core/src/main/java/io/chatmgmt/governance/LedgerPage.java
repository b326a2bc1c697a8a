package io.chatmgmt.governance;

import io.chatmgmt.store.JournalPlace;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the override ledger. Immutable.
 *
 * @param lines in order of time
 * @param place where the next stretch begins, null at the end
 */
public record LedgerPage(List<LedgerLine> lines, @Nullable JournalPlace place) {

    /** Copies the lines. */
    public LedgerPage {
        lines = List.copyOf(lines);
    }

    /**
     * Where the next stretch begins.
     *
     * @return empty at the end
     */
    public Optional<JournalPlace> next() {
        return Optional.ofNullable(place);
    }
}
