package io.chatmgmt.quality;

/**
 * How a criterion is answered: a number from the lowest to the highest, in steps or not. Immutable.
 *
 * @param min the lowest answer
 * @param max the highest answer
 * @param step the distance of two answers, 0 for any number between
 */
public record Scale(double min, double max, double step) {

    /** No or yes: 0 or 1. */
    public static final Scale BINARY = new Scale(0, 1, 1);

    /** 1 to 3. */
    public static final Scale THREE = new Scale(1, 3, 1);

    /** 1 to 4. */
    public static final Scale FOUR = new Scale(1, 4, 1);

    /** 1 to 5. */
    public static final Scale FIVE = new Scale(1, 5, 1);

    private static final double POINTS = 100;
    private static final double CLOSE = 1e-9;

    /** Checks the range. */
    public Scale {
        if (!(max > min) || !(step >= 0) || Double.isInfinite(max - min)) {
            throw new IllegalArgumentException(
                    "max must be above min, step not below 0: " + min + ", " + max + ", " + step);
        }
    }

    /**
     * Any number from one to another.
     *
     * @param min the lowest answer
     * @param max the highest answer
     * @return the scale
     */
    public static Scale numeric(double min, double max) {
        return new Scale(min, max, 0);
    }

    /**
     * Whether a number is an answer on this scale.
     *
     * @param value the number
     * @return false outside, and between two steps
     */
    public boolean has(double value) {
        if (!(value >= min && value <= max)) {
            return false;
        }
        double steps = step == 0 ? 0 : (value - min) / step;
        return Math.abs(steps - Math.rint(steps)) < CLOSE;
    }

    /**
     * The points of an answer.
     *
     * @param value an answer on this scale
     * @return 0 for the lowest, 100 for the highest
     */
    public double points(double value) {
        return (value - min) / (max - min) * POINTS;
    }
}
