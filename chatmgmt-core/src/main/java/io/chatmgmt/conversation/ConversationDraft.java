package io.chatmgmt.conversation;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The next version of a conversation while it is being decided: events are emitted into it, take effect at once, and are
 * copied into a row once, at the end. Not thread-safe; lives for one decision.
 */
public final class ConversationDraft {

    private final ConversationId id;
    private final long version;
    private final Instant at;
    private final Actor actor;
    private ConversationEvent[] events = new ConversationEvent[4];
    private int happened;

    long controlEpoch;
    Instant controlSince;
    Customer customer;
    String channel;
    Instant openedAt;
    Instant lastMessageAt;

    @Nullable
    Instant customerAt;

    Lifecycle lifecycle;
    Control control;

    @Nullable
    AgentId assignee;

    WaitingOn waitingOn;

    @Nullable
    Instant waitingSince;

    Episode episode;
    ConversationLanguage language;

    @Nullable
    ConversationTopic topic;

    Flags flags;
    MessageCounts counts;
    ConfidenceSummary confidence;
    AiTurns ai;
    TriggerMemory triggers;

    @Nullable
    Escalation escalation;

    @Nullable
    Handoff handoff;

    @Nullable
    WrapUp wrapUp;

    List<OutboundText> outbound;
    List<Survey> surveys;
    CaseFile caseFile;
    private int lastText;
    private int lastTicket;
    private int lastHandoff;
    private int lastOffer;
    private int lastQuestion;

    private ConversationDraft(ConversationId id, Customer customer, Instant at, Actor actor) {
        this.id = id;
        this.version = 1;
        this.at = at;
        this.actor = actor;
        this.controlSince = at;
        this.customer = customer;
        this.channel = "";
        this.openedAt = at;
        this.lastMessageAt = at;
        this.lifecycle = Lifecycle.OPEN;
        this.control = Control.AI;
        this.waitingOn = WaitingOn.CUSTOMER;
        this.episode = Episode.begin(1, Episode.Kind.FIRST, at, CustomerHistory.NONE);
        this.language = ConversationLanguage.of("und", Source.DEFAULT);
        this.flags = Flags.NONE;
        this.counts = MessageCounts.NONE;
        this.confidence = ConfidenceSummary.NONE;
        this.ai = AiTurns.NONE;
        this.triggers = TriggerMemory.NONE;
        this.outbound = List.of();
        this.surveys = List.of();
        this.caseFile = CaseFile.EMPTY;
    }

    private ConversationDraft(Conversation base, Instant at, Actor actor) {
        this.id = base.id();
        this.version = base.version() + 1;
        this.at = at;
        this.actor = actor;
        this.controlEpoch = base.controlEpoch();
        this.controlSince = base.controlSince();
        this.customer = base.customer();
        this.channel = base.channel();
        this.openedAt = base.openedAt();
        this.lastMessageAt = base.lastMessageAt();
        this.customerAt = base.customerAt();
        this.lifecycle = base.lifecycle();
        this.control = base.control();
        this.assignee = base.assignee();
        this.waitingOn = base.waitingOn();
        this.waitingSince = base.waitingSince();
        this.episode = base.episode();
        this.language = base.language();
        this.topic = base.topic();
        this.flags = base.flags();
        this.counts = base.counts();
        this.confidence = base.confidence();
        this.ai = base.ai();
        this.triggers = base.triggers();
        this.escalation = base.escalation();
        this.handoff = base.handoff();
        this.wrapUp = base.wrapUp();
        this.outbound = base.outbound();
        this.surveys = base.surveys();
        this.caseFile = base.caseFile();
        this.lastText = base.numbers().texts();
        this.lastTicket = base.numbers().tickets();
        this.lastHandoff = base.numbers().handoffs();
        this.lastOffer = base.numbers().offers();
        this.lastQuestion = base.numbers().question();
    }

    /**
     * The first version of a conversation; its first event should be {@link LifecycleEvent.Opened}.
     *
     * @param id which conversation
     * @param customer who the customer is
     * @param at when it begins
     * @param actor who caused it
     * @return the draft
     */
    public static ConversationDraft opening(ConversationId id, Customer customer, Instant at, Actor actor) {
        return new ConversationDraft(id, customer, at, actor);
    }

    /**
     * The next version of a conversation.
     *
     * @param base the current version
     * @param now the time of the change; an earlier one than the conversation's last counts as its last, because journal
     *     time never goes back
     * @param actor who caused it
     * @return the draft
     */
    public static ConversationDraft of(Conversation base, Instant now, Actor actor) {
        return new ConversationDraft(base, now.isBefore(base.lastAt()) ? base.lastAt() : now, actor);
    }

