package io.chatmgmt.store;

import io.chatmgmt.conversation.Actor;
import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.AiSettings;
import io.chatmgmt.conversation.AnswerEvent;
import io.chatmgmt.conversation.Choice;
import io.chatmgmt.conversation.Confidence;
import io.chatmgmt.conversation.ConfidenceBand;
import io.chatmgmt.conversation.Control;
import io.chatmgmt.conversation.ConversationDraft;
import io.chatmgmt.conversation.ConversationEvent;
import io.chatmgmt.conversation.ConversationLanguage;
import io.chatmgmt.conversation.Customer;
import io.chatmgmt.conversation.CustomerHistory;
import io.chatmgmt.conversation.Episode;
import io.chatmgmt.conversation.EscalationEvent;
import io.chatmgmt.conversation.Handoff;
import io.chatmgmt.conversation.HandoffEvent;
import io.chatmgmt.conversation.HandoffMode;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.LifecycleEvent;
import io.chatmgmt.conversation.MessageEvent;
import io.chatmgmt.conversation.MessageSignals;
import io.chatmgmt.conversation.Offer;
import io.chatmgmt.conversation.Placement;
import io.chatmgmt.conversation.Priority;
import io.chatmgmt.conversation.Refusal;
import io.chatmgmt.conversation.Resolution;
import io.chatmgmt.conversation.SlotChange;
import io.chatmgmt.conversation.Source;
import io.chatmgmt.conversation.StreakEffect;
import io.chatmgmt.conversation.SurveyEvent;
import io.chatmgmt.conversation.Text;
import io.chatmgmt.conversation.TextKind;
import io.chatmgmt.conversation.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Builds a commit out of what happens, in words. Not thread-safe; for one commit. */
public final class CommitBuilder {

    /** How much of an agent's capacity a conversation takes. */
    public static final int WEIGHT = 20;

    private final ConversationDraft draft;
    private final List<Text> texts = new ArrayList<>();
    private final List<SlotChange> slots = new ArrayList<>();
    private String key;

    CommitBuilder(ConversationDraft draft) {
        this.draft = draft;
    }

    /** The conversation's next version so far. */
    public ConversationDraft draft() {
        return draft;
    }

    /** The command key of the journal row. */
    public CommitBuilder key(String key) {
        this.key = key;
        return this;
    }

    /** Anything that there is no word for. */
    public CommitBuilder emit(ConversationEvent event) {
        draft.emit(event);
        return this;
    }

    /** The conversation begins. */
    public CommitBuilder opened() {
        return emit(new LifecycleEvent.Opened(
                "web", Customer.Standing.REGULAR, CustomerHistory.NONE, ConversationLanguage.of("en", Source.DEFAULT)));
    }

    /** The customer writes. */
    public CommitBuilder customerWrites(String content) {
        int number = text(TextKind.MESSAGE, Actor.CUSTOMER, content);
        return emit(new MessageEvent.CustomerWrote(number, Placement.CURRENT, MessageSignals.NONE));
    }

    /** The AI is asked. */
    public CommitBuilder ticket(Instant deadline) {
        return emit(new AnswerEvent.TicketIssued(new Ticket(
                draft.id(),
                draft.lastTicket() + 1,
                draft.controlEpoch(),
                draft.lastText(),
                draft.at(),
                deadline,
                "en",
                AiSettings.OF_POLICY)));
    }

    /** The AI answers, and the answer goes out. */
    public CommitBuilder aiAnswers(String content) {
        int ticket = Math.max(1, draft.lastTicket());
        int question = draft.lastText();
        int number = text(TextKind.MESSAGE, Actor.AI, content);
        Confidence confidence = Confidence.of(0.9);
        emit(new AnswerEvent.Proposed(ticket, number, confidence, ConfidenceBand.HIGH, "", 0, StreakEffect.ENDS, 0));
        return emit(
                new AnswerEvent.Sent(ticket, question, number, confidence, content.hashCode(), AnswerEvent.Route.AUTO));
    }

    /** An agent writes. */
    public CommitBuilder agentWrites(AgentId agent, String content) {
        return emit(new MessageEvent.AgentWrote(text(TextKind.MESSAGE, Actor.agent(agent.value()), content), agent));
    }

    /** A person leaves a note. */
    public CommitBuilder noted(String content) {
        return emit(new MessageEvent.Noted(text(TextKind.NOTE, Actor.supervisor("sue"), content)));
    }

    /** The latest text waits for the host. */
    public CommitBuilder leftPending(Instant nextAttemptAt) {
        return emit(new MessageEvent.LeftPending(Math.max(1, draft.lastText()), nextAttemptAt));
    }

    /** The conversation begins to wait for an agent. */
    public CommitBuilder queued(String queue, Instant orderKey) {
        return emit(new HandoffEvent.Queued(
                draft.lastHandoff() + 1, HandoffMode.DIRECT, queue, Priority.NORMAL, orderKey, WEIGHT, null));
    }

