package io.chatmgmt.spring;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.JournalRow;

/**
 * The application event that is published after every commit, in the thread that caused it; within a transaction of the
 * application, once that has been committed. Best effort, like every listener. Immutable.
 *
 * @param journal what happened
 * @param conversation the conversation after it
 */
public record ConversationCommitted(JournalRow journal, Conversation conversation) {}
