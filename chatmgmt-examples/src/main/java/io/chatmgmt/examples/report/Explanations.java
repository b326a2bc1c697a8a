package io.chatmgmt.examples.report;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationEvent;
import io.chatmgmt.conversation.EscalationEvent;
import io.chatmgmt.conversation.EscalationReason;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.governance.GovernanceListener;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keeps, for each reason that calls people, the first decision in words. Thread-safe. */
public final class Explanations implements GovernanceListener {

    private final Map<String, String> sentences = new TreeMap<>();

    @Override
    public void onCommitted(JournalRow row, Conversation conversation) {
        List<ConversationEvent> events = row.events();
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i) instanceof EscalationEvent.Raised raised) {
                keep(row, raised.reasons());
            }
        }
    }

    private synchronized void keep(JournalRow row, List<EscalationReason> reasons) {
        for (EscalationReason reason : reasons) {
            sentences.putIfAbsent(reason.code(), row.conversation().value() + ": " + reason.sentence());
        }
    }

    /**
     * A sentence for each reason.
     *
     * @return by the reason's code, each with its conversation
     */
    public synchronized Map<String, String> sentences() {
        return new TreeMap<>(sentences);
    }
}