    /**
     * Lets something happen: the event is recorded and takes effect at once.
     *
     * @param event what happened
     */
    public void emit(ConversationEvent event) {
        event.applyTo(this);
        if (happened == events.length) {
            events = Arrays.copyOf(events, 2 * happened);
        }
        events[happened++] = event;
    }

    /**
     * The next version, as the events so far have made it.
     *
     * @return a row that equals the fold of the journal with these events added
     */
    public Conversation build() {
        return new Conversation(
                id,
                Conversation.FORMAT,
                version,
                controlEpoch,
                controlSince,
                customer,
                channel,
                openedAt,
                at,
                lastMessageAt,
                customerAt,
                lifecycle,
                control,
                assignee,
                waitingOn,
                waitingSince,
                episode,
                language,
                topic,
                flags,
                counts,
                confidence,
                ai,
                triggers,
                escalation,
                handoff,
                wrapUp,
                outbound,
                surveys,
                caseFile,
                new Numbers(lastText, lastTicket, lastHandoff, lastOffer, lastQuestion));
    }

    /**
     * What has happened so far.
     *
     * @return a copy
     */
    public List<ConversationEvent> events() {
        return switch (happened) {
            case 1 -> List.of(events[0]);
            case 2 -> List.of(events[0], events[1]);
            default -> List.of(happened == events.length ? events : Arrays.copyOf(events, happened));
        };
    }

    /**
     * Whether anything has happened yet.
     *
     * @return false while no event was emitted
     */
    public boolean isChanged() {
        return happened > 0;
    }

    /**
     * Which conversation.
     *
     * @return the id
     */
    public ConversationId id() {
        return id;
    }

    /**
     * The version that this draft becomes.
     *
     * @return the current version plus one
     */
    public long version() {
        return version;
    }

    /**
     * When it happens: journal time.
     *
     * @return never before the conversation's last change
     */
    public Instant at() {
        return at;
    }

    /**
     * Who caused it.
     *
     * @return the actor
     */
    public Actor actor() {
        return actor;
    }

    /**
     * The control epoch so far.
     *
     * @return as of the latest event
     */
    public long controlEpoch() {
        return controlEpoch;
    }

    /**
     * Since when the current control epoch lasts.
     *
     * @return as of the latest event
     */
    public Instant controlSince() {
        return controlSince;
    }

    /**
     * The customer.
     *
     * @return as of the latest event
     */
    public Customer customer() {
        return customer;
    }

    /**
     * The channel.
     *
     * @return as of the latest event
     */
    public String channel() {
        return channel;
    }

    /**
     * When the conversation began.
     *
     * @return as of the latest event
     */
    public Instant openedAt() {
        return openedAt;
    }

    /**
     * When the customer last wrote or could last read something new.
     *
     * @return as of the latest event
     */
    public Instant lastMessageAt() {
        return lastMessageAt;
    }

    /**
     * When the customer last wrote, null when never.
     *
     * @return as of the latest event
     */
    public @Nullable Instant customerAt() {
        return customerAt;
    }

    /**
     * The lifecycle so far.
     *
     * @return as of the latest event
     */
    public Lifecycle lifecycle() {
        return lifecycle;
    }

    /**
     * The control so far.
     *
     * @return as of the latest event
     */
    public Control control() {
        return control;
    }

    /**
     * The assignee so far, null for none.
     *
     * @return as of the latest event
     */
    public @Nullable AgentId assignee() {
        return assignee;
    }

    /**
     * Whose turn it is so far.
     *
     * @return as of the latest event
     */
    public WaitingOn waitingOn() {
        return waitingOn;
    }

    /**
     * Since when the customer has been waiting, null when answered.
     *
     * @return as of the latest event
     */
    public @Nullable Instant waitingSince() {
        return waitingSince;
    }

    /**
     * The current episode so far.
     *
     * @return as of the latest event
     */
    public Episode episode() {
        return episode;
    }

    /**
     * The language so far.
     *
     * @return as of the latest event
     */
    public ConversationLanguage language() {
        return language;
    }

    /**
     * The topic so far, null while unknown.
     *
     * @return as of the latest event
     */
    public @Nullable ConversationTopic topic() {
        return topic;
    }

    /**
     * The flags so far.
     *
     * @return as of the latest event
     */
    public Flags flags() {
        return flags;
    }

