package io.chatmgmt.spring.web;

import io.chatmgmt.conversation.EscalationOutcome;
import io.chatmgmt.conversation.EscalationReason;
import io.chatmgmt.conversation.Evidence;
import io.chatmgmt.conversation.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A reason, as data and in words. */
record ReasonView(String code, EscalationOutcome outcome, double score, String sentence, List<EvidenceView> evidence) {

    /** A fact behind a reason: a value against its threshold, and where it stands. */
    record EvidenceView(
            String fact,
            int message,
            @Nullable Double value,
            @Nullable Double threshold,
            List<Span> spans) {

        static EvidenceView of(Evidence evidence) {
            return new EvidenceView(
                    evidence.fact(),
                    evidence.message(),
                    Amounts.known(evidence.value()),
                    Amounts.known(evidence.threshold()),
                    evidence.spans());
        }
    }

    static ReasonView of(EscalationReason reason) {
        return new ReasonView(
                reason.code(),
                reason.outcome(),
                reason.score(),
                reason.sentence(),
                reason.evidence().stream().map(EvidenceView::of).toList());
    }

    static List<ReasonView> of(List<EscalationReason> reasons) {
        return reasons.stream().map(ReasonView::of).toList();
    }

    ReasonView withoutEvidence() {
        return new ReasonView(code, outcome, score, sentence, List.of());
    }
}
