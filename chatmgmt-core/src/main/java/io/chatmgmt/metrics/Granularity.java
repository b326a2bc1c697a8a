package io.chatmgmt.metrics;

/** How long the buckets of a series are: in the local time of a zone. */
public enum Granularity {
    /** An hour of the clock; the hour that a clock shows twice is two. */
    HOUR,
    /** A day, also one of 23 or 25 hours. */
    DAY,
    /** Seven days from the first day of the week on. */
    WEEK,
    /** A month of the calendar. */
    MONTH
}
