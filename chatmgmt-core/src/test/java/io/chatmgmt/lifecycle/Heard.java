package io.chatmgmt.lifecycle;

import io.chatmgmt.conversation.AnswerSignals;
import io.chatmgmt.conversation.LanguageGuess;
import io.chatmgmt.conversation.MessageSignals;
import io.chatmgmt.conversation.QuestionPrint;
import io.chatmgmt.conversation.Signal;
import io.chatmgmt.conversation.SmallTalk;
import io.chatmgmt.conversation.Span;
import io.chatmgmt.conversation.Strength;
import io.chatmgmt.conversation.TopicGuess;
import java.util.List;

/** What the detectors heard, told by hand. */
final class Heard {

    private Heard() {}

    static MessageSignals nothing() {
        return MessageSignals.NONE;
    }

    static MessageSignals request() {
        return new MessageSignals(signal(Strength.STRONG), Signal.NONE, SmallTalk.NONE, null, null, null);
    }

    static MessageSignals bareWord() {
        return new MessageSignals(signal(Strength.WEAK), Signal.NONE, SmallTalk.NONE, null, null, null);
    }

    static MessageSignals anger() {
        return new MessageSignals(Signal.NONE, signal(Strength.STRONG), SmallTalk.NONE, null, null, null);
    }

    static MessageSignals mildFrustration() {
        return new MessageSignals(Signal.NONE, signal(Strength.WEAK), SmallTalk.NONE, null, null, null);
    }

    static MessageSignals smallTalk(SmallTalk smallTalk) {
        return new MessageSignals(Signal.NONE, Signal.NONE, smallTalk, null, null, null);
    }

    static MessageSignals language(String tag, double confidence, int letters) {
        LanguageGuess guess = new LanguageGuess(tag, confidence, letters);
        return new MessageSignals(Signal.NONE, Signal.NONE, SmallTalk.NONE, guess, null, null);
    }

    static MessageSignals topic(String code, double score) {
        TopicGuess guess = new TopicGuess(code, score, List.of(new Span(0, 3)));
        return new MessageSignals(Signal.NONE, Signal.NONE, SmallTalk.NONE, null, guess, null);
    }

    static MessageSignals question(int... words) {
        QuestionPrint print = QuestionPrint.of(words);
        return new MessageSignals(Signal.NONE, Signal.NONE, SmallTalk.NONE, null, null, print);
    }

    static AnswerSignals answer(SmallTalk smallTalk) {
        return new AnswerSignals(smallTalk, null, 0);
    }

    static AnswerSignals answerIn(String tag, double confidence, int letters) {
        return new AnswerSignals(SmallTalk.NONE, new LanguageGuess(tag, confidence, letters), 0);
    }

    static AnswerSignals answerPrinted(long print) {
        return new AnswerSignals(SmallTalk.NONE, null, print);
    }

    private static Signal signal(Strength strength) {
        return new Signal(strength == Strength.STRONG ? 0.9 : 0.4, strength, List.of(new Span(0, 3)));
    }
}
