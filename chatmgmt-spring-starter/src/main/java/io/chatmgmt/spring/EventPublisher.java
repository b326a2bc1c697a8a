package io.chatmgmt.spring;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.governance.GovernanceListener;
import org.springframework.context.ApplicationEventPublisher;

/** Hands what has been committed to the application's event listeners. Thread-safe. */
final class EventPublisher implements GovernanceListener {

    private final ApplicationEventPublisher publisher;

    EventPublisher(ApplicationEventPublisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public void onCommitted(JournalRow row, Conversation conversation) {
        publisher.publishEvent(new ConversationCommitted(row, conversation));
    }
}
