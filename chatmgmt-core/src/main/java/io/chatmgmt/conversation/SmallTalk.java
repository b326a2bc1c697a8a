package io.chatmgmt.conversation;

/** What a short message does in the talk instead of asking something. */
public enum SmallTalk {
    /** The message says something of its own. */
    NONE,
    /** "Hello": opens the talk. */
    GREETING,
    /** "Ok", "thanks": takes note; never a question and never a repeat of one. */
    ACKNOWLEDGEMENT,
    /** "Yes, please": accepts what was offered. */
    AFFIRMATION,
    /** "No, thank you": turns down what was offered. */
    REFUSAL,
    /** "Bye": ends the talk. */
    CLOSING
}
