package io.chatmgmt.lifecycle;

import io.chatmgmt.language.TemplateKey;
import io.chatmgmt.routing.WaitRange;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the texts for those who wait can say of their wait. */
final class WaitWords {

    private WaitWords() {}

    /** The variables of such a text; without a range, all but the sentence are missing. */
    static Map<String, String> of(Step step, @Nullable WaitRange wait) {
        if (wait == null) {
            return Map.of("wait", "");
        }
        Map<String, String> values = new HashMap<>();
        values.put("wait", " " + sentence(step, wait));
        values.put("queue.position", Integer.toString(wait.position()));
        values.put("wait.p50", minutes(wait.p50()));
        values.put("wait.p90", minutes(wait.p90()));
        return values;
    }

    private static String minutes(Duration wait) {
        return Long.toString(Math.max(1, wait.plusMinutes(1).minusNanos(1).toMinutes()));
    }

    private static String sentence(Step step, WaitRange wait) {
        TemplateKey key = switch (wait.band()) {
            case UNDER_TWO_MINUTES -> TemplateKey.WAIT_UNDER_2;
            case TWO_TO_FIVE_MINUTES -> TemplateKey.WAIT_2_TO_5;
            case FIVE_TO_TEN_MINUTES -> TemplateKey.WAIT_5_TO_10;
            case TEN_TO_FIFTEEN_MINUTES -> TemplateKey.WAIT_10_TO_15;
            case FIFTEEN_TO_THIRTY_MINUTES -> TemplateKey.WAIT_15_TO_30;
            case MORE_THAN_HALF_AN_HOUR -> TemplateKey.WAIT_OVER_30;
        };
        return step.worded(key, Map.of()).content();
    }
}
