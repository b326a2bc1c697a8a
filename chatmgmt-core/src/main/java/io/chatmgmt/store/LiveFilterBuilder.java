package io.chatmgmt.store;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Control;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.Status;
import io.chatmgmt.store.LiveFilter.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says which conversations are wanted. A part that is set again is replaced. Not thread-safe. */
public final class LiveFilterBuilder {

    private Scope scope;
    private Set<Status> statuses = Set.of();
    private Set<Control> controls = Set.of();
    private Set<LiveNeed> needs = Set.of();
    private Set<Flag> flags = Set.of();
    private List<ConfidenceRange> confidences = List.of();
    private Set<String> topics = Set.of();
    private Set<String> languages = Set.of();
    private Set<String> queues = Set.of();
    private Set<String> agents = Set.of();
    private Set<Integer> ratings = Set.of();
    private @Nullable Instant openedFrom;
    private @Nullable Instant openedBefore;
    private @Nullable Instant waitingBefore;
    private String customer = "";

    private LiveFilterBuilder(Scope scope) {
        this.scope = scope;
    }

    LiveFilterBuilder(LiveFilter start) {
        scope = start.scope();
        statuses = start.statuses();
        controls = start.controls();
        needs = start.needs();
        flags = start.flags();
        confidences = start.confidences();
        topics = start.topics();
        languages = start.languages();
        queues = start.queues();
        agents = start.agents();
        ratings = start.ratings();
        openedFrom = start.openedFrom();
        openedBefore = start.openedBefore();
        waitingBefore = start.waitingBefore();
        customer = start.customer();
    }

    static LiveFilterBuilder start(Scope scope) {
        return new LiveFilterBuilder(scope);
    }

    /**
     * Open ones, resolved ones, or both.
     *
     * @param scope {@link Scope#OPEN} by default
     * @return this
     */
    public LiveFilterBuilder scope(Scope scope) {
        this.scope = Objects.requireNonNull(scope, "scope");
        return this;
    }

    /**
     * Those that show one of these statuses.
     *
     * @param statuses none for any
     * @return this
     */
    public LiveFilterBuilder statuses(Status... statuses) {
        this.statuses = Set.of(statuses);
        return this;
    }

    /**
     * Those in which one of these may speak.
     *
     * @param controls none for any
     * @return this
     */
    public LiveFilterBuilder controls(Control... controls) {
        this.controls = Set.of(controls);
        return this;
    }

    /**
     * Those that need one of these from people.
     *
     * @param needs none for any
     * @return this
     */
    public LiveFilterBuilder needs(LiveNeed... needs) {
        this.needs = Set.of(needs);
        return this;
    }

    /**
     * Those with one of these flags up.
     *
     * @param flags none for any
     * @return this
     */
    public LiveFilterBuilder flags(Flag... flags) {
        this.flags = Set.of(flags);
        return this;
    }

    /**
     * Those whose latest confidence lies in one of these ranges.
     *
     * @param confidences none for any
     * @return this
     */
    public LiveFilterBuilder confidences(ConfidenceRange... confidences) {
        this.confidences = List.of(confidences);
        return this;
    }

    /**
     * Those that are about one of these topics.
     *
     * @param topics the topics' codes, none for any
     * @return this
     */
    public LiveFilterBuilder topics(String... topics) {
        this.topics = Set.of(topics);
        return this;
    }

    /**
     * Those that are held in one of these languages; {@code pt} includes {@code pt-BR}.
     *
     * @param languages BCP 47 tags, none for any
     * @return this
     */
    public LiveFilterBuilder languages(String... languages) {
        this.languages = Set.of(languages);
        return this;
    }

    /**
     * Those that belong to one of these queues, or teams.
     *
     * @param queues their names, none for any
     * @return this
     */
    public LiveFilterBuilder queues(String... queues) {
        this.queues = Set.of(queues);
        return this;
    }

    /**
     * Those that one of these agents has.
     *
     * @param agents the host's ids of them, see {@link AgentId#value()}; none for any
     * @return this
     */
    public LiveFilterBuilder agents(String... agents) {
        this.agents = Set.of(agents);
        return this;
    }

    /**
     * Those that the customer rated so.
     *
     * @param ratings 1 to 5, 0 for not at all; none for any
     * @return this
     */
    public LiveFilterBuilder ratings(Integer... ratings) {
        this.ratings = Set.of(ratings);
        return this;
    }

    /**
     * Those whose episode began at that moment or later.
     *
     * @param from the moment, null for any
     * @return this
     */
    public LiveFilterBuilder openedFrom(@Nullable Instant from) {
        this.openedFrom = from;
        return this;
    }

    /**
     * Those whose episode began before that moment: the older ones.
     *
     * @param before the moment, null for any
     * @return this
     */
    public LiveFilterBuilder openedBefore(@Nullable Instant before) {
        this.openedBefore = before;
        return this;
    }

    /**
     * Those whose customer has been waiting since before that moment.
     *
     * @param before the moment, null for any
     * @return this
     */
    public LiveFilterBuilder waitingBefore(@Nullable Instant before) {
        this.waitingBefore = before;
        return this;
    }

    /**
     * Those whose customer's id, name or e-mail address contains this, in any case.
     *
     * @param part the part, empty for any
     * @return this
     */
    public LiveFilterBuilder customer(String part) {
        this.customer = Objects.requireNonNull(part, "part");
        return this;
    }

    /**
     * The filter as it stands; later changes to this builder do not reach it.
     *
     * @return the filter
     */
    public LiveFilter build() {
        return new LiveFilter(
                scope,
                statuses,
                controls,
                needs,
                flags,
                confidences,
                topics,
                languages,
                queues,
                agents,
                ratings,
                openedFrom,
                openedBefore,
                waitingBefore,
                customer);
    }
}
