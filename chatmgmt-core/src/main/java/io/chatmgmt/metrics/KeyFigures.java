package io.chatmgmt.metrics;

import static io.chatmgmt.metrics.MetricDefinition.count;
import static io.chatmgmt.metrics.MetricDefinition.mean;
import static io.chatmgmt.metrics.MetricDefinition.quantile;
import static io.chatmgmt.metrics.MetricDefinition.rate;
import static io.chatmgmt.metrics.MetricDefinition.share;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures that a support team looks at. */
public final class KeyFigures {

    /** Episodes that began. */
    public static final MetricDefinition CONVERSATIONS = count("conversations", Measure.EPISODES);

    /** What was written. */
    public static final MetricDefinition MESSAGES = count("messages", Measure.MESSAGES);

    /** Messages for each conversation. */
    public static final MetricDefinition MESSAGES_PER_CONVERSATION = new MetricDefinition(
            "messages.perConversation",
            1,
            Unit.COUNT,
            new Formula.Ratio(Measure.MESSAGES, Dimension.ALL, "", Measure.EPISODES));

    /** How sure the AI was of what it answered. */
    public static final MetricDefinition CONFIDENCE = mean("confidence.mean", Measure.CONFIDENCE);

    /** What the customers think, 1 to 5. */
    public static final MetricDefinition SATISFACTION = mean("satisfaction.mean", Measure.RATING);

    /** Ratings of 4 and 5 among all. */
    public static final MetricDefinition SATISFIED = rate("satisfaction.rate", Measure.SATISFIED, Measure.RATING);

    /** Ratings, those behind the two figures above. */
    public static final MetricDefinition RATINGS = count("satisfaction.count", Measure.RATING);

    /** Customers who were asked to rate. */
    public static final MetricDefinition SURVEYS = count("survey.sent", Measure.SURVEYS);

    /** Those of them who did, of all who were asked. */
    public static final MetricDefinition SURVEY_RESPONSE =
            rate("survey.response", Measure.ANSWERED_SURVEYS, Measure.SURVEYS);

    /** How often it was decided not to ask; by outcome, why. */
    public static final MetricDefinition SURVEYS_NOT_SENT = count("survey.notSent", Measure.SURVEYS_NOT_SENT);

    /** Episodes that one answer of the AI resolved, of those that it answered in. */
    public static final MetricDefinition FIRST_RESPONSE_RESOLUTION =
            rate("resolution.firstResponse", Measure.ONE_ANSWER_EPISODES, Measure.ANSWERED_EPISODES);

    /** Episodes that were resolved, of all. */
    public static final MetricDefinition RESOLUTION =
            rate("resolution.rate", Measure.RESOLVED_EPISODES, Measure.EPISODES);

    /** Episodes that were resolved without a person, of those that the AI answered in. */
    public static final MetricDefinition AUTOMATED_RESOLUTION =
            rate("resolution.automated", Measure.AUTOMATED_EPISODES, Measure.ANSWERED_EPISODES);

    /** Episodes in which a person was called, for each in which the AI answered. */
    public static final MetricDefinition ESCALATION =
            rate("escalation.rate", Measure.ESCALATED_EPISODES, Measure.ANSWERED_EPISODES);

    /** Calls for a person, by trigger or topic, for each episode in which the AI answered. */
    public static final MetricDefinition ESCALATION_CALLS =
            rate("escalation.calls", Measure.ESCALATIONS, Measure.ANSWERED_EPISODES);

    /** Escalated episodes in which a person then wrote, of those that are over: how often the call was needed. */
    public static final MetricDefinition ESCALATION_PRECISION =
            rate("escalation.precision", Measure.HELPED_EPISODES, Measure.CLOSED_ESCALATED_EPISODES);

    /** How soon the AI answers. */
    public static final MetricDefinition RESPONSE = mean("response.ai.mean", Measure.AI_RESPONSE);

    /** How soon a called person writes. */
    public static final MetricDefinition HUMAN_FIRST_RESPONSE =
            mean("response.human.first.mean", Measure.HUMAN_FIRST_RESPONSE);

    /** How soon a person answers from then on. */
    public static final MetricDefinition HUMAN_NEXT_RESPONSE =
            mean("response.human.next.mean", Measure.HUMAN_NEXT_RESPONSE);

    /** How long it takes from beginning to resolution. */
    public static final MetricDefinition DURATION = mean("duration.mean", Measure.DURATION);

    /** How long customers wait for a person. */
    public static final MetricDefinition WAIT = mean("wait.mean", Measure.WAIT);

    /** How soon an offer is accepted. */
    public static final MetricDefinition PICKUP = mean("pickup.mean", Measure.PICKUP);

