package io.chatmgmt.spring.web;

import io.chatmgmt.conversation.DecisionKind;

/** Says decisions in words. */
final class DecisionWords {

    private DecisionWords() {}

    static String of(DecisionKind kind) {
        return switch (kind) {
            case DELIVER -> "The answer went out";
            case HOLD -> "The answer waits for a reviewer";
            case FALLBACK -> "The customer got a fallback message";
            case DISCARD -> "The answer was dropped";
            case STALE -> "The answer came too late and was not sent";
            case APPROVED -> "A reviewer let the answer go out";
            case EDITED -> "A reviewer changed the answer and let it go out";
            case REPLACED -> "A reviewer answered instead";
            case EXPIRED -> "The held answer ran out of time";
            case OFFER_HUMAN -> "The customer was offered a person";
            case ESCALATE -> "A person was called";
            case FLAG -> "The conversation was flagged";
            case QUEUED -> "The conversation waits for a person";
            case OFFERED -> "The conversation was offered to an agent";
            case ACCEPTED -> "An agent accepted";
            case DECLINED -> "An agent declined";
            case TIMED_OUT -> "An agent did not answer";
            case TRANSFERRED -> "The conversation was passed on";
            case HANDED_BACK -> "The AI has control again";
            case ABANDONED -> "The customer left";
            case RESOLVED -> "The matter was closed";
            case REOPENED -> "The matter was opened again";
        };
    }

    /** Whether it is worth a line among the messages. */
    static boolean isStrong(DecisionKind kind) {
        return switch (kind) {
            case HOLD, ESCALATE, FLAG, STALE, EXPIRED, DISCARD, FALLBACK, OFFER_HUMAN -> true;
            default -> false;
        };
    }
}
