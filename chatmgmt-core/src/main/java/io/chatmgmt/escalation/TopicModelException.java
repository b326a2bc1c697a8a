package io.chatmgmt.escalation;

import io.chatmgmt.conversation.ChatGovernanceException;

/** What should be a topic model is none, is damaged, or is newer than this release can read. */
public final class TopicModelException extends ChatGovernanceException {

    private static final long serialVersionUID = 1L;

    TopicModelException(String message) {
        super(message, null, null);
    }
}
