package io.chatmgmt.policy;

import io.chatmgmt.conversation.HoldExpiry;
import io.chatmgmt.policy.PolicyProblem.Code;
import io.chatmgmt.response.Bands;
import io.chatmgmt.response.ResponsePolicy;

/** What must hold for the gate. */
final class ResponseCheck {

    private static final String BANDS = "/response/bands";
    private static final int MAX_REFUSALS = 16;

    private ResponseCheck() {}

    static void check(ResponsePolicy response, Problems problems) {
        Ranges ranges = new Ranges(problems);
        bands(response.bands(), ranges, problems);
        ranges.identifiers("/response/heldTopics", response.heldTopics());
        ranges.share("/response/sampling", response.sampling());
        ranges.positive("/response/holdFor", response.holdFor());
        if (response.onDiscard() == HoldExpiry.SEND) {
            problems.add(
                    "/response/onDiscard",
                    Code.UNKNOWN_VALUE,
                    "what a reviewer discards is not sent",
                    "known: ESCALATE, FALLBACK");
        }
        ranges.positive("/response/answerTimeout", response.answerTimeout());
        ranges.count("/response/maxRefusals", response.maxRefusals(), 1, MAX_REFUSALS);
        ranges.positive("/response/retryAfter", response.retryAfter());
        ranges.positive("/response/pendingAfter", response.pendingAfter());
    }

    private static void bands(Bands bands, Ranges ranges, Problems problems) {
        ranges.share(BANDS + "/high", bands.high());
        ranges.share(BANDS + "/good", bands.good());
        ranges.share(BANDS + "/moderate", bands.moderate());
        if (problems.isSound(BANDS) && !(bands.high() > bands.good() && bands.good() > bands.moderate())) {
            problems.add(
                    BANDS,
                    Code.BANDS_ORDER,
                    "each band must begin above the next: high " + bands.high() + ", good " + bands.good()
                            + ", moderate " + bands.moderate(),
                    "high > good > moderate");
        }
    }
}
