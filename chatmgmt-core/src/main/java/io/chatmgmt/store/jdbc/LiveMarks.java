package io.chatmgmt.store.jdbc;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.Status;
import io.chatmgmt.conversation.WaitingOn;
import io.chatmgmt.store.LiveNeed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a conversation shows and needs, in words that a query can look for. */
final class LiveMarks {

    /** Pending once the latest message is old enough, active before. */
    static final String BY_TIME = "BY_TIME";

    private static final String BAR = "|";
    private static final Duration FOREVER = Duration.ofDays(365L * 1_000_000);

    private LiveMarks() {}

    /** The status, where time has no say in it. */
    static String status(Conversation row) {
        Status patient = row.status(row.lastMessageAt(), FOREVER);
        return patient == Status.ACTIVE && row.waitingOn() != WaitingOn.NOBODY ? BY_TIME : patient.name();
    }

    static String needs(Conversation row) {
        List<String> needs = new ArrayList<>();
        for (LiveNeed need : LiveNeed.values()) {
            if (need.isFeltBy(row)) {
                needs.add(need.name());
            }
        }
        return bars(needs);
    }

    static String flags(Conversation row) {
        return bars(row.flags().asSet().stream().map(Flag::name).toList());
    }

    /** What finds a word among others. */
    static String pattern(Enum<?> word) {
        return "%" + BAR + word.name() + BAR + "%";
    }

    static boolean contains(String words, Enum<?> word) {
        return words.contains(BAR + word.name() + BAR);
    }

    private static String bars(List<String> words) {
        return words.isEmpty() ? "" : BAR + String.join(BAR, words) + BAR;
    }
}
