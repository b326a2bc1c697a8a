package io.chatmgmt.examples.desk;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.governance.GovernanceListener;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells the windows of a conversation that there is something new in it. Thread-safe. */
final class VisitFeed implements GovernanceListener {

    private static final long FOR_EVER = 0;

    private final Map<ConversationId, Set<SseEmitter>> windows = new ConcurrentHashMap<>();

    SseEmitter open(ConversationId id) {
        SseEmitter window = new SseEmitter(FOR_EVER);
        Set<SseEmitter> all = windows.computeIfAbsent(id, key -> ConcurrentHashMap.newKeySet());
        all.add(window);
        window.onCompletion(() -> all.remove(window));
        window.onTimeout(() -> all.remove(window));
        window.onError(problem -> all.remove(window));
        tell(window, 0);
        return window;
    }

    @Override
    public void onCommitted(JournalRow row, Conversation conversation) {
        windows.getOrDefault(row.conversation(), Set.of()).forEach(window -> tell(window, row.version()));
    }

    private static void tell(SseEmitter window, long version) {
        try {
            window.send(SseEmitter.event().name("changed").data(version));
        } catch (IOException | IllegalStateException e) {
            window.completeWithError(e);
        }
    }
}
