package io.chatmgmt.store.jdbc;

import io.chatmgmt.store.LiveSort;
import java.util.Collections;

/** The queries of lists and counters. */
final class LiveStatements {

    /** The status that is shown; the value is the latest message that is old enough to be quiet. */
    static final String SHOWN = """
            CASE WHEN status <> 'BY_TIME' THEN status WHEN last_message_at <= ? THEN 'PENDING' ELSE 'ACTIVE' END""";

    private static final String LIST = """
            SELECT id, state FROM {conversation} WHERE {conditions} ORDER BY {rank}, id LIMIT ?""";

    private static final String SUMS = """
            COUNT(*) AS conversations, SUM(answered) AS answered, SUM(escalated) AS escalated,
            SUM(confidences) AS confidences, SUM(confidence_sum) AS confidence_sum, SUM(answers) AS answers,
            SUM(answer_micros) AS answer_micros, SUM(CASE WHEN rating > 0 THEN 1 ELSE 0 END) AS ratings,
            SUM(rating) AS stars""";

    private static final String OPEN = """
            SELECT shown, needs, MIN(waiting_since) AS waiting_since, MIN(enqueued_at) AS enqueued_at, {sums}
            FROM (
              SELECT {shown} AS shown, needs, waiting_since, enqueued_at, answered, escalated, confidences, confidence_sum,
                answers, answer_micros, rating
              FROM {conversation} WHERE tenant = ? AND is_open = TRUE) looked
            GROUP BY shown, needs""";

    private static final String RESOLVED = """
            SELECT late, {sums}
            FROM (
              SELECT CASE WHEN resolved_at >= ? THEN 1 ELSE 0 END AS late, answered, escalated, confidences,
                confidence_sum, answers, answer_micros, rating
              FROM {conversation} WHERE tenant = ? AND resolved_at >= ?) looked
            GROUP BY late""";

    private static final String LATEST_MESSAGES = """
            SELECT said.conversation, said.meta, said.content
            FROM {conversation} looked JOIN {text} said
              ON said.tenant = looked.tenant AND said.conversation = looked.id AND said.seq = looked.last_message
            WHERE looked.tenant = ? AND looked.id IN ({places})""";

    private static final String ROWS = """
            SELECT id, state FROM {conversation} WHERE tenant = ? AND id IN ({places})""";

    private final String conversation;
    private final String text;

    LiveStatements(String prefix) {
        this.conversation = prefix + "conversation";
        this.text = prefix + "text";
    }

    String list(LiveConditions conditions, LiveSort sort) {
        return filled(LIST).replace("{conditions}", conditions.toString()).replace("{rank}", rank(sort));
    }

    String open() {
        return filled(OPEN);
    }

    String resolved() {
        return filled(RESOLVED);
    }

    String latestMessages(int conversations) {
        return filled(LATEST_MESSAGES).replace("{places}", places(conversations));
    }

    String rows(int conversations) {
        return filled(ROWS).replace("{places}", places(conversations));
    }

    private static String places(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    private String filled(String statement) {
        return statement
                .replace("{sums}", SUMS)
                .replace("{shown}", SHOWN)
                .replace("{conversation}", conversation)
                .replace("{text}", text);
    }

    /** {@link LiveSort#rank} of the column of a key. */
    static String rank(LiveSort sort) {
        String column = switch (sort.key()) {
            case OPENED -> "episode_opened_at";
            case LAST_MESSAGE -> "last_message_at";
            case WAITING -> "waiting_since";
            case QUEUED -> "enqueued_at";
            case HOLD_DEADLINE -> "hold_deadline";
            case CONFIDENCE -> "confidence";
        };
        String value = sort.direction() == LiveSort.Direction.ASCENDING ? column : "-1 - " + column;
        return "COALESCE(" + value + ", " + LiveSort.ABSENT + ")";
    }
}
