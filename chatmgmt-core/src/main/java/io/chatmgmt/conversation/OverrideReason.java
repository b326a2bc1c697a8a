package io.chatmgmt.conversation;

/** Why a person changed, replaced, discarded or corrected an answer of the AI. */
public enum OverrideReason {
    /** The answer was fine as it stood. */
    NONE,
    /** It said something wrong. */
    INCORRECT,
    /** It lacked empathy, or the right tone. */
    TONE,
    /** It left something out. */
    INCOMPLETE,
    /** A policy allows an exception here. */
    POLICY_EXCEPTION,
    /** The situation asks for a person. */
    HUMAN_TOUCH,
    /** Something else, told in the reviewer's own words: an override for it must carry a remark. */
    OTHER
}
