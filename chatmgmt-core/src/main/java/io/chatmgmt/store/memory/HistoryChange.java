package io.chatmgmt.store.memory;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Control;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.CustomerHistory;
import io.chatmgmt.conversation.LifecycleEvent;
import io.chatmgmt.conversation.SurveyEvent;
import io.chatmgmt.store.Commit;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one commit adds to what is known of the customer: episodes that began, the agent who has or had the conversation,
 * a rating, a survey. A conversation that turns out to be another customer's takes its episodes along.
 */
final class HistoryChange {

    private final @Nullable Conversation was;
    private final Commit commit;
    private final KnownCustomer former;
    private final KnownCustomer customer;

    /** The change of a commit, {@code former} being whose conversation it was, {@code customer} whose it is. */
    HistoryChange(@Nullable Conversation was, Commit commit, KnownCustomer former, KnownCustomer customer) {
        this.was = was;
        this.commit = commit;
        this.former = former;
        this.customer = customer;
    }

    /** Whether a commit changes what is known of the customer at all; few do. */
    static boolean isIn(@Nullable Conversation was, Commit commit) {
        Conversation row = commit.row();
        return was == null
                || row.episode().number() != was.episode().number()
                || row.lifecycle() != was.lifecycle()
                || !row.customer().id().equals(was.customer().id())
                || newAgent(was, row) != null
                || rating(commit) != 0
                || surveyAt(commit) != null;
    }

    /** The histories concerned, in the order in which they are to be locked. */
    List<Cell<CustomerHistory>> cells() {
        if (former == customer) {
            return List.of(customer.history);
        }
        return former.key.id().compareTo(customer.key.id()) < 0
                ? List.of(former.history, customer.history)
                : List.of(customer.history, former.history);
    }

    /** Takes effect, under the locks. */
    void apply() {
        int before = was == null ? 0 : was.episode().number();
        if (former != customer) {
            CustomerHistory history = former.history.value();
            former.history.become(new CustomerHistory(
                    history.earlierEpisodes() - before,
                    history.lastAgent(),
                    history.lastRating(),
                    history.lastSurveyAt()));
            before = 0;
        }
        CustomerHistory history = customer.history.value();
        TimePlace from = new TimePlace(commit.journal().at(), commit.row().id());
        AgentId agent = isLater(from, customer.agentFrom) ? lastAgent() : null;
        int rating = isLater(from, customer.ratingFrom) ? rating(commit) : 0;
        customer.agentFrom = agent == null ? customer.agentFrom : from;
        customer.ratingFrom = rating == 0 ? customer.ratingFrom : from;
        customer.history.become(new CustomerHistory(
                history.earlierEpisodes() + commit.row().episode().number() - before,
                agent == null ? history.lastAgent() : agent,
                rating == 0 ? history.lastRating() : rating,
                later(history.lastSurveyAt(), surveyAt(commit))));
    }

    /** Of two conversations that change at the same time, the one with the greater id counts as the later one. */
    private static boolean isLater(TimePlace from, @Nullable TimePlace known) {
        return known == null || from.compareTo(known) >= 0;
    }

    private @Nullable AgentId lastAgent() {
        AgentId resolver = commit.journal()
                .find(LifecycleEvent.Resolved.class)
                .map(LifecycleEvent.Resolved::agent)
                .orElse(null);
        return resolver != null ? resolver : newAgent(was, commit.row());
    }

    private static @Nullable AgentId newAgent(@Nullable Conversation was, Conversation row) {
        AgentId agent = row.control() == Control.HUMAN ? row.assignee() : null;
        return was != null && Objects.equals(agent, was.assignee()) ? null : agent;
    }

    private static int rating(Commit commit) {
        return commit.row().surveys().isEmpty()
                ? 0
                : commit.journal()
                        .find(SurveyEvent.Rated.class)
                        .map(SurveyEvent.Rated::stars)
                        .orElse(0);
    }

    private static @Nullable Instant surveyAt(Commit commit) {
        boolean asked = !commit.row().surveys().isEmpty()
                && commit.journal().find(SurveyEvent.Asked.class).isPresent();
        return asked ? commit.journal().at() : null;
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
