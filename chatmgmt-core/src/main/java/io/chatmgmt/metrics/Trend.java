package io.chatmgmt.metrics;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a figure of some days compares with the same figure of other days, and whether the difference is more than chance.
 * Immutable.
 *
 * @param figure which figure
 * @param slice the part that is looked at, empty for the whole or the unknown part
 * @param now the figure, null over nothing
 * @param before the figure of the other days, null over nothing
 * @param records how much the figure is made of
 * @param recordsBefore how much the other one is made of
 * @param course where it goes
 */
public record Trend(
        MetricDefinition figure,
        String slice,
        @Nullable Double now,
        @Nullable Double before,
        long records,
        long recordsBefore,
        Course course) {

    /** With fewer records on one side nothing is said. */
    public static final int FEWEST = 20;

    /** Where a figure goes. */
    public enum Course {
        /** It is higher than chance explains. */
        UP,
        /** It is lower than chance explains. */
        DOWN,
        /** The difference may be chance. */
        STEADY,
        /** There are too few records to tell, or it is a figure that cannot be tested. */
        UNKNOWN
    }

    /** The standard score that chance exceeds in one of a hundred comparisons. */
    private static final double BEYOND_CHANCE = 2.576;

    /** Checks for nulls. */
    public Trend {
        Objects.requireNonNull(figure, "figure");
        Objects.requireNonNull(slice, "slice");
        Objects.requireNonNull(course, "course");
    }

    /** Compares one slice of a figure. */
    static Trend of(MetricDefinition figure, Totals now, Totals before, Dimension dimension, String slice) {
        Sample one = Sample.of(figure.formula(), now, dimension, slice);
        Sample other = Sample.of(figure.formula(), before, dimension, slice);
        return new Trend(
                figure,
                slice,
                figure.of(now, dimension, slice),
                figure.of(before, dimension, slice),
                one.records(),
                other.records(),
                course(one, other));
    }

    /** The same under the name of the part that its figure is the share of. */
    Trend called(String part) {
        return new Trend(figure, part, now, before, records, recordsBefore, course);
    }

    private static Course course(Sample one, Sample other) {
        if (one.records() < FEWEST || other.records() < FEWEST) {
            return Course.UNKNOWN;
        }
        double score = one.scoreAgainst(other);
        if (Double.isNaN(score)) {
            return Course.UNKNOWN;
        }
        if (Math.abs(score) < BEYOND_CHANCE) {
            return Course.STEADY;
        }
        return score > 0 ? Course.UP : Course.DOWN;
    }

    /**
     * Whether it is worth a note.
     *
     * @return true when the difference is more than chance
     */
    public boolean isNotable() {
        return course == Course.UP || course == Course.DOWN;
    }

    /**
     * Says it in a sentence.
     *
     * @return for example {@code satisfaction.mean went down from 4.40 to 3.90 (98 and 120 records)}
     */
    public String note() {
        String name = slice.isEmpty() ? figure.id() : figure.id() + " of " + slice;
        String course = switch (this.course) {
            case UP -> " went up";
            case DOWN -> " went down";
            case STEADY -> " changed no more than by chance";
            case UNKNOWN -> " cannot be compared";
        };
        return name + course + " from " + shown(before) + " to " + shown(now) + " (" + recordsBefore + " and " + records
                + " records)";
    }

    private static String shown(@Nullable Double value) {
        return value == null ? "nothing" : String.format(Locale.ROOT, "%.2f", value);
    }
}
