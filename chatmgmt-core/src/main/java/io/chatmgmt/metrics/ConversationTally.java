package io.chatmgmt.metrics;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.ConfidenceBand;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Customer;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.Survey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

    /** The ones before, the latest last: what is said of them may come late. */
    private final List<EpisodeTally> former = new ArrayList<>(0);

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
        this.customer = Customer.of(customerId).number();
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

    /** An episode that is over, as the next one begins. */
    void remember(EpisodeTally over) {
        if (former.size() == Survey.MAX_KEPT - 1) {
            former.remove(0);
        }
        former.add(over);
    }

    /** The current episode or one not long before; null for one that is forgotten. */
    @Nullable
    EpisodeTally find(int number) {
        if (episode.number == number) {
            return episode;
        }
        for (EpisodeTally each : former) {
            if (each.number == number) {
                return each;
            }
        }
        return null;
    }

    String languageOf(EpisodeTally which) {
        return which == episode ? language : which.language;
    }

    String topicOf(EpisodeTally which) {
        return which == episode ? topic : which.topic;
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
}
