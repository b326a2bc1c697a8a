package io.chatmgmt.examples.report;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.metrics.Aggregate;
import io.chatmgmt.metrics.ConversationTally;
import io.chatmgmt.metrics.Dimension;
import io.chatmgmt.metrics.Measure;
import io.chatmgmt.metrics.Records;
import io.chatmgmt.metrics.Totals;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the journals of conversations add up to, by the library's own definitions. Where the library keeps a sketch, every
 * value is kept here, so that percentiles are exact. Not thread-safe.
 */
public final class Figures implements Records {

    private static final int PAGE = 500;
    private static final int QUARTERS_AN_HOUR = 4;
    private static final int HOURS = 24;

    final Totals totals = new Totals();
    private final Map<Measure, Samples> samples = new EnumMap<>(Measure.class);
    private final long[] messagesByHour = new long[HOURS];

    /** Figures of nothing yet. */
    public Figures() {}

    /**
     * Counts a conversation, from its first event to its last.
     *
     * @param governance the front door that it went through
     * @param conversation which
     */
    public void count(ChatGovernance governance, Conversation conversation) {
        ConversationTally tally =
                new ConversationTally(conversation.id(), conversation.customer().id());
        List<JournalRow> rows = governance.conversations().journal(conversation.id(), 0, PAGE);
        while (!rows.isEmpty()) {
            rows.forEach(row -> tally.record(row, this));
            rows = governance.conversations().journal(conversation.id(), tally.version(), PAGE);
        }
    }

    @Override
    public void add(Measure measure, Dimension dimension, String slice, int quarter, int count, long value) {
        Aggregate part = totals.at(measure, dimension, slice);
        if (measure.kind() == Measure.Kind.COUNT) {
            part.add(count, count);
        } else {
            part.add(measure.cellOf(value), count, count * value);
        }
        if (dimension == Dimension.ALL && measure.kind() == Measure.Kind.SPREAD) {
            samples(measure).add(value, count);
        }
        if (measure == Measure.MESSAGES && dimension == Dimension.AUTHOR && slice.equals("CUSTOMER")) {
            messagesByHour[Math.floorMod(Math.floorDiv(quarter, QUARTERS_AN_HOUR), HOURS)] += count;
        }
    }

    Samples samples(Measure measure) {
        return samples.computeIfAbsent(measure, unknown -> new Samples(measure.unit()));
    }

    long[] messagesByHour() {
        return messagesByHour.clone();
    }
}
