package io.chatmgmt.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.Actor;
import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.AiAction;
import io.chatmgmt.conversation.AiFailure;
import io.chatmgmt.conversation.AnswerSignals;
import io.chatmgmt.conversation.Choice;
import io.chatmgmt.conversation.Confidence;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationEvent;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Customer;
import io.chatmgmt.conversation.CustomerHistory;
import io.chatmgmt.conversation.Decision;
import io.chatmgmt.conversation.DecisionKind;
import io.chatmgmt.conversation.EscalationReason;
import io.chatmgmt.conversation.Handoff;
import io.chatmgmt.conversation.HeldAnswer;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.MessageSignals;
import io.chatmgmt.conversation.Offer;
import io.chatmgmt.conversation.OverrideReason;
import io.chatmgmt.conversation.Resolution;
import io.chatmgmt.conversation.ReviewAction;
import io.chatmgmt.conversation.SlotChange;
import io.chatmgmt.conversation.Survey;
import io.chatmgmt.conversation.Text;
import io.chatmgmt.conversation.Ticket;
import io.chatmgmt.escalation.EscalationTrigger;
import io.chatmgmt.escalation.EscalationTriggers;
import io.chatmgmt.policy.GovernancePolicy;
import io.chatmgmt.response.AiAnswer;
import io.chatmgmt.routing.HouseView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One conversation before the pure core: given what has happened so far, when this comes in, then these events. After
 * every step the row must equal the fold of the journal.
 */
final class Stage {

    static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
    static final ConversationId ID = ConversationId.of("c-1");
    static final AgentId SARAH = AgentId.of("sarah");
    static final AgentId TOM = AgentId.of("tom");

    private final List<JournalRow> journal = new ArrayList<>();
    private final List<Text> texts = new ArrayList<>();
    private GovernancePolicy policy;
    private List<EscalationTrigger> triggers = EscalationTriggers.defaults();
    private Customer customer = Customer.of("kim");
    private CustomerHistory history = CustomerHistory.NONE;
    private @Nullable String topic;
    private @Nullable String language;
    private Instant now = START;
    private int reviewers;
    private @Nullable Conversation row;
    private @Nullable Outcome last;

    private Stage(GovernancePolicy policy) {
        this.policy = policy;
    }

    static Stage ofDefaults() {
        return new Stage(GovernancePolicy.ofDefaults());
    }

    static Stage under(Consumer<GovernancePolicy.Builder> changes) {
        return ofDefaults().underPolicy(changes);
    }

    Stage underPolicy(Consumer<GovernancePolicy.Builder> changes) {
        GovernancePolicy.Builder builder = policy.toBuilder();
        changes.accept(builder);
        policy = builder.build();
        return this;
    }

    Stage customerIs(Customer customer) {
        this.customer = customer;
        return this;
    }

    Stage known(CustomerHistory history) {
        this.history = history;
        return this;
    }

    Stage topicIs(@Nullable String topic) {
        this.topic = topic;
        return this;
    }

    Stage languageIs(String language) {
        this.language = language;
        return this;
    }

    Stage reviewersOnline(int reviewers) {
        this.reviewers = reviewers;
        return this;
    }

    Stage trigger(EscalationTrigger trigger) {
        List<EscalationTrigger> more = new ArrayList<>(triggers);
        more.add(trigger);
        triggers = more;
        return this;
    }

    Stage after(Duration duration) {
        now = now.plus(duration);
        return this;
    }

    Stage afterSeconds(long seconds) {
        return after(Duration.ofSeconds(seconds));
    }

    /** When: anything. */
    Stage when(Actor actor, Input input) {
        Circumstances circumstances = new Circumstances(now, actor, policy, triggers, new HouseView(reviewers, now));
        last = row == null
                ? ConversationLifecycle.begin(ID, customer, input, circumstances)
                : ConversationLifecycle.decide(row, input, circumstances);
        if (last instanceof Outcome.Changed changed) {
            row = changed.row();
            journal.add(
                    new JournalRow(ID, row.version(), row.lastAt(), actor, null, policy.version(), changed.events()));
            texts.addAll(changed.texts());
            assertThat(Conversation.fold(row.customer(), journal)).isEqualTo(row);
        }
        return this;
    }

    Stage opens() {
        return when(Actor.SYSTEM, new HostInput.Opens(opening(), history));
    }

    Stage customer(String text) {
        return customer(text, Heard.nothing());
    }

    Stage customer(String text, MessageSignals signals) {
        return customer(text, now, signals);
    }

    Stage customer(String text, Instant sentAt, MessageSignals signals) {
        return when(Actor.CUSTOMER, new CustomerInput.Writes(opening(), text, sentAt, signals, history));
    }

    private Opening opening() {
        return new Opening(customer, "web", language, topic);
    }

    Stage ai(String text, double confidence) {
        return ai(AiAnswer.of(text, confidence));
    }

    Stage ai(AiAnswer answer) {
        return ai(answer, AnswerSignals.NONE);
    }

    Stage ai(AiAnswer answer, AnswerSignals signals) {
        return ai(ticket(), answer, signals);
    }

    Stage ai(Ticket ticket, AiAnswer answer) {
        return ai(ticket, answer, AnswerSignals.NONE);
    }

    Stage ai(Ticket ticket, AiAnswer answer, AnswerSignals signals) {
        return when(Actor.AI, new AiInput.Answers(ticket, answer, signals));
    }

    Stage aiHandsOff(String text) {
        return ai(new AiAnswer(text, Confidence.of(0.95), AiAction.HANDOFF, 0));
    }

