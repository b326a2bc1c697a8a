package io.chatmgmt.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The question how an episode was, and what the customer answered: at most one an episode. What has become of it is told
 * by the time, not kept. Immutable.
 *
 * @param episode the number of the episode, which is also the survey's
 * @param sentAt when the customer was asked, null when not
 * @param text the number of the text that asks, 0 when there is none
 * @param expiresAt until when an answer counts, null when the customer was not asked
 * @param notAsked why the customer was not asked when that was last decided, null for no such decision, and once asked
 * @param answeredAt when the customer last rated, null while there is no rating
 * @param stars the rating, 1 to 5; 0 while there is none
 * @param changeableUntil until when another rating replaces it, null while there is none
 * @param attribution whose work the episode was; does not change from its resolution on
 */
public record Survey(
        int episode,
        @Nullable Instant sentAt,
        int text,
        @Nullable Instant expiresAt,
        @Nullable NotAskedReason notAsked,
        @Nullable Instant answeredAt,
        int stars,
        @Nullable Instant changeableUntil,
        Attribution attribution) {

    /** How many episodes, counted back from the current one, a conversation keeps the surveys of. */
    public static final int MAX_KEPT = 3;

    /** What has become of a survey. */
    public enum State {
        /** The customer was not asked, and has not rated either. */
        NOT_SENT,
        /** The customer was asked, and may still answer. */
        SENT,
        /** The customer rated, and may still change it. */
        ANSWERED,
        /** The rating stands. */
        LOCKED,
        /** The customer did not answer in time. */
        EXPIRED
    }

    /** Checks the parts. */
    public Survey {
        Bounds.positive(episode, "episode");
        Objects.requireNonNull(attribution, "attribution");
    }

    static Survey of(int episode, Attribution attribution) {
        return new Survey(episode, null, 0, null, null, null, 0, null, attribution);
    }

    /**
     * What has become of it.
     *
     * @param now the moment to look at; exactly at its end a time is over
     * @return the state
     */
    public State state(Instant now) {
        if (changeableUntil != null) {
            return now.isBefore(changeableUntil) ? State.ANSWERED : State.LOCKED;
        }
        if (expiresAt != null) {
            return now.isBefore(expiresAt) ? State.SENT : State.EXPIRED;
        }
        return State.NOT_SENT;
    }

    /**
     * Whether the customer was asked.
     *
     * @return false for a rating that came unasked, too
     */
    public boolean isSent() {
        return sentAt != null;
    }

    /**
     * Which episode a customer means who rates without saying which: the current one if they were asked about it or have
     * rated it, else the latest one whose question they have not answered, else the current one.
     *
     * @param surveys the surveys of a conversation, in order of episode
     * @param current the number of the current episode
     * @param now the moment
     * @return the number of the episode
     */
    public static int meant(List<Survey> surveys, int current, Instant now) {
        for (int i = surveys.size() - 1; i >= 0; i--) {
            Survey survey = surveys.get(i);
            boolean known = survey.episode() == current && (survey.isSent() || survey.stars() > 0);
            if (known || survey.state(now) == State.SENT) {
                return survey.episode();
            }
        }
        return current;
    }

    Survey asked(int number, Instant at, Instant until) {
        return new Survey(episode, at, number, until, null, answeredAt, stars, changeableUntil, attribution);
    }

    Survey notAsked(NotAskedReason reason) {
        return new Survey(episode, sentAt, text, expiresAt, reason, answeredAt, stars, changeableUntil, attribution);
    }

    Survey answered(int rating, Instant at, Instant until) {
        return new Survey(episode, sentAt, text, expiresAt, notAsked, at, rating, until, attribution);
    }

    Survey with(Attribution work) {
        return new Survey(episode, sentAt, text, expiresAt, notAsked, answeredAt, stars, changeableUntil, work);
    }
}
