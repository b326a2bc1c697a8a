package io.chatmgmt.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One matter of a conversation, from its opening to its resolution: what metrics, surveys and targets belong to.
 * Immutable.
 *
 * @param number from 1; grows at every reopening
 * @param kind how it began
 * @param openedAt when it began
 * @param history what was known of the customer's earlier episodes then
 * @param counts its messages so far
 * @param people who of the team wrote in it, in the order in which they last did, as {@link Attribution#people} says
 * @param handoffs how many handoffs it had
 * @param resolution how it ended, null while it lasts
 * @param resolvedAt when it ended, null while it lasts
 * @param resolver who had the conversation then, null when the AI had, or while it lasts
 * @param rating the customer's rating, 1 to 5; 0 while there is none
 */
public record Episode(
        int number,
        Kind kind,
        Instant openedAt,
        CustomerHistory history,
        MessageCounts counts,
        List<Contribution> people,
        int handoffs,
        @Nullable Resolution resolution,
        @Nullable Instant resolvedAt,
        @Nullable AgentId resolver,
        int rating) {

    /** How an episode began. */
    public enum Kind {
        /** The conversation began. */
        FIRST,
        /** The customer came back with something. */
        REOPENED,
        /** The customer came back so soon that the earlier resolution does not count. */
        CONTINUATION
    }

    /** Checks the parts and copies the people. */
    public Episode {
        Bounds.positive(number, "number");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(openedAt, "openedAt");
        Objects.requireNonNull(history, "history");
        Objects.requireNonNull(counts, "counts");
        people = List.copyOf(people);
    }

    /** One in which nothing has happened yet. */
    static Episode begin(int number, Kind kind, Instant at, CustomerHistory history) {
        return new Episode(number, kind, at, history, MessageCounts.NONE, List.of(), 0, null, null, null, 0);
    }

    /**
     * Whose work it is so far; once it is resolved, for good.
     *
     * @return what was written in it, and who had it in the end
     */
    public Attribution attribution() {
        return new Attribution(resolver, people, counts.ai(), counts.agent());
    }

    Episode with(MessageCounts counts) {
        return new Episode(
                number, kind, openedAt, history, counts, people, handoffs, resolution, resolvedAt, resolver, rating);
    }

    Episode writtenBy(AgentId agent) {
        List<Contribution> more = Attribution.more(people, agent);
        return new Episode(
                number, kind, openedAt, history, counts, more, handoffs, resolution, resolvedAt, resolver, rating);
    }

    Episode handedOff() {
        return new Episode(
                number,
                kind,
                openedAt,
                history,
                counts,
                people,
                handoffs + 1,
                resolution,
                resolvedAt,
                resolver,
                rating);
    }

    Episode resolved(Resolution resolution, @Nullable AgentId agent, Instant at) {
        return new Episode(number, kind, openedAt, history, counts, people, handoffs, resolution, at, agent, rating);
    }

    Episode rated(int rating) {
        return new Episode(
                number, kind, openedAt, history, counts, people, handoffs, resolution, resolvedAt, resolver, rating);
    }
}
