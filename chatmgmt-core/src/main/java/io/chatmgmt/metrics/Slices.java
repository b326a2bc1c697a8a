package io.chatmgmt.metrics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One thing for each slice of each measure. What a measure comes to as a whole is found without looking up any name. Not
 * thread-safe.
 *
 * @param <T> the thing
 */
final class Slices<T> {

    private static final int MEASURES = Measure.values().length;
    private static final int DIMENSIONS = Dimension.values().length;

    private final List<@Nullable T> wholes = new ArrayList<>(Collections.nCopies(MEASURES, null));
    private final List<@Nullable Map<String, T>> parts =
            new ArrayList<>(Collections.nCopies(MEASURES * DIMENSIONS, null));
    private final Supplier<T> maker;

    /** Nothing yet; what is missing is made when it is asked for. */
    Slices(Supplier<T> maker) {
        this.maker = maker;
    }

    /** What is done with each slice. */
    @FunctionalInterface
    interface Visitor<T> {

        void visit(String slice, T thing);
    }

    /** The thing of a slice, made when there is none. */
    T at(Measure measure, Dimension dimension, String slice) {
        T known = find(measure, dimension, slice);
        return known == null ? make(measure, dimension, slice) : known;
    }

    private T make(Measure measure, Dimension dimension, String slice) {
        T made = maker.get();
        if (isWhole(dimension, slice)) {
            wholes.set(measure.ordinal(), made);
        } else {
            Map<String, T> some = some(measure, dimension);
            if (some == null) {
                some = new HashMap<>();
                parts.set(place(measure, dimension), some);
            }
            some.put(slice, made);
        }
        return made;
    }

    /** The thing of a slice, null when there is none. */
    @Nullable
    T find(Measure measure, Dimension dimension, String slice) {
        if (isWhole(dimension, slice)) {
            return wholes.get(measure.ordinal());
        }
        Map<String, T> some = some(measure, dimension);
        return some == null ? null : some.get(slice);
    }

    /** Visits all slices of a measure by one dimension, in no order. */
    void forEach(Measure measure, Dimension dimension, Visitor<? super T> visitor) {
        T whole = dimension == Dimension.ALL ? wholes.get(measure.ordinal()) : null;
        if (whole != null) {
            visitor.visit("", whole);
        }
        Map<String, T> some = some(measure, dimension);
        if (some != null) {
            some.forEach(visitor::visit);
        }
    }

    private @Nullable Map<String, T> some(Measure measure, Dimension dimension) {
        return parts.get(place(measure, dimension));
    }

    private static boolean isWhole(Dimension dimension, String slice) {
        return dimension == Dimension.ALL && slice.isEmpty();
    }

    private static int place(Measure measure, Dimension dimension) {
        return measure.ordinal() * DIMENSIONS + dimension.ordinal();
    }
}
