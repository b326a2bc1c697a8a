package io.chatmgmt.conversation;

import java.math.BigDecimal;
import java.math.MathContext;

/** Puts escalation reasons into words. */
final class ReasonSentence {

    private ReasonSentence() {}

    static String of(EscalationReason reason) {
        StringBuilder sentence = new StringBuilder(160).append(subject(reason.code()));
        String separator = " (";
        for (Evidence evidence : reason.evidence()) {
            sentence.append(separator).append(words(evidence));
            separator = "; ";
        }
        if (!reason.evidence().isEmpty()) {
            sentence.append(')');
        }
        return sentence.append(consequence(reason.outcome())).toString();
    }

    private static String subject(String code) {
        return switch (code) {
            case ReasonCode.LOW_CONFIDENCE_STREAK -> "The AI was unsure several times in a row";
            case ReasonCode.REPEATED_QUESTION -> "The customer asked the same question again";
            case ReasonCode.FRUSTRATION -> "The customer sounds frustrated";
            case ReasonCode.HUMAN_REQUEST -> "The customer asked for a person";
            case ReasonCode.TOPIC_SENSITIVE -> "The matter is sensitive";
            case ReasonCode.COMPLEX_TECHNICAL -> "The technical matter goes beyond the AI";
            case ReasonCode.MANUAL -> "A person escalated";
            case ReasonCode.AI_FAILURE -> "The AI failed";
            case ReasonCode.CUSTOMER_VALUE -> "The customer is valued, and the AI was not sure enough";
            case ReasonCode.AI_HANDOFF -> "The AI asked for a person";
            case ReasonCode.AI_SILENT -> "The AI may not answer here";
            case ReasonCode.TURN_LIMIT -> "The AI has answered as often as it may";
            case ReasonCode.HOLD_EXPIRED -> "A held answer ran out of time";
            case ReasonCode.ANSWER_DISCARDED -> "A reviewer discarded the AI's answer";
            default -> "Trigger " + code + " fired";
        };
    }

    private static String words(Evidence evidence) {
        String where = evidence.message() == 0 ? "" : " in message " + evidence.message();
        return evidence.fact() + where + ": " + number(evidence.value()) + " against " + number(evidence.threshold());
    }

    private static String consequence(EscalationOutcome outcome) {
        return switch (outcome) {
            case NONE -> ", which is not enough to act.";
            case SUPPRESSED -> ", but a person handed the conversation back just now.";
            case FLAG -> ", so people should look.";
            case OFFER_HUMAN -> ", so a person was offered.";
            case ESCALATE -> ", so a person was called.";
        };
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value)
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
    }
}
