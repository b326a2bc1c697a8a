package io.chatmgmt.conversation;

/** What a text that somebody wrote is. */
public enum TextKind {
    /** A message that the customer wrote or could read. */
    MESSAGE,
    /** An answer of the AI that has not been, or never was, sent as it stood. */
    DRAFT,
    /** A message that corrects an earlier one. */
    CORRECTION,
    /** A private note of the team; never shown to the customer or the AI. */
    NOTE,
    /** What was promised to the customer; for the team. */
    PROMISE,
    /** What was behind a matter, or what helped; for the team. */
    RESOLUTION,
    /** What a conversation is about, for the person who takes it over. */
    SUMMARY,
    /** What the AI should have said; for its training. */
    TRAINING,
    /** What a customer wrote beside a rating. */
    COMMENT,
    /** Why a person did something, in their own words. */
    REASON
}
