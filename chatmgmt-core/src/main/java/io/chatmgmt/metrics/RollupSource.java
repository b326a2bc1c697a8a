package io.chatmgmt.metrics;

import java.util.List;

/** Where rollups are read. */
@FunctionalInterface
public interface RollupSource {

    /**
     * What measures add up to.
     *
     * @param query which measures, and in which stretches of time
     * @return the totals of each stretch
     */
    List<Totals> totals(RollupQuery query);
}
