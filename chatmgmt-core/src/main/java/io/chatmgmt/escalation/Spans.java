package io.chatmgmt.escalation;

import io.chatmgmt.conversation.Signal;
import io.chatmgmt.conversation.Span;
import io.chatmgmt.language.PhraseFinds;
import io.chatmgmt.language.ScannedText;
import java.util.List;

/** The places of the first few finds, as evidence for a signal. */
final class Spans {

    private Spans() {}

    static List<Span> of(ScannedText text, PhraseFinds finds) {
        if (finds.size() == 1) {
            return List.of(span(text, finds, 0)); // by far the most frequent, and the smallest list there is
        }
        Span[] spans = new Span[Math.min(finds.size(), Signal.MAX_EVIDENCE)];
        for (int find = 0; find < spans.length; find++) {
            spans[find] = span(text, finds, find);
        }
        return List.of(spans);
    }

    private static Span span(ScannedText text, PhraseFinds finds, int find) {
        return text.span(finds.first(find), finds.last(find));
    }
}
