package io.chatmgmt.spring.web;

import io.chatmgmt.conversation.Confidence;
import java.util.Locale;

/** Says in words why an answer is held. */
final class HoldWords {

    private HoldWords() {}

    static String of(String code, Confidence confidence) {
        String sure = confidence.value().isPresent()
                ? String.format(
                        Locale.ROOT, " (%.1f %%)", 100 * confidence.value().getAsDouble())
                : "";
        return switch (code) {
            case "DRAFT_ONLY" -> "Every answer in this conversation is reviewed.";
            case "TOPIC" -> "Answers about this topic are reviewed.";
            case "SAMPLE" -> "This answer was drawn as a sample.";
            case "LOW_CONFIDENCE" -> "The AI was not sure enough" + sure + ".";
            case "MODERATE_CONFIDENCE" -> "The AI was only fairly sure" + sure + ".";
            case "GOOD_CONFIDENCE", "HIGH_CONFIDENCE" -> "Answers of this confidence are reviewed" + sure + ".";
            case "UNKNOWN_CONFIDENCE" -> "The AI did not say how sure it was.";
            default -> "Rule " + code + " holds it.";
        };
    }
}
