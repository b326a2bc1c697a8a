package io.chatmgmt.escalation;

import io.chatmgmt.conversation.Signal;
import io.chatmgmt.conversation.SmallTalk;
import io.chatmgmt.language.LanguageDetector;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Wraps the detectors that a host brings: one that fails has heard nothing, and the conversation goes on. It remembers which
 * failed, since what decides does not log. Thread-safe where the detectors are.
 */
final class HostDetectors {

    private final Set<String> failed = ConcurrentHashMap.newKeySet();

    /** The classes of those that have failed so far. */
    Set<String> failed() {
        return failed.isEmpty() ? Set.of() : Set.copyOf(failed);
    }

    LanguageDetector languages(LanguageDetector detector) {
        return text -> {
            try {
                return Objects.requireNonNull(detector.detect(text), "guess");
            } catch (RuntimeException e) {
                return nothing(detector, Optional.empty());
            }
        };
    }

    HumanRequestDetector humanRequests(HumanRequestDetector detector) {
        return (text, language) -> {
            try {
                return Objects.requireNonNull(detector.detect(text, language), "signal");
            } catch (RuntimeException e) {
                return nothing(detector, Signal.NONE);
            }
        };
    }

    FrustrationDetector frustration(FrustrationDetector detector) {
        return (text, language) -> {
            try {
                return Objects.requireNonNull(detector.detect(text, language), "signal");
            } catch (RuntimeException e) {
                return nothing(detector, Signal.NONE);
            }
        };
    }

    TopicClassifier topics(TopicClassifier classifier) {
        return (text, language) -> {
            try {
                return Objects.requireNonNull(classifier.classify(text, language), "topic");
            } catch (RuntimeException e) {
                return nothing(classifier, Optional.empty());
            }
        };
    }

    SmallTalkDetector smallTalk(SmallTalkDetector detector) {
        return (text, language) -> {
            try {
                return Objects.requireNonNull(detector.detect(text, language), "small talk");
            } catch (RuntimeException e) {
                return nothing(detector, SmallTalk.NONE);
            }
        };
    }

    private <T> T nothing(Object detector, T nothing) {
        failed.add(detector.getClass().getName());
        return nothing;
    }
}
