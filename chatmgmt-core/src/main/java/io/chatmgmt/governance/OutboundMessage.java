package io.chatmgmt.governance;

import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Participant;

/**
 * A text for the customer that no caller waits for: made by time, or by another person's command. Immutable.
 *
 * @param conversation which conversation
 * @param number the number of the text: the same at every attempt
 * @param author who speaks
 * @param content the words
 */
public record OutboundMessage(ConversationId conversation, int number, Participant author, String content) {}
