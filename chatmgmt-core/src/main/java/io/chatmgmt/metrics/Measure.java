package io.chatmgmt.metrics;

import static io.chatmgmt.metrics.Dimension.AGENT;
import static io.chatmgmt.metrics.Dimension.ALL;
import static io.chatmgmt.metrics.Dimension.AUTHOR;
import static io.chatmgmt.metrics.Dimension.BAND;
import static io.chatmgmt.metrics.Dimension.CHANNEL;
import static io.chatmgmt.metrics.Dimension.LANGUAGE;
import static io.chatmgmt.metrics.Dimension.OUTCOME;
import static io.chatmgmt.metrics.Dimension.PART;
import static io.chatmgmt.metrics.Dimension.REASON;
import static io.chatmgmt.metrics.Dimension.TOPIC;
import static io.chatmgmt.metrics.Dimension.TOPIC_PART;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What is recorded of conversations: the only numbers that there are, and what every figure is made of. Each says which
 * events it counts, which moment puts them into a bucket, whom they are attributed to, and what they can be taken apart
 * by.
 */
public enum Measure {
    /** Episodes that began. */
    EPISODES(Kind.COUNT, Unit.COUNT, Anchor.EPISODE, Set.of(CHANNEL, LANGUAGE, TOPIC)),
    /** Episodes in which the customer got an answer of the AI. */
    ANSWERED_EPISODES(Kind.COUNT, Unit.COUNT, Anchor.EPISODE, Set.of(CHANNEL, LANGUAGE, TOPIC)),
    /** Episodes in which a person was called at least once. */
    ESCALATED_EPISODES(Kind.COUNT, Unit.COUNT, Anchor.EPISODE, Set.of(CHANNEL, LANGUAGE, TOPIC)),
    /** Resolved escalated episodes in which a person wrote to the customer: the call was not for nothing. */
    HELPED_EPISODES(Kind.COUNT, Unit.COUNT, Anchor.EPISODE, Set.of(CHANNEL, LANGUAGE, TOPIC)),
    /** Escalated episodes that were resolved, so that it is certain whether a person wrote in them. */
    CLOSED_ESCALATED_EPISODES(Kind.COUNT, Unit.COUNT, Anchor.EPISODE, Set.of(CHANNEL, LANGUAGE, TOPIC)),
    /** Episodes whose matter was resolved and that the customer did not take up again soon; abandoned ones are not. */
    RESOLVED_EPISODES(Kind.COUNT, Unit.COUNT, Anchor.EPISODE, Set.of(CHANNEL, LANGUAGE, TOPIC)),
    /** Resolved episodes that no person had a part in, mere greetings left out. */
    AUTOMATED_EPISODES(Kind.COUNT, Unit.COUNT, Anchor.EPISODE, Set.of(CHANNEL, LANGUAGE, TOPIC)),
    /** Resolved episodes in which one answer of the AI was all that it took. */
    ONE_ANSWER_EPISODES(Kind.COUNT, Unit.COUNT, Anchor.EPISODE, Set.of(CHANNEL, LANGUAGE, TOPIC)),
    /** From the beginning of an episode to its resolution; taken back when the customer takes it up again soon. */
    DURATION(Kind.SPREAD, Unit.SECONDS, Anchor.RESOLUTION, Set.of(CHANNEL, LANGUAGE, TOPIC)),
    /** Resolutions as they happened, whatever came after; attributed to who had the conversation then. */
    RESOLUTIONS(Kind.COUNT, Unit.COUNT, Anchor.EVENT, Set.of(OUTCOME, AGENT)),
    /** What the customer wrote or could read, by who wrote it; attributed to the sender. */
    MESSAGES(Kind.COUNT, Unit.COUNT, Anchor.EVENT, Set.of(AUTHOR, AGENT)),
    /** How sure the AI was of the answers that were delivered; answers of unknown confidence are in their band only. */
    CONFIDENCE(Kind.SPREAD, Unit.SHARE, Anchor.EVENT, Set.of(LANGUAGE, TOPIC)),
    /** Answers of the AI that were delivered, by the band of their confidence. */
    ANSWERS(Kind.COUNT, Unit.COUNT, Anchor.EVENT, Set.of(BAND)),
    /** From the customer's latest message to the delivered answer of the AI to it. */
    AI_RESPONSE(Kind.SPREAD, Unit.SECONDS, Anchor.EVENT, Set.of(LANGUAGE, TOPIC)),
    /** From the call for a person, or a person's stepping in, to the first word of one; attributed to the sender. */
    HUMAN_FIRST_RESPONSE(Kind.SPREAD, Unit.SECONDS, Anchor.EVENT, Set.of(AGENT)),
    /** From the customer's message to the answer of a person who was in the talk already; attributed to the sender. */
    HUMAN_NEXT_RESPONSE(Kind.SPREAD, Unit.SECONDS, Anchor.EVENT, Set.of(AGENT)),
    /** From the queue to the person who took the conversation; attributed to that person. */
    WAIT(Kind.SPREAD, Unit.SECONDS, Anchor.EVENT, Set.of(AGENT)),
    /** From the offer to its acceptance; attributed to who accepted. */
    PICKUP(Kind.SPREAD, Unit.SECONDS, Anchor.EVENT, Set.of(AGENT)),
    /** From taking a conversation to its end or its giving back; attributed to who had it. */
    HANDLING(Kind.SPREAD, Unit.SECONDS, Anchor.EVENT, Set.of(AGENT)),
    /** Episodes that a person took, each person once an episode. */
    HANDLED(Kind.COUNT, Unit.COUNT, Anchor.EVENT, Set.of(AGENT)),
    /** Offers to people, by what became of them: ACCEPTED, DECLINED, TIMED_OUT or RESCINDED. */
    OFFERS(Kind.COUNT, Unit.COUNT, Anchor.EVENT, Set.of(OUTCOME, AGENT)),
    /** Calls for a person; each of its reasons counts it once. */
    ESCALATIONS(Kind.COUNT, Unit.COUNT, Anchor.EVENT, Set.of(REASON, TOPIC)),
    /** More reasons for a call that was still open. */
    ADDED_REASONS(Kind.COUNT, Unit.COUNT, Anchor.EVENT, Set.of(REASON)),
    /** Customers who left while they waited for a person. */
    ABANDONED(Kind.COUNT, Unit.COUNT, Anchor.EVENT, Set.of()),
    /** Held answers, by what became of them: APPROVE, EDIT, REPLACE, DISCARD, EXPIRED or STALE. */
    HELD_ANSWERS(Kind.COUNT, Unit.COUNT, Anchor.EVENT, Set.of(OUTCOME, AGENT)),
    /** Turns in which the AI failed. */
    AI_FAILURES(Kind.COUNT, Unit.COUNT, Anchor.EVENT, Set.of(OUTCOME)),
    /** Fallback messages in place of an answer. */
    FALLBACKS(Kind.COUNT, Unit.COUNT, Anchor.EVENT, Set.of(REASON)),
    /** Answers that came too late and were dropped. */
    STALE_ANSWERS(Kind.COUNT, Unit.COUNT, Anchor.EVENT, Set.of(OUTCOME)),
    /**
     * Ratings, the latest of each episode, with their stars as {@link Dimension#BAND}; attributed to the people who had
     * written in it when it was resolved.
     */
    RATING(Kind.SPREAD, Unit.STARS, Anchor.EVENT, Set.of(CHANNEL, LANGUAGE, TOPIC, AGENT, OUTCOME, BAND)),
    /** Ratings of 4 and 5. */
    SATISFIED(Kind.COUNT, Unit.COUNT, Anchor.EVENT, Set.of(CHANNEL, LANGUAGE, TOPIC, AGENT, OUTCOME)),
    /** Customers who were asked how an episode was. */
    SURVEYS(Kind.COUNT, Unit.COUNT, Anchor.SURVEY, Set.of(CHANNEL, LANGUAGE, TOPIC)),
    /** Those of them who rated it; a changed rating counts once. */
    ANSWERED_SURVEYS(Kind.COUNT, Unit.COUNT, Anchor.SURVEY, Set.of(CHANNEL, LANGUAGE, TOPIC)),
    /** Decisions not to ask the customer how an episode was, by reason. */
    SURVEYS_NOT_SENT(Kind.COUNT, Unit.COUNT, Anchor.EVENT, Set.of(OUTCOME)),
    /** How good resolved episodes were, as programs see it: the latest score of each. */
    QUALITY(Kind.SPREAD, Unit.POINTS, Anchor.RESOLUTION, Set.of(CHANNEL, LANGUAGE, TOPIC, BAND)),
    /** The parts of these scores. */
    QUALITY_PARTS(Kind.SPREAD, Unit.POINTS, Anchor.RESOLUTION, Set.of(PART, TOPIC_PART)),
    /** How good people found the episodes that they reviewed; attributed to those who had written in them. */
    REVIEWS(Kind.SPREAD, Unit.POINTS, Anchor.EVENT, Set.of(LANGUAGE, TOPIC, BAND, AGENT)),
    /** Customers, each once however often they come. */
    CUSTOMERS(Kind.SET, Unit.COUNT, Anchor.EPISODE, Set.of()),
    /** Customers who had been here before, each once. */
    RETURNING_CUSTOMERS(Kind.SET, Unit.COUNT, Anchor.EPISODE, Set.of());

