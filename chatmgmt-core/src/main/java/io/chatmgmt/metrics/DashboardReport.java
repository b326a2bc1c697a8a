package io.chatmgmt.metrics;

import io.chatmgmt.conversation.Status;
import java.time.Instant;
import java.util.Map;

/**
 * What is going on at a moment, and how the days until then went. Immutable.
 *
 * @param at the moment
 * @param live how many conversations that are not resolved have each status
 * @param period the days until then
 */
public record DashboardReport(Instant at, Map<Status, Integer> live, PeriodReport period) {

    /** Copies. */
    public DashboardReport {
        live = Map.copyOf(live);
    }

    /**
     * How many conversations are going on.
     *
     * @return all that are not resolved
     */
    public int open() {
        return live.values().stream().mapToInt(Integer::intValue).sum();
    }

    /**
     * For people.
     *
     * @return some lines of text
     */
    public String toText() {
        StringBuilder text = new StringBuilder("Live Conversations: ").append(open());
        for (Status status : Status.values()) {
            Integer count = live.get(status);
            if (count != null) {
                text.append(" · ")
                        .append(ReportText.word(status.name()))
                        .append(' ')
                        .append(count);
            }
        }
        return text.append('\n').append('\n').append(period.toText()).toString();
    }

    /**
     * For programs.
     *
     * @return a JSON object with everything in it
     */
    public String toJson() {
        JsonText json = new JsonText();
        json.object(() -> {
            json.text("at", at.toString());
            json.object("live", () -> {
                for (Status status : Status.values()) {
                    json.number(status.name(), live.getOrDefault(status, 0).doubleValue());
                }
            });
            json.object("period", () -> period.writeTo(json));
        });
        return json.toString();
    }
}
