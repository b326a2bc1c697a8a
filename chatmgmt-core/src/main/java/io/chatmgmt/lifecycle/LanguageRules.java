package io.chatmgmt.lifecycle;

import io.chatmgmt.conversation.ConversationLanguage;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.LanguageGuess;
import io.chatmgmt.conversation.LifecycleEvent;
import io.chatmgmt.conversation.MessageSignals;
import io.chatmgmt.conversation.Source;
import io.chatmgmt.language.LanguagePolicy;

/** Recognises, locks and changes the language of a conversation. */
final class LanguageRules {

    /** This share of the episode's messages in other languages makes it a mixed one (behaviour 2.L). */
    private static final int MIXED_ONE_IN = 4;

    private static final int MIXED_FROM = 2;

    private LanguageRules() {}

    static void hear(Step step, MessageSignals signals) {
        LanguageGuess guess = signals.language().orElse(null);
        LanguagePolicy policy = step.policy().language();
        if (guess == null || guess.confidence() < policy.lockConfidence()) {
            return;
        }
        ConversationLanguage language = step.draft().language();
        if (language.source() == Source.DEFAULT) {
            step.emit(new LifecycleEvent.LanguageSet(guess.tag(), Source.DETECTED));
        } else if (language.isSame(guess.tag())) {
            if (language.dissents() > 0) {
                step.emit(new LifecycleEvent.LanguageDisputed("", 0));
            }
        } else if (guess.letters() >= policy.switchLetters() && guess.confidence() >= policy.switchConfidence()) {
            dispute(step, guess.tag(), language, policy.switchAfter());
        }
    }

    /** A language that was given stays, but people are told that the customer writes in another one. */
    private static void dispute(Step step, String tag, ConversationLanguage language, int switchAfter) {
        int dissents = language.dissent().equals(tag) ? language.dissents() + 1 : 1;
        boolean follows = language.source() == Source.DETECTED && dissents >= switchAfter;
        step.emit(
                follows
                        ? new LifecycleEvent.LanguageSet(tag, Source.DETECTED)
                        : new LifecycleEvent.LanguageDisputed(tag, dissents));
        int differing = step.draft().language().differing();
        int messages = step.draft().episode().counts().customer();
        if (differing >= MIXED_FROM && differing * MIXED_ONE_IN >= messages) {
            step.raise(Flag.MIXED_LANGUAGE);
        }
    }
}
