package io.chatmgmt.quality;

import io.chatmgmt.conversation.CriterionRating;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer asks of a conversation. Immutable; a changed one should have another version, so that a review that is
 * under way goes on with the one that it began with.
 *
 * <p>A criterion's answer is worth 0 to 100 points. A section's score is the mean of its rated criteria by weight, and the
 * review's the mean of its sections that have any, by weight; what does not apply leaves both the sum and the weights.
 * Then a critical criterion below half of its scale, or an automatic fail, makes the section or the review 0.
 *
 * @param id names it
 * @param revision which edition, from 1
 * @param sections its parts, at least one
 */
public record Scorecard(String id, int revision, List<Section> sections) {

    private static final double HALF = 50;

    /** Checks that no criterion is named twice, and copies. */
    public Scorecard {
        if (id.isBlank()) {
            throw new IllegalArgumentException("id must not be blank");
        }
        if (revision < 1) {
            throw new IllegalArgumentException("revision must be at least 1: " + revision);
        }
        sections = List.copyOf(sections);
        if (sections.isEmpty()) {
            throw new IllegalArgumentException("sections must not be empty");
        }
        Set<String> ids = new HashSet<>();
        for (Section section : sections) {
            for (Criterion criterion : section.criteria()) {
                if (!ids.add(criterion.id())) {
                    throw new IllegalArgumentException("criterion is named twice: " + criterion.id());
                }
            }
        }
    }

    /**
     * The product's six criteria, each on a scale of five: accuracy is critical, and the handling of an escalation does
     * not apply where there was none.
     *
     * @return the default scorecard
     */
    public static Scorecard ofDefaults() {
        return new Scorecard(
                "default",
                1,
                List.of(new Section(
                        "Conversation",
                        100,
                        List.of(
                                new Criterion(
                                        "accuracy",
                                        "Was the information accurate?",
                                        Scale.FIVE,
                                        25,
                                        Criterion.Rule.CRITICAL),
                                plain("helpfulness", "Were the answers helpful and complete?", 20),
                                plain("tone", "Was the tone appropriate and professional?", 15),
                                plain("resolution", "Was the customer's issue fully resolved?", 20),
                                plain("flow", "Did the conversation flow naturally?", 10),
                                plain("escalation", "Was an escalation handled smoothly?", 10)))));
    }

    private static Criterion plain(String id, String question, int weight) {
        return new Criterion(id, question, Scale.FIVE, weight, Criterion.Rule.NONE);
    }

    /**
     * Which scorecard in which edition.
     *
     * @return for example {@code default/1}
     */
    public String version() {
        return id + "/" + revision;
    }

    /**
     * What a filled-in scorecard comes to.
     *
     * @param ratings what was given for each criterion that applies
     * @return the review
     * @throws IllegalArgumentException when a rating is for no criterion of this scorecard, given twice, or not on its
     *     scale
     */
    public Review evaluate(List<CriterionRating> ratings) {
        Map<String, Double> given = new HashMap<>();
        for (CriterionRating rating : ratings) {
            if (given.put(rating.criterion(), rating.value()) != null) {
                throw new IllegalArgumentException("criterion is rated twice: " + rating.criterion());
            }
        }
        Evaluation evaluation = new Evaluation(given);
        sections.forEach(evaluation::add);
        if (!given.isEmpty()) {
            throw new IllegalArgumentException(version() + " has no criterion " + given.keySet());
        }
        return evaluation.review();
    }

    /** One scorecard in the making. */
    private static final class Evaluation {

        private final Map<String, Double> given;
        private final List<String> failed = new ArrayList<>();
        private double raw;
        private double score;
        private int weights;
        private boolean fails;

        Evaluation(Map<String, Double> given) {
            this.given = given;
        }

        void add(Section section) {
            double sum = 0;
            int rated = 0;
            boolean sectionFails = false;
            for (Criterion criterion : section.criteria()) {
                Double value = given.remove(criterion.id());
                if (value != null) {
                    double points = points(criterion, value);
                    sum += criterion.weight() * points;
                    rated += criterion.weight();
                    sectionFails |= judge(criterion, points);
                }
            }
            if (rated > 0) {
                raw += section.weight() * sum / rated;
                score += sectionFails ? 0 : section.weight() * sum / rated;
                weights += section.weight();
            }
        }

        private static double points(Criterion criterion, double value) {
            if (!criterion.scale().has(value)) {
                throw new IllegalArgumentException(
                        "not on the scale of " + criterion.id() + ", " + criterion.scale() + ": " + value);
            }
            return criterion.scale().points(value);
        }

        /** Notes what a bad answer does; true when it makes its section fail. */
        private boolean judge(Criterion criterion, double points) {
            boolean bad = criterion.rule() == Criterion.Rule.CRITICAL ? points < HALF : points == 0;
            if (!bad || criterion.rule() == Criterion.Rule.NONE) {
                return false;
            }
            failed.add(criterion.id());
            fails |= criterion.rule() != Criterion.Rule.FAILS_SECTION;
            return criterion.rule() == Criterion.Rule.FAILS_SECTION;
        }

        Review review() {
            @Nullable Double before = weights == 0 ? null : Double.valueOf(raw / weights);
            @Nullable Double after = weights == 0 ? null : Double.valueOf(fails ? 0 : score / weights);
            return new Review(before, after, failed);
        }
    }
}
