package io.chatmgmt.metrics;

/** Takes what the recorder makes of events: one call for each measure and slice that an event counts for. */
@FunctionalInterface
public interface Records {

    /**
     * One record, or one that is taken back.
     *
     * @param measure what is measured
     * @param dimension what it is taken apart by
     * @param slice the part; empty for {@link Dimension#ALL} and for what is unknown
     * @param quarter which {@link Quarter} it belongs to
     * @param count 1, or −1 to take back
     * @param value the value in parts of the measure's unit; 1 for a count; the member's number for a set
     */
    void add(Measure measure, Dimension dimension, String slice, int quarter, int count, long value);
}
