package io.chatmgmt.lifecycle;

import io.chatmgmt.conversation.ConversationLanguage;
import io.chatmgmt.conversation.LanguageGuess;
import io.chatmgmt.conversation.LifecycleEvent;
import io.chatmgmt.conversation.MessageSignals;
import io.chatmgmt.conversation.Source;
import io.chatmgmt.language.LanguagePolicy;

/** Recognises, locks and changes the language of a conversation. */
final class LanguageRules {

    private LanguageRules() {}

    static void hear(Step step, MessageSignals signals) {
        LanguageGuess guess = signals.language().orElse(null);
        ConversationLanguage language = step.draft().language();
        if (guess == null || language.source() == Source.GIVEN) {
            return;
        }
        LanguagePolicy policy = step.policy().language();
        if (language.source() == Source.DEFAULT) {
            if (guess.confidence() >= policy.lockConfidence()) {
                step.emit(new LifecycleEvent.LanguageSet(guess.tag(), Source.DETECTED));
            }
        } else if (guess.tag().equals(language.tag())) {
            if (language.dissents() > 0) {
                step.emit(new LifecycleEvent.LanguageDisputed("", 0));
            }
        } else if (guess.letters() >= policy.switchLetters() && guess.confidence() >= policy.switchConfidence()) {
            dispute(step, guess.tag(), language, policy.switchAfter());
        }
    }

    private static void dispute(Step step, String tag, ConversationLanguage language, int switchAfter) {
        int dissents = language.dissent().equals(tag) ? language.dissents() + 1 : 1;
        step.emit(
                dissents >= switchAfter
                        ? new LifecycleEvent.LanguageSet(tag, Source.DETECTED)
                        : new LifecycleEvent.LanguageDisputed(tag, dissents));
    }
}
