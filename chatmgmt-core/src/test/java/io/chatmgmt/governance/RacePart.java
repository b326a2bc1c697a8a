package io.chatmgmt.governance;

import io.chatmgmt.conversation.HandoffEvent.Accepted;
import io.chatmgmt.conversation.HandoffEvent.CallEnded;
import io.chatmgmt.conversation.HandoffEvent.Called;
import io.chatmgmt.conversation.HandoffEvent.Offered;
import io.chatmgmt.conversation.HandoffEvent.Transferred;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.TransferKind;
import java.util.function.Predicate;

/** What has to happen in a race, often enough to prove something, as the journal tells it. */
enum RacePart {
    SHOWN_TO_SEVERAL(row -> row.find(Called.class)
            .filter(called -> called.call().agents().size() > 1)
            .isPresent()),
    TAKEN_BY_ONE_OF_SEVERAL(row -> row.find(CallEnded.class)
                    .filter(ended -> !ended.agents().isEmpty())
                    .isPresent()
            && row.find(Accepted.class).filter(taken -> taken.offer() > 0).isPresent()),
    FETCHED(row -> row.find(Accepted.class).filter(taken -> taken.offer() == 0).isPresent()),
    FETCHED_FROM_UNDER_A_CALL(row -> row.find(CallEnded.class).isPresent()
            && row.find(Accepted.class).filter(taken -> taken.offer() == 0).isPresent()),
    ASKED_WARMLY_FOR_ANOTHER_QUEUE(row -> row.find(Offered.class)
            .filter(asked -> asked.offer().queue() != null)
            .isPresent()),
    PASSED_ON_WARMLY(row -> row.find(Transferred.class)
            .filter(passed -> passed.kind() == TransferKind.WARM)
            .isPresent());

    private final Predicate<JournalRow> sign;

    RacePart(Predicate<JournalRow> sign) {
        this.sign = sign;
    }

    boolean isToldBy(JournalRow row) {
        return sign.test(row);
    }
}
