package io.chatmgmt.metrics;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Days, hours, weeks or months of a time zone, one after the other: half-open, without a gap, and exactly as many as the
 * calendar has. The zone is one with rules, not an offset, so a day may have 23, 24 or 25 hours. A week or month that the
 * range cuts is cut. Immutable.
 *
 * @param from the first day
 * @param to the day after the last one
 * @param zone whose days
 * @param granularity how long the buckets are
 * @param starts when each bucket starts, and when the last one ends
 */
public record Buckets(LocalDate from, LocalDate to, ZoneId zone, Granularity granularity, List<Instant> starts) {

    private static final int HOUR = 3600;

    /** Checks the parts and copies. */
    public Buckets {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(granularity, "granularity");
        starts = List.copyOf(starts);
        if (!to.isAfter(from)) {
            throw new IllegalArgumentException("to must be after from: " + from + ", " + to);
        }
    }

    /**
     * The buckets of some days; weeks begin on Monday.
     *
     * @param from the first day
     * @param to the day after the last one
     * @param zone whose days
     * @param granularity how long the buckets are
     * @return the buckets
     */
    public static Buckets of(LocalDate from, LocalDate to, ZoneId zone, Granularity granularity) {
        return of(from, to, zone, granularity, DayOfWeek.MONDAY);
    }

    /**
     * The buckets of some days.
     *
     * @param from the first day
     * @param to the day after the last one
     * @param zone whose days
     * @param granularity how long the buckets are
     * @param weekStart the first day of a week
     * @return the buckets
     */
    public static Buckets of(LocalDate from, LocalDate to, ZoneId zone, Granularity granularity, DayOfWeek weekStart) {
        List<Instant> starts = new ArrayList<>();
        for (LocalDate day = from; day.isBefore(to); day = next(day, granularity, weekStart)) {
            starts.add(start(day, zone));
            if (granularity == Granularity.HOUR) {
                addHours(starts, day, zone);
            }
        }
        starts.add(start(to, zone));
        return new Buckets(from, to, zone, granularity, starts);
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static LocalDate next(LocalDate day, Granularity granularity, DayOfWeek weekStart) {
        return switch (granularity) {
            case HOUR, DAY -> day.plusDays(1);
            case WEEK -> day.with(TemporalAdjusters.next(weekStart));
            case MONTH -> day.with(TemporalAdjusters.firstDayOfNextMonth());
        };
    }

    /** The moments after the start of a day at which its clock shows a full hour. */
    private static void addHours(List<Instant> starts, LocalDate day, ZoneId zone) {
        Instant start = starts.get(starts.size() - 1);
        Instant end = start(day.plusDays(1), zone);
        for (Instant at = start.plusSeconds(Quarter.SECONDS); at.isBefore(end); at = at.plusSeconds(Quarter.SECONDS)) {
            int offset = zone.getRules().getOffset(at).getTotalSeconds();
            if (Math.floorMod(at.getEpochSecond() + offset, HOUR) == 0) {
                starts.add(at);
            }
        }
    }

    /**
     * How many buckets there are.
     *
     * @return 1 or more
     */
    public int size() {
        return starts.size() - 1;
    }

    /**
     * The local date on which a bucket starts.
     *
     * @param bucket from 0
     * @return the date
     */
    public LocalDate dateOf(int bucket) {
        return starts.get(bucket).atZone(zone).toLocalDate();
    }

    /**
     * The hour of the clock at which a bucket starts.
     *
     * @param bucket from 0
     * @return 0 to 23
     */
    public int hourOf(int bucket) {
        return starts.get(bucket).atZone(zone).getHour();
    }

    /**
     * The same days as one bucket.
     *
     * @return the range as a whole
     */
    public Buckets whole() {
        return new Buckets(from, to, zone, granularity, List.of(starts.get(0), starts.get(starts.size() - 1)));
    }

    /**
     * As many days just before these, as one bucket.
     *
     * @return what to compare with
     */
    public Buckets before() {
        LocalDate earlier = from.minusDays(to.toEpochDay() - from.toEpochDay());
        return new Buckets(earlier, from, zone, granularity, List.of(start(earlier, zone), start(from, zone)));
    }

    List<Integer> quarters() {
        return starts.stream().map(Quarter::of).toList();
    }
}
