package io.chatmgmt.governance;

import io.chatmgmt.conversation.ConfidenceBand;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * How often reviewers let answers go out as they stood, of one topic and band. Immutable.
 *
 * @param topic the topic's code, empty where it was unknown
 * @param band the band that the answers' confidence fell into
 * @param decided how many held answers reviewers decided about
 * @param approved how many of them went out as they stood
 */
public record Acceptance(String topic, ConfidenceBand band, int decided, int approved) {

    /** Checks for nulls. */
    public Acceptance {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(band, "band");
    }

    /**
     * The share that went out as it stood.
     *
     * @return empty when nothing was decided
     */
    public OptionalDouble rate() {
        return decided == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) approved / decided);
    }

    Acceptance plus(boolean wasApproved) {
        return new Acceptance(topic, band, decided + 1, wasApproved ? approved + 1 : approved);
    }
}
