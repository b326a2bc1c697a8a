package io.chatmgmt.conversation;

/** The codes of the built-in escalation triggers. Custom triggers bring codes of their own. */
public final class ReasonCode {

    /** Several AI answers in a row had a low confidence. */
    public static final String LOW_CONFIDENCE_STREAK = "LOW_CONFIDENCE_STREAK";

    /** The customer asked the same question again and again. */
    public static final String REPEATED_QUESTION = "REPEATED_QUESTION";

    /** The customer is frustrated. */
    public static final String FRUSTRATION = "FRUSTRATION";

    /** The customer asked for a person. */
    public static final String HUMAN_REQUEST = "HUMAN_REQUEST";

    /** The matter is one that people should handle: billing disputes, refunds, legal, security, complaints. */
    public static final String TOPIC_SENSITIVE = "TOPIC_SENSITIVE";

    /** A technical matter goes beyond what the AI can do. */
    public static final String COMPLEX_TECHNICAL = "COMPLEX_TECHNICAL";

    /** A person escalated. */
    public static final String MANUAL = "MANUAL";

    /** The AI failed. */
    public static final String AI_FAILURE = "AI_FAILURE";

    /** The customer is valued enough to be helped by a person earlier. */
    public static final String CUSTOMER_VALUE = "CUSTOMER_VALUE";

    /** The AI asked for a person by itself. */
    public static final String AI_HANDOFF = "AI_HANDOFF";

    /** The AI is switched off for this conversation, or may only draft and nobody is there to review. */
    public static final String AI_SILENT = "AI_SILENT";

    /** The AI has answered as often as a person allowed it to in this episode. */
    public static final String TURN_LIMIT = "TURN_LIMIT";

    /** A held answer expired, and the policy then calls a person. */
    public static final String HOLD_EXPIRED = "HOLD_EXPIRED";

    /** A reviewer discarded a held answer and asked for a person. */
    public static final String ANSWER_DISCARDED = "ANSWER_DISCARDED";

    private ReasonCode() {}
}
