package io.chatmgmt.examples.report;

import io.chatmgmt.conversation.ConversationEvent;
import io.chatmgmt.conversation.JournalRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls for each event of a journal row what has been registered for its type. Not thread-safe. */
final class EventHandlers {

    /** What is done for one type of event. */
    @FunctionalInterface
    interface Handler<E extends ConversationEvent> {

        void handle(E event, JournalRow row, Tally tally);
    }

    private final Map<Class<?>, Handler<?>> handlers = new HashMap<>();

    <E extends ConversationEvent> EventHandlers on(Class<E> type, Handler<E> handler) {
        handlers.put(type, handler);
        return this;
    }

    void handle(JournalRow row, Tally tally) {
        List<ConversationEvent> events = row.events();
        for (int i = 0; i < events.size(); i++) {
            handle(events.get(i), row, tally);
        }
    }

    @SuppressWarnings("unchecked") // a handler is registered for the type that it takes
    private <E extends ConversationEvent> void handle(E event, JournalRow row, Tally tally) {
        @Nullable Handler<E> handler = (Handler<E>) handlers.get(event.getClass());
        if (handler != null) {
            handler.handle(event, row, tally);
        }
    }
}
