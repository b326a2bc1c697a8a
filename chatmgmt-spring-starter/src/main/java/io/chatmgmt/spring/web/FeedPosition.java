package io.chatmgmt.spring.web;

import io.chatmgmt.store.JournalPlace;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A place in the feed, as the id of an event says it: when, which conversation, which version. Immutable.
 *
 * @param place the place
 */
record FeedPosition(JournalPlace place) {

    private static final int RADIX = 36;

    static FeedPosition at(Instant at) {
        return new FeedPosition(new JournalPlace(at, "", 0));
    }

    Instant at() {
        return place.at();
    }

    /** Reads what {@link #toString} gave; empty for anything else, whoever sent it. */
    static Optional<FeedPosition> parse(String token) {
        String[] parts = token.split("~", 3);
        try {
            return parts.length < 3
                    ? Optional.empty()
                    : Optional.of(new FeedPosition(new JournalPlace(
                            Instant.EPOCH.plus(Long.parseLong(parts[0], RADIX), ChronoUnit.MICROS),
                            URLDecoder.decode(parts[2], StandardCharsets.UTF_8),
                            Long.parseLong(parts[1], RADIX))));
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, place.at()), RADIX)
                + '~'
                + Long.toString(place.version(), RADIX)
                + '~'
                + URLEncoder.encode(place.conversation(), StandardCharsets.UTF_8);
    }
}
