// What the library's codes are called on this page.

export const STATUS = {
    ACTIVE: { label: "Active", icon: "active", title: "The AI or a person is answering" },
    PENDING: { label: "Pending", icon: "pending", title: "Waiting for a reply, or for a decision" },
    FLAGGED: { label: "Flagged", icon: "flagged", title: "Somebody should look" },
    RESOLVED: { label: "Resolved", icon: "resolved", title: "Completed" },
    ERROR: { label: "Error", icon: "error", title: "The AI or the delivery failed" },
};

export const VERB = { VIEW: "View", JOIN: "Join", HELP: "Help", REVIEW: "Review" };

export const FLAG = {
    CONSIDER_REVIEW: "Consider review",
    LOW_CONFIDENCE: "Low confidence",
    LOW_QUALITY: "Low quality",
    DISSATISFIED: "Rated low",
    ESCALATION_WANTED: "Person advised",
    GUARD_HIT: "Guard stopped it",
    NEGATIVE_TURN: "Frustrated",
    STUCK: "Stuck",
    HOLD_EXPIRED: "Review ran out",
    MANUAL: "Marked",
    OVER_CAPACITY: "Agent over limit",
    MIXED_LANGUAGE: "Mixed languages",
    FOLLOW_UP_OVERDUE: "Promise overdue",
    AI_FAILURE: "AI failed",
    DELIVERY_FAILED: "Not delivered",
};

/** Flags that only advise; every other one turns the conversation's status. */
export const ADVICE = new Set(["CONSIDER_REVIEW", "OVER_CAPACITY", "MIXED_LANGUAGE"]);

export const REASON = {
    LOW_CONFIDENCE_STREAK: "Low confidence, several in a row",
    REPEATED_QUESTION: "Same question again and again",
    FRUSTRATION: "Frustration",
    HUMAN_REQUEST: "Asked for a person",
    TOPIC_SENSITIVE: "Sensitive topic",
    COMPLEX_TECHNICAL: "Complex technical matter",
    MANUAL: "Escalated by a person",
    AI_FAILURE: "AI failure",
    CUSTOMER_VALUE: "Valued customer",
    AI_HANDOFF: "The AI asked for a person",
    AI_SILENT: "The AI is switched off",
    TURN_LIMIT: "Limit of AI answers",
    HOLD_EXPIRED: "Held answer ran out",
    ANSWER_DISCARDED: "Held answer discarded",
};

export const OVERRIDE = {
    INCORRECT: "Incorrect",
    TONE: "Tone",
    INCOMPLETE: "Incomplete",
    POLICY_EXCEPTION: "Policy exception",
    HUMAN_TOUCH: "Needs a human touch",
    OTHER: "Other",
};

export const EXPIRY = {
    SEND: "It goes out as it is, with a flag.",
    FALLBACK: "The fallback text is sent instead.",
    ESCALATE: "A person is called.",
};

export const AGENT = {
    ONLINE: { label: "Available", icon: "active", css: "AVAILABLE" },
    BUSY: { label: "Busy", icon: "full", css: "BUSY" },
    AWAY: { label: "Away", icon: "away", css: "AWAY" },
    AWAY_REASSIGN: { label: "Away, work given back", icon: "away", css: "AWAY" },
    OFFLINE: { label: "Offline", icon: "off", css: "OFFLINE" },
};

/** Filters that leave an agent out, each with its mark. */
export const FILTER = {
    ROLE: { icon: "person", text: "is there for other things" },
    TEAM: { icon: "queue", text: "not of the team" },
    SKILL: { icon: "close", text: "lacks the skill" },
    LANGUAGE: { icon: "globe", text: "does not speak the language" },
    REGION: { icon: "globe", text: "does not look after the region" },
    STATUS: { icon: "away", text: "busy, away or offline" },
    PRESENCE: { icon: "plug", text: "out of hours or disconnected" },
    CAPACITY: { icon: "full", text: "no room" },
    COOL_DOWN: { icon: "pending", text: "declined it a moment ago" },
};

export const ROLE = ["SUPERVISOR", "ADMIN", "REVIEWER", "AGENT", "AUDITOR", "VIEWER"];

/** How a matter ended. */
export const RESOLUTION = {
    CONFIRMED: "By the AI, and confirmed",
    ASSUMED: "By the AI",
    HUMAN: "With a person’s help",
    UNRESOLVED: "Not at all",
    "": "Not yet",
};
