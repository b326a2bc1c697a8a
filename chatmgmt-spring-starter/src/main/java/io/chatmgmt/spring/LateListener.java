package io.chatmgmt.spring;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.governance.GovernanceListener;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactory;

/**
 * A listener that is a bean, looked up when it first hears something: listeners may use the front door, which is being
 * built when they are counted. What it throws is logged once and dropped. Thread-safe.
 */
final class LateListener implements GovernanceListener {

    private static final Logger log = LoggerFactory.getLogger(LateListener.class);

    private final BeanFactory beans;
    private final String name;
    private final AtomicBoolean failed = new AtomicBoolean();

    LateListener(BeanFactory beans, String name) {
        this.beans = beans;
        this.name = name;
    }

    @Override
    public void onCommitted(JournalRow row, Conversation conversation) {
        try {
            beans.getBean(name, GovernanceListener.class).onCommitted(row, conversation);
        } catch (RuntimeException e) {
            if (failed.compareAndSet(false, true)) {
                log.warn("listener {} failed; this is logged once, the conversation goes on", name, e);
            }
        }
    }
}
