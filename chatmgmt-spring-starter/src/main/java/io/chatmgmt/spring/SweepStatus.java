package io.chatmgmt.spring;

import io.chatmgmt.governance.SweepReport;
import java.time.Duration;
import java.util.Optional;

/** How the starter's sweep is doing. Thread-safe. */
public interface SweepStatus {

    /**
     * By how much the next sweep is late.
     *
     * @return zero while it is on time, and while there is none to be expected
     */
    Duration lag();

    /**
     * What the last sweep did that ended well.
     *
     * @return empty before the first
     */
    Optional<SweepReport> lastReport();
}
