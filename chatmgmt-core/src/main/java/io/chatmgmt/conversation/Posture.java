package io.chatmgmt.conversation;

/** How freely the AI may answer; orthogonal to who is assigned. */
public enum Posture {
    /** Answers go out; what a band would hold is sent with its flag instead. */
    AUTO,
    /** The bands decide; what they hold waits for a reviewer, when one is there. */
    REVIEW_LOW,
    /** Every answer waits for a reviewer; without one a person is called. */
    DRAFT_ONLY,
    /** The AI is silent: every matter goes to people. */
    OFF
}
