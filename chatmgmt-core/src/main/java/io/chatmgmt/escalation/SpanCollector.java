package io.chatmgmt.escalation;

import io.chatmgmt.conversation.Signal;
import io.chatmgmt.conversation.Span;
import io.chatmgmt.language.ScannedText;
import java.util.ArrayList;
import java.util.List;

/** Collects the first few spans that speak for a signal; allocates nothing until there is one. */
final class SpanCollector {

    private List<Span> spans = List.of();

    void add(ScannedText text, int first, int last) {
        if (spans.isEmpty()) {
            spans = new ArrayList<>(Signal.MAX_EVIDENCE);
        }
        if (spans.size() < Signal.MAX_EVIDENCE) {
            spans.add(text.span(first, last));
        }
    }

    List<Span> spans() {
        return spans;
    }
}
