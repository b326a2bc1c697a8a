package io.chatmgmt.store;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Control;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationTopic;
import io.chatmgmt.conversation.Customer;
import io.chatmgmt.conversation.Escalation;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.Handoff;
import io.chatmgmt.conversation.Status;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which conversations are wanted. A conversation must meet every part that is set; within a part that is a set, any of
 * its members will do, and an empty set asks for nothing. Nothing that people wrote is searched. Immutable.
 *
 * @param scope open ones, resolved ones, or both
 * @param statuses what they show
 * @param controls who may speak in them
 * @param needs what they need from people
 * @param flags which flags are up
 * @param confidences where the latest confidence lies
 * @param topics what they are about
 * @param languages the languages they are held in; {@code pt} includes {@code pt-BR}
 * @param queues the queues, or teams, that they wait in, are called to, or came from
 * @param agents the agents who have them, by the host's ids
 * @param ratings how the customer rated the episode, 1 to 5, 0 for not at all
 * @param openedFrom the earliest beginning of the episode, null for any
 * @param openedBefore the beginning of the episode is earlier, null for any
 * @param waitingBefore the customer has been waiting since an earlier moment, null for any
 * @param customer what the customer's id, name or e-mail address contains, in any case; empty for any
 */
public record LiveFilter(
        Scope scope,
        Set<Status> statuses,
        Set<Control> controls,
        Set<LiveNeed> needs,
        Set<Flag> flags,
        List<ConfidenceRange> confidences,
        Set<String> topics,
        Set<String> languages,
        Set<String> queues,
        Set<String> agents,
        Set<Integer> ratings,
        @Nullable Instant openedFrom,
        @Nullable Instant openedBefore,
        @Nullable Instant waitingBefore,
        String customer) {

    private static final LiveFilter OPEN = LiveFilterBuilder.start(Scope.OPEN).build();

    /** Which lifecycle they are in. */
    public enum Scope {
        /** Those that are not resolved. */
        OPEN,
        /** Those that are. */
        RESOLVED,
        /** All that the store still has. */
        ALL;

        /**
         * Whether a conversation is within it.
         *
         * @param row the conversation
         * @return true when it is
         */
        public boolean includes(Conversation row) {
            return this == ALL || row.isOpen() == (this == OPEN);
        }
    }

    /** Checks for nulls, and copies. */
    public LiveFilter {
        Objects.requireNonNull(scope, "scope");
        statuses = Set.copyOf(statuses);
        controls = Set.copyOf(controls);
        needs = Set.copyOf(needs);
        flags = Set.copyOf(flags);
        confidences = List.copyOf(confidences);
        topics = Set.copyOf(topics);
        languages = Set.copyOf(languages);
        queues = Set.copyOf(queues);
        agents = Set.copyOf(agents);
        ratings = Set.copyOf(ratings);
        Objects.requireNonNull(customer, "customer");
    }

    /**
     * All conversations that are not resolved.
     *
     * @return the filter
     */
    public static LiveFilter open() {
        return OPEN;
    }

    /**
     * A builder that starts from all conversations that are not resolved.
     *
     * @return a new builder
     */
    public static LiveFilterBuilder builder() {
        return OPEN.toBuilder();
    }

    /**
     * A builder that starts from this filter.
     *
     * @return a new builder
     */
    public LiveFilterBuilder toBuilder() {
        return new LiveFilterBuilder(this);
    }

    /**
     * Whether a conversation is wanted: the meaning of the filter, whichever way a store finds it.
     *
     * @param row the conversation
     * @param moment the moment at which it is looked at
     * @return true when it is
     */
    public boolean matches(Conversation row, LiveMoment moment) {
        return scope.includes(row)
                && (statuses.isEmpty() || statuses.contains(row.status(moment.now(), moment.pendingAfter())))
                && (controls.isEmpty() || controls.contains(row.control()))
                && (ratings.isEmpty() || ratings.contains(row.episode().rating()))
                && isNeedy(row)
                && isFlagged(row)
                && isConfident(row)
                && isAbout(row)
                && isSpoken(row)
                && isWith(row)
                && isInTime(row)
                && isOf(row.customer());
    }

    private boolean isNeedy(Conversation row) {
        return needs.isEmpty() || needs.stream().anyMatch(need -> need.isFeltBy(row));
    }

    private boolean isFlagged(Conversation row) {
        return flags.isEmpty() || flags.stream().anyMatch(row.flags()::has);
    }

    private boolean isConfident(Conversation row) {
        double last = row.confidence().last();
        return confidences.isEmpty() || confidences.stream().anyMatch(range -> range.contains(last));
    }

    private boolean isAbout(Conversation row) {
        ConversationTopic topic = row.topic();
        return topics.isEmpty() || (topic != null && topics.contains(topic.code()));
    }

    private boolean isSpoken(Conversation row) {
        String tag = row.language().tag();
        return languages.isEmpty()
                || languages.contains(tag)
                || (tag.indexOf('-') > 0 && languages.contains(tag.substring(0, tag.indexOf('-'))));
    }

    private boolean isWith(Conversation row) {
        AgentId assignee = row.assignee();
        String queue = queueOf(row);
        return (agents.isEmpty() || (assignee != null && agents.contains(assignee.value())))
                && (queues.isEmpty() || (queue != null && queues.contains(queue)));
    }

    private boolean isInTime(Conversation row) {
        Instant opened = row.episode().openedAt();
        Instant waiting = row.waitingSince();
        return (openedFrom == null || !opened.isBefore(openedFrom))
                && (openedBefore == null || opened.isBefore(openedBefore))
                && (waitingBefore == null || (waiting != null && waiting.isBefore(waitingBefore)));
    }

    private boolean isOf(Customer who) {
        if (customer.isEmpty()) {
            return true;
        }
        String wanted = customer.toLowerCase(Locale.ROOT);
        return contains(who.id(), wanted) || contains(who.name(), wanted) || contains(who.email(), wanted);
    }

    private static boolean contains(String text, String wanted) {
        return text.toLowerCase(Locale.ROOT).contains(wanted);
    }

    /**
     * The queue, or team, that a conversation belongs to.
     *
     * @param row the conversation
     * @return that of its handoff, else of its escalation; null for neither
     */
    public static @Nullable String queueOf(Conversation row) {
        Handoff handoff = row.handoff();
        Escalation escalation = row.escalation();
        if (handoff != null) {
            return handoff.queue();
        }
        return escalation == null ? null : escalation.queue();
    }
}