    /** It becomes more urgent. */
    public CommitBuilder reprioritised(Instant orderKey) {
        return emit(new HandoffEvent.Reprioritised(Priority.HIGH, orderKey));
    }

    /** It is shown to an agent, whose slot is taken. */
    public CommitBuilder offered(AgentId agent) {
        Instant deadline = draft.at().plus(Duration.ofSeconds(30));
        emit(new HandoffEvent.Offered(new Offer(draft.lastOffer() + 1, agent, draft.at(), deadline), Choice.NAMED));
        return take(agent);
    }

    /** The offer is taken back, and so is the slot. */
    public CommitBuilder rescinded() {
        AgentId agent = offeredAgent();
        emit(new HandoffEvent.Rescinded(draft.lastOffer(), agent));
        return release(agent);
    }

    /** The agent declines, and gives the slot back. */
    public CommitBuilder declined() {
        AgentId agent = offeredAgent();
        Instant until = draft.at().plus(Duration.ofSeconds(60));
        emit(new HandoffEvent.Declined(draft.lastOffer(), new Refusal(agent, 1, until)));
        return release(agent);
    }

    /** The agent accepts the offer and has the conversation from now on. */
    public CommitBuilder accepted() {
        AgentId agent = offeredAgent();
        emit(new HandoffEvent.Accepted(draft.lastOffer(), agent));
        return assigned(agent);
    }

    /** An agent gets the conversation; no slot is touched. */
    public CommitBuilder assigned(AgentId agent) {
        return emit(new HandoffEvent.ControlMoved(Control.HUMAN, agent, draft.controlEpoch() + 1));
    }

    /** The AI gets the conversation back. */
    public CommitBuilder handedBack() {
        return emit(new HandoffEvent.ControlMoved(Control.AI, null, draft.controlEpoch() + 1));
    }

    /** The matter is done, by the AI, or by the agent who has it; no slot is touched. */
    public CommitBuilder resolved() {
        AgentId agent = draft.assignee();
        return emit(new LifecycleEvent.Resolved(agent == null ? Resolution.ASSUMED : Resolution.HUMAN, agent));
    }

    /** The customer comes back. */
    public CommitBuilder reopened() {
        return emit(
                new LifecycleEvent.Reopened(Episode.Kind.REOPENED, Customer.Standing.REGULAR, CustomerHistory.NONE));
    }

    /** The customer rates. */
    public CommitBuilder rated(int stars) {
        return rated(draft.episode().number(), stars);
    }

    /** The customer rates an episode. */
    public CommitBuilder rated(int episode, int stars) {
        return emit(new SurveyEvent.Rated(episode, stars, 0, draft.at().plus(Duration.ofHours(24))));
    }

    /** The customer is asked how the episode was. */
    public CommitBuilder asked() {
        int number = text(TextKind.MESSAGE, Actor.SYSTEM, "How did we do?");
        emit(new MessageEvent.SystemWrote(number, "SURVEY", "en"));
        return emit(new SurveyEvent.Asked(
                draft.episode().number(), number, draft.at().plus(Duration.ofDays(14))));
    }

    /** The customer is erased, and what was written. */
    public CommitBuilder erased() {
        emit(new LifecycleEvent.Erased(draft.lastText()));
        draft.identify(draft.customer().erased());
        return this;
    }

    /** An agent's slot is taken, if there is room. */
    public CommitBuilder take(AgentId agent) {
        return slot(new SlotChange.Take(agent, WEIGHT, draft.at()));
    }

    /** An agent's slot is given back. */
    public CommitBuilder release(AgentId agent) {
        return slot(new SlotChange.Release(agent, WEIGHT));
    }

    /** Any change of a slot. */
    public CommitBuilder slot(SlotChange change) {
        slots.add(change);
        return this;
    }

    /** A text without an event of its own. */
    public int text(TextKind kind, Actor author, String content) {
        int number = draft.lastText() + 1;
        texts.add(new Text(number, kind, author, draft.at(), draft.at().minusMillis(3), number - 1, content));
        return number;
    }

    /** The commit; where nothing has happened but slots, a near miss stands in for the event that there must be. */
    public Commit build() {
        if (!draft.isChanged()) {
            emit(new EscalationEvent.NearlyRaised(List.of()));
        }
        JournalRow journal =
                new JournalRow(draft.id(), draft.version(), draft.at(), draft.actor(), key, "policy-1", draft.events());
        return new Commit(draft.build(), journal, texts, slots);
    }

    private AgentId offeredAgent() {
        Handoff handoff = Objects.requireNonNull(draft.handoff(), "handoff");
        return Objects.requireNonNull(handoff.offer(), "offer").agent();
    }
}