    /** How long people have a conversation. */
    public static final MetricDefinition HANDLING = mean("handling.mean", Measure.HANDLING);

    /** Conversations that people took. */
    public static final MetricDefinition HANDLED = count("handled", Measure.HANDLED);

    /** How good episodes were, as programs see it, 0 to 100. */
    public static final MetricDefinition QUALITY = mean("quality.mean", Measure.QUALITY);

    /** What the quality is made of: by {@link Dimension#PART}, or topic by topic by {@link Dimension#TOPIC_PART}. */
    public static final MetricDefinition QUALITY_PARTS = mean("quality.parts.mean", Measure.QUALITY_PARTS);

    /** How good people found the episodes that they reviewed, 0 to 100. */
    public static final MetricDefinition REVIEWED = mean("review.mean", Measure.REVIEWS);

    /** Customers who left while they waited, of those who waited. */
    public static final MetricDefinition ABANDONMENT = rate("wait.abandoned", Measure.ABANDONED, Measure.ESCALATIONS);

    /** Different customers; over thirty days, the monthly active ones. */
    public static final MetricDefinition CUSTOMERS = count("customers.active", Measure.CUSTOMERS);

    /** Customers who had been here before, of all. */
    public static final MetricDefinition RETURNING =
            rate("customers.returning", Measure.RETURNING_CUSTOMERS, Measure.CUSTOMERS);

    /** Held answers. */
    public static final MetricDefinition HELD = count("held", Measure.HELD_ANSWERS);

    /** Held answers that went out as they stood. */
    public static final MetricDefinition HELD_APPROVED = held("APPROVE");

    /** Held answers that went out changed. */
    public static final MetricDefinition HELD_EDITED = held("EDIT");

    /** Held answers that a person replaced. */
    public static final MetricDefinition HELD_REPLACED = held("REPLACE");

    /** Held answers that a person dropped. */
    public static final MetricDefinition HELD_DISCARDED = held("DISCARD");

    /** Held answers that nobody decided about in time. */
    public static final MetricDefinition HELD_EXPIRED = held("EXPIRED");

    private static final List<MetricDefinition> SINGLE = List.of(
            CONVERSATIONS,
            MESSAGES,
            MESSAGES_PER_CONVERSATION,
            CONFIDENCE,
            SATISFACTION,
            SATISFIED,
            RATINGS,
            SURVEYS,
            SURVEY_RESPONSE,
            SURVEYS_NOT_SENT,
            FIRST_RESPONSE_RESOLUTION,
            RESOLUTION,
            AUTOMATED_RESOLUTION,
            ESCALATION,
            ESCALATION_CALLS,
            ESCALATION_PRECISION,
            RESPONSE,
            HUMAN_FIRST_RESPONSE,
            HUMAN_NEXT_RESPONSE,
            DURATION,
            WAIT,
            PICKUP,
            HANDLING,
            HANDLED,
            QUALITY,
            QUALITY_PARTS,
            REVIEWED,
            ABANDONMENT,
            CUSTOMERS,
            RETURNING,
            HELD,
            HELD_APPROVED,
            HELD_EDITED,
            HELD_REPLACED,
            HELD_DISCARDED,
            HELD_EXPIRED);

    private static final List<MetricDefinition> ALL = withQuantiles();

    private KeyFigures() {}

    private static MetricDefinition held(String outcome) {
        String id = "held." + outcome.toLowerCase(Locale.ROOT);
        return share(id, Measure.HELD_ANSWERS, Dimension.OUTCOME, outcome, Measure.HELD_ANSWERS);
    }

    private static List<MetricDefinition> withQuantiles() {
        List<MetricDefinition> all = new ArrayList<>(SINGLE);
        for (MetricDefinition each : SINGLE) {
            if (each.id().endsWith(".mean") && each.formula().numerator() != Measure.RATING) {
                all.add(quantileOf(each, "p50", 0.5));
                all.add(quantileOf(each, "p90", 0.9));
                all.add(quantileOf(each, "p95", 0.95));
            }
        }
        return List.copyOf(all);
    }

    private static MetricDefinition quantileOf(MetricDefinition mean, String name, double share) {
        String id = mean.id().substring(0, mean.id().length() - "mean".length()) + name;
        return quantile(id, mean.formula().numerator(), share);
    }

    /**
     * All of them, with the medians and the 90 and 95 % quantiles of what has a mean.
     *
     * @return in the order of a report
     */
    public static List<MetricDefinition> all() {
        return ALL;
    }

    /**
     * One of them.
     *
     * @param id its name
     * @return the definition
     * @throws IllegalArgumentException when there is none of that name
     */
    public static MetricDefinition get(String id) {
        return ALL.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such figure: " + id));
    }
}
