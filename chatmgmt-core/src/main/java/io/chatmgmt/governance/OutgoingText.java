package io.chatmgmt.governance;

import io.chatmgmt.conversation.Participant;

/**
 * A text that the host is to show to the customer now. Immutable.
 *
 * @param number its number within the conversation
 * @param author who speaks
 * @param content the words
 */
public record OutgoingText(int number, Participant author, String content) {}
