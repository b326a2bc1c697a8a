package io.chatmgmt.examples.replay;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.governance.GovernanceListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Listeners whose failures count. The front door drops what a listener throws, which is right for a host; a replay whose
 * record has a hole is worth nothing. Thread-safe.
 */
final class Guarded implements GovernanceListener {

    private final List<GovernanceListener> listeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable RuntimeException failure;

    Guarded(List<GovernanceListener> listeners) {
        this.listeners.addAll(listeners);
    }

    /** One more listener, before anything is played. */
    void add(GovernanceListener listener) {
        listeners.add(listener);
    }

    @Override
    public void onCommitted(JournalRow row, Conversation conversation) {
        try {
            for (int i = 0; i < listeners.size(); i++) {
                listeners.get(i).onCommitted(row, conversation);
            }
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    /** Throws what a listener has thrown. */
    void check() {
        RuntimeException thrown = failure;
        if (thrown != null) {
            throw thrown;
        }
    }
}
