package io.chatmgmt.policy;

import io.chatmgmt.conversation.TrainingMark;
import io.chatmgmt.quality.ClosingPolicy;

/** What must hold for what people write down at the end. */
final class ClosingCheck {

    private ClosingCheck() {}

    static void check(ClosingPolicy closing, Problems problems) {
        Ranges ranges = new Ranges(problems);
        ranges.count("/closing/minTags", closing.minTags(), 0, TrainingMark.MAX_TAGS);
        ranges.identifiers("/closing/reasons", closing.reasons());
    }
}
