package io.chatmgmt.spring.web;

import io.chatmgmt.routing.WaitRange;
import org.jspecify.annotations.Nullable;

/** How long it takes: half of all wait no longer than the near end, nine of ten no longer than the far end. */
record RangeView(double p50Seconds, double p90Seconds, WaitRange.Band band) {

    static RangeView of(WaitRange range) {
        return new RangeView(Amounts.seconds(range.p50()), Amounts.seconds(range.p90()), range.band());
    }

    static @Nullable RangeView ofNullable(@Nullable WaitRange range) {
        return range == null ? null : of(range);
    }
}
