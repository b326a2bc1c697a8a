package io.chatmgmt.governance;

import io.chatmgmt.escalation.Ear;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the log of detectors of the host that failed, each of them once: a conversation goes on as if nothing had been
 * heard, so nobody would notice else. Thread-safe.
 */
final class DetectorWatch {

    private static final Logger log = LoggerFactory.getLogger(DetectorWatch.class);

    private final Ear ear;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    DetectorWatch(Ear ear) {
        this.ear = ear;
    }

    /** Looks whether one more has failed; to be called after something was heard. */
    void look() {
        Set<String> failed = ear.failedDetectors();
        if (failed.isEmpty()) {
            return;
        }
        for (String detector : failed) {
            if (told.add(detector)) {
                log.warn("{} failed and counts as having heard nothing; this is logged once", detector);
            }
        }
    }
}