    Stage aiFails(AiFailure failure) {
        return when(Actor.AI, new AiInput.Fails(ticket(), failure));
    }

    Stage aiWantsTurn() {
        return when(Actor.AI, new AiInput.WantsTurn());
    }

    Stage reviews(ReviewAction action, String text) {
        return reviews(held().ticket(), action, text);
    }

    Stage reviews(int ticket, ReviewAction action, String text) {
        HeldAnswer held = row().ai().held();
        String draft = held == null ? "" : text(held.draft()).content();
        return when(
                Actor.agent("rae"),
                new PersonInput.Reviews(AgentId.of("rae"), ticket, action, draft, text, OverrideReason.INCORRECT, ""));
    }

    Stage offeredTo(AgentId agent) {
        return when(Actor.SYSTEM, new RoutingInput.Offers(handoff().number(), agent, Choice.NAMED));
    }

    Stage accepts(AgentId agent) {
        return when(
                Actor.agent(agent.value()),
                new RoutingInput.Accepts(offer().number(), agent, agent.value(), PersonInput.Introduction.SEND));
    }

    Stage declines(AgentId agent) {
        return when(Actor.agent(agent.value()), new RoutingInput.Declines(offer().number(), agent));
    }

    Stage joins(AgentId agent) {
        return joins(Actor.agent(agent.value()), agent, PersonInput.Introduction.SEND);
    }

    Stage joins(Actor actor, AgentId agent, PersonInput.Introduction introduction) {
        return when(actor, new PersonInput.Joins(agent, agent.value(), introduction, PersonInput.Room.FITS));
    }

    Stage writes(AgentId agent, String text) {
        return when(Actor.agent(agent.value()), new PersonInput.Writes(agent, text, PersonInput.Way.CALLER));
    }

    Stage handsBack(AgentId agent) {
        return when(Actor.agent(agent.value()), new PersonInput.HandsBack(agent, ""));
    }

    Stage escalatesByHand() {
        return when(Actor.agent("sarah"), new PersonInput.Escalates("please look"));
    }

    Stage leaves() {
        return when(Actor.CUSTOMER, new CustomerInput.Leaves());
    }

    Stage resolves() {
        return when(Actor.SYSTEM, new HostInput.Resolves(Resolution.ASSUMED, ""));
    }

    Stage rates(int stars, String comment) {
        return when(Actor.CUSTOMER, new CustomerInput.Rates(0, stars, comment));
    }

    Stage rates(int episode, int stars) {
        return when(Actor.CUSTOMER, new CustomerInput.Rates(episode, stars, ""));
    }

    Stage asksForRating() {
        return when(Actor.SYSTEM, new HostInput.AsksForRating());
    }

    Stage resolves(Resolution resolution) {
        return when(Actor.SYSTEM, new HostInput.Resolves(resolution, ""));
    }

    Survey survey(int episode) {
        return row().survey(episode).orElseThrow();
    }

    Stage timePasses() {
        HeldAnswer held = row().ai().held();
        return when(
                Actor.SYSTEM,
                new HostInput.LetsTimePass(
                        held == null ? "" : text(held.draft()).content()));
    }

    Conversation row() {
        return Objects.requireNonNull(row, "row");
    }

    Ticket ticket() {
        return Objects.requireNonNull(row().ai().ticket(), "ticket");
    }

    HeldAnswer held() {
        return Objects.requireNonNull(row().ai().held(), "held");
    }

    Handoff handoff() {
        return Objects.requireNonNull(row().handoff(), "handoff");
    }

    Offer offer() {
        return Objects.requireNonNull(handoff().offer(), "offer");
    }

    Text text(int number) {
        return texts.stream()
                .filter(text -> text.number() == number)
                .findFirst()
                .orElseThrow();
    }

    Instant now() {
        return now;
    }

    Outcome outcome() {
        return Objects.requireNonNull(last, "last");
    }

    /** Then: the latest input changed the conversation. */
    Outcome.Changed changed() {
        assertThat(last).isInstanceOf(Outcome.Changed.class);
        return (Outcome.Changed) outcome();
    }

    /** Then: what the latest input caused. */
    List<ConversationEvent> events() {
        return changed().events();
    }

    /** Then: what kinds of events the latest input caused, in order. */
    List<Class<?>> kinds() {
        List<Class<?>> kinds = new ArrayList<>();
        events().forEach(event -> kinds.add(event.getClass()));
        return kinds;
    }

    /** Then: the first event of a kind that the latest input caused. */
    <T extends ConversationEvent> T event(Class<T> type) {
        return events().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + type.getSimpleName() + " in " + events()));
    }

    boolean caused(Class<? extends ConversationEvent> type) {
        return events().stream().anyMatch(type::isInstance);
    }

    /** Then: what the latest input decided, in order. */
    List<DecisionKind> decisions() {
        return events().stream()
                .flatMap(event -> event.decision().stream())
                .map(Decision::kind)
                .toList();
    }

    /** Then: the codes of the reasons of a decision that the latest input made. */
    List<String> reasons(DecisionKind kind) {
        return events().stream()
                .flatMap(event -> event.decision().stream())
                .filter(decision -> decision.kind() == kind)
                .flatMap(decision -> decision.reasons().stream())
                .map(EscalationReason::code)
                .toList();
    }

    /** Then: what the latest input wrote. */
    List<Text> written() {
        return changed().texts();
    }

    /** Then: what the latest input did to the agents' slots. */
    List<SlotChange> slots() {
        return changed().slots();
    }
}