    /** What is kept of the records. */
    public enum Kind {
        /** Their number. */
        COUNT,
        /** Their number, their sum, and a sketch of how they are spread. */
        SPREAD,
        /** Who they were. */
        SET
    }

    private final String id;
    private final Kind kind;
    private final Unit unit;
    private final Anchor anchor;
    private final int dimensions;

    Measure(Kind kind, Unit unit, Anchor anchor, Set<Dimension> dimensions) {
        this.id = name().toLowerCase(Locale.ROOT).replace('_', '-');
        this.kind = kind;
        this.unit = unit;
        this.anchor = anchor;
        int bits = 1 << ALL.ordinal();
        for (Dimension each : dimensions) {
            bits |= 1 << each.ordinal();
        }
        this.dimensions = bits;
    }

    /**
     * What a store calls it.
     *
     * @return lower case, with hyphens
     */
    public String id() {
        return id;
    }

    /**
     * What is kept of the records.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * What the values are counted in.
     *
     * @return the unit
     */
    public Unit unit() {
        return unit;
    }

    /**
     * Which moment puts a record into a bucket.
     *
     * @return the anchor
     */
    public Anchor anchor() {
        return anchor;
    }

    /**
     * What it can be taken apart by.
     *
     * @return a new set, always with {@link Dimension#ALL}
     */
    public Set<Dimension> dimensions() {
        Set<Dimension> all = EnumSet.noneOf(Dimension.class);
        for (Dimension each : Dimension.values()) {
            if (isTakenApartBy(each)) {
                all.add(each);
            }
        }
        return all;
    }

    /**
     * Whether it can be taken apart by a dimension.
     *
     * @param dimension the dimension
     * @return always true for {@link Dimension#ALL}
     */
    public boolean isTakenApartBy(Dimension dimension) {
        return (dimensions & 1 << dimension.ordinal()) != 0;
    }

    /**
     * The cell of a sketch or set that a value belongs to.
     *
     * @param value the recorded value, or the number of a member
     * @return the cell
     */
    public long cellOf(long value) {
        return kind == Kind.SPREAD ? LogBuckets.of(value) : value;
    }
}