    /**
     * The message counts so far.
     *
     * @return as of the latest event
     */
    public MessageCounts counts() {
        return counts;
    }

    /**
     * The confidences so far.
     *
     * @return as of the latest event
     */
    public ConfidenceSummary confidence() {
        return confidence;
    }

    /**
     * Where the AI stands so far.
     *
     * @return as of the latest event
     */
    public AiTurns ai() {
        return ai;
    }

    /**
     * What the triggers remember so far.
     *
     * @return as of the latest event
     */
    public TriggerMemory triggers() {
        return triggers;
    }

    /**
     * The open escalation so far, null for none.
     *
     * @return as of the latest event
     */
    public @Nullable Escalation escalation() {
        return escalation;
    }

    /**
     * The running handoff so far, null for none.
     *
     * @return as of the latest event
     */
    public @Nullable Handoff handoff() {
        return handoff;
    }

    /**
     * The agent who is left in peace after the conversation so far, null for none.
     *
     * @return as of the latest event
     */
    public @Nullable WrapUp wrapUp() {
        return wrapUp;
    }

    /**
     * The unacknowledged texts so far.
     *
     * @return as of the latest event
     */
    public List<OutboundText> outbound() {
        return outbound;
    }

    /**
     * The surveys of the latest episodes so far.
     *
     * @return as of the latest event, in order of episode
     */
    public List<Survey> surveys() {
        return surveys;
    }

    /**
     * What people keep about it.
     *
     * @return as of the latest event
     */
    public CaseFile caseFile() {
        return caseFile;
    }

    /**
     * The number of the latest text.
     *
     * @return 0 for none yet
     */
    public int lastText() {
        return lastText;
    }

    /**
     * The number of the latest ticket.
     *
     * @return 0 for none yet
     */
    public int lastTicket() {
        return lastTicket;
    }

    /**
     * The number of the latest handoff.
     *
     * @return 0 for none yet
     */
    public int lastHandoff() {
        return lastHandoff;
    }

    /**
     * The number of the latest offer.
     *
     * @return 0 for none yet
     */
    public int lastOffer() {
        return lastOffer;
    }

    /**
     * The number of the latest message of the customer that wants an answer.
     *
     * @return 0 for none yet
     */
    public int lastQuestion() {
        return lastQuestion;
    }

    /** In the first episode both counts are the same, and are kept once. */
    @SuppressWarnings("ReferenceEquality")
    void wrote(Participant author) {
        MessageCounts before = counts;
        counts = before.plus(author);
        MessageCounts ofEpisode = episode.counts();
        episode = episode.with(ofEpisode == before ? counts : ofEpisode.plus(author));
        lastMessageAt = at;
    }

    void wrote(AgentId agent) {
        wrote(Participant.AGENT);
        episode = episode.writtenBy(agent);
    }

    /** The next episode begins; what is said of long ago is not asked for any more. */
    void begin(Episode next) {
        episode = next;
        if (!surveys.isEmpty()) {
            surveys = Surveys.kept(surveys, episode);
        }
    }

    /** The episode ends: whose work it was does not change from now on. */
    void end(Episode ended) {
        episode = ended;
        if (surveys.stream().anyMatch(survey -> survey.episode() == ended.number())) {
            surveyed(ended.number(), survey -> survey.with(ended.attribution()));
        }
    }

    /** Something happens to the survey of an episode. */
    void surveyed(int number, UnaryOperator<Survey> change) {
        surveys = Surveys.changed(surveys, episode, number, change);
    }

    void numbered(int text) {
        lastText = Math.max(lastText, text);
    }

    void asked(int text) {
        numbered(text);
        lastQuestion = text;
    }

    void ticketed(int ticket) {
        lastTicket = ticket;
    }

    void handedOff(int handoff) {
        episode = episode.handedOff();
        lastHandoff = handoff;
    }

    /** Changes the running handoff; without one nothing happens. */
    void changeHandoff(Consumer<HandoffChange> changes) {
        Handoff running = handoff;
        if (running != null) {
            HandoffChange change = running.change();
            changes.accept(change);
            handoff = change.made();
        }
    }

    void offered(int offer) {
        lastOffer = offer;
    }

    void enterEpoch(long epoch) {
        controlEpoch = epoch;
        controlSince = at;
    }

    /**
     * Notes what the host tells about the customer: in the row only, beside the event that says that it changed.
     *
     * @param customer who the customer is now
     */
    public void identify(Customer customer) {
        this.customer = customer;
    }
}
