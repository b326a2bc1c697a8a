package io.chatmgmt.metrics;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.ConfidenceBand;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.JournalRow;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the figures need to remember of one conversation to make sense of its next event. It is made of the journal alone,
 * in constant space, so that nothing of it has to be kept: whoever has lost it makes it again. Not thread-safe.
 */
public final class ConversationTally {

    final ConversationId id;
    final long customer;
    long version;

    String channel = "";
    String language = "und";
    String topic = "";
    EpisodeTally episode = new EpisodeTally(1, Instant.EPOCH, false);

    /** The one before: what is said of it may come late. */
    @Nullable
    EpisodeTally former;

    int question;

    @Nullable
    Instant askedAt;

    /** Since when the customer waits for a person who is in the talk already. */
    @Nullable
    Instant unansweredSince;

    /** Since when the customer waits for the first word of a person. */
    @Nullable
    Instant calledAt;

    @Nullable
    Instant queuedAt;

    @Nullable
    Instant offeredAt;

    @Nullable
    Instant takenAt;

    @Nullable
    AgentId holder;

    int proposed;
    ConfidenceBand proposedBand = ConfidenceBand.UNKNOWN;
    int held;
    ConfidenceBand heldBand = ConfidenceBand.UNKNOWN;

    /**
     * A conversation of which nothing has been recorded yet.
     *
     * @param id which
     * @param customerId the host's id of the customer: only a number made of it is kept
     */
    public ConversationTally(ConversationId id, String customerId) {
        this.id = Objects.requireNonNull(id, "id");
        this.customer = number(customerId);
    }

    /**
     * Which conversation.
     *
     * @return the id
     */
    public ConversationId id() {
        return id;
    }

    /**
     * The version up to which it is recorded.
     *
     * @return 0 for nothing yet
     */
    public long version() {
        return version;
    }

    /**
     * Records what happened.
     *
     * @param row the next row of the journal
     * @param out takes what it counts for
     * @throws IllegalArgumentException when it is not the next row of this conversation
     */
    public void record(JournalRow row, Records out) {
        if (row.version() != version + 1 || !row.conversation().equals(id)) {
            throw new IllegalArgumentException("the next row of " + id + " is " + (version + 1) + ", not "
                    + row.version() + " of " + row.conversation());
        }
        version = row.version();
        EventTable.record(row, this, out);
    }

    void count(Records out, Measure measure, Dimension dimension, String slice, Instant at) {
        out.add(measure, dimension, slice, Quarter.of(at), 1, 1);
    }

    void count(Records out, Measure measure, Instant at) {
        count(out, measure, Dimension.ALL, "", at);
    }

    void spread(Records out, Measure measure, Instant at, long value) {
        out.add(measure, Dimension.ALL, "", Quarter.of(at), 1, value);
    }

    void spread(Records out, Measure measure, Dimension dimension, String slice, Instant at, long value) {
        out.add(measure, dimension, slice, Quarter.of(at), 1, value);
    }

    /** The whole, and the person's part of it. */
    void spread(Records out, Measure measure, AgentId agent, Instant at, long value) {
        spread(out, measure, at, value);
        spread(out, measure, Dimension.AGENT, agent.value(), at, value);
    }

    /** A number that stands for a customer: the same everywhere, and no way back to the id. */
    private static long number(String text) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xFF51AFD7ED558CCDL;
        return hash ^ (hash >>> 33);
    }
}
