package io.chatmgmt.testkit;

import io.chatmgmt.access.Caller;
import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.AiFailure;
import io.chatmgmt.conversation.Control;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Customer;
import io.chatmgmt.conversation.Decision;
import io.chatmgmt.conversation.DecisionKind;
import io.chatmgmt.conversation.Handoff;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.Offer;
import io.chatmgmt.conversation.Resolution;
import io.chatmgmt.conversation.Status;
import io.chatmgmt.conversation.Ticket;
import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.governance.ChatGovernanceBuilder;
import io.chatmgmt.governance.CustomerMessage;
import io.chatmgmt.governance.GovernanceListener;
import io.chatmgmt.governance.PersonResult;
import io.chatmgmt.governance.TurnResult;
import io.chatmgmt.policy.GovernancePolicy;
import io.chatmgmt.response.AiAnswer;
import io.chatmgmt.routing.AgentProfile;
import io.chatmgmt.routing.AgentStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One conversation as a script: given a policy and agents, when these people say these things, then that is decided. Runs
 * on the real front door, in memory, on a clock that only the script moves. A wrong expectation throws an
 * {@link AssertionError} that lists what was decided instead. Not thread-safe.
 *
 * <pre>{@code
 * Scenario.ofDefaults()
 *         .agent("sarah", "general")
 *         .customer("I need to talk to a person")
 *         .expectDecisions(DecisionKind.ESCALATE, DecisionKind.QUEUED, DecisionKind.OFFERED)
 *         .expectReason(ReasonCode.HUMAN_REQUEST)
 *         .accepts("sarah")
 *         .expectControl(Control.HUMAN);
 * }</pre>
 */
public final class Scenario {

    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
    private static final ConversationId ID = ConversationId.of("scenario");
    private static final int SWEEP_LIMIT = 1000;

    private final MutableClock clock = MutableClock.at(START);
    private final List<Decision> decisions = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final ChatGovernance governance;
    private Customer customer = Customer.of("customer");
    private @Nullable Ticket ticket;
    private int messages;

    private Scenario(ChatGovernanceBuilder builder) {
        governance = builder.clock(clock)
                .listener(new GovernanceListener() {
                    @Override
                    public void onCommitted(JournalRow row, Conversation conversation) {
                        decisions.addAll(row.decisions());
                    }
                })
                .outbound(message -> {
                    texts.add(message.content());
                })
                .build();
    }

    /**
     * A scenario under the default policy.
     *
     * @return a new scenario
     */
    public static Scenario ofDefaults() {
        return given(ChatGovernance.builder());
    }

    /**
     * A scenario under a policy.
     *
     * @param policy the policy
     * @return a new scenario
     */
    public static Scenario given(GovernancePolicy policy) {
        return given(ChatGovernance.builder().policy(policy));
    }

    /**
     * A scenario at a front door with triggers, detectors or a store of one's own.
     *
     * @param builder the front door; its clock and outbound are replaced
     * @return a new scenario
     */
    public static Scenario given(ChatGovernanceBuilder builder) {
        return new Scenario(builder);
    }

    /**
     * Given: who the customer is.
     *
     * @param customer the customer
     * @return this
     */
    public Scenario customerIs(Customer customer) {
        this.customer = customer;
        return this;
    }

    /**
     * Given: an agent is online.
     *
     * @param id the agent's id, which is also the name
     * @param skills what they can do
     * @return this
     */
    public Scenario agent(String id, String... skills) {
        return agent(AgentProfile.of(AgentId.of(id), id, skills));
    }

    /**
     * Given: an agent is online.
     *
     * @param profile what is known of them
     * @return this
     */
    public Scenario agent(AgentProfile profile) {
        governance.agents().register(profile);
        governance.agents().status(profile.id(), AgentStatus.ONLINE);
        return this;
    }

    /**
     * When: the customer writes.
     *
     * @param text the message
     * @return this
     */
    public Scenario customer(String text) {
        begin();
        messages++;
        TurnResult result = governance.onCustomerMessage(
                CustomerMessage.of(ID, "m" + messages, text).from(customer));
        ticket = result.ticket().orElse(ticket);
        return end(result);
    }

    /**
     * When: the AI answers the latest ticket, or a new one when that is used up.
     *
     * @param text the answer
     * @param confidence 0 to 1
     * @return this
     */
    public Scenario ai(String text, double confidence) {
        return ai(AiAnswer.of(text, confidence));
    }

    /**
     * When: the AI answers the latest ticket, or a new one when that is used up.
     *
     * @param answer the answer
     * @return this
     */
    public Scenario ai(AiAnswer answer) {
        Ticket current = ticket();
        begin();
        return end(governance.onAiAnswer(current, answer));
    }

    /**
     * When: the AI fails.
     *
     * @param failure how
     * @return this
     */
    public Scenario aiFails(AiFailure failure) {
        Ticket current = ticket();
        begin();
        return end(governance.onAiFailure(current, failure));
    }

    /**
     * When: time passes, and everything that is due within it happens at its moment.
     *
     * @param duration how long
     * @return this
     */
    public Scenario after(Duration duration) {
        begin();
        Instant until = clock.instant().plus(duration);
        Optional<Instant> next = governance.sweep(SWEEP_LIMIT).nextDue();
        while (next.isPresent() && !next.get().isAfter(until)) {
            clock.set(next.get().isAfter(clock.instant()) ? next.get() : clock.instant());
            next = governance.sweep(SWEEP_LIMIT).nextDue();
        }
        clock.set(until);
        governance.sweep(SWEEP_LIMIT);
        return this;
    }

    /**
     * When: an agent accepts the offer that is made to them.
     *
     * @param agent the agent's id
     * @return this
     */
    public Scenario accepts(String agent) {
        Handoff handoff = conversation().handoff();
        Offer offer = handoff == null ? null : handoff.offer();
        if (offer == null) {
            throw new AssertionError("expected an offer to " + agent + ", but there is none: " + handoff);
        }
        begin();
        return end(governance.desk(Caller.agent(agent)).accept(ID, offer.number()));
    }

    /**
     * When: an agent steps in.
     *
     * @param agent the agent's id
     * @return this
     */
    public Scenario joins(String agent) {
        begin();
        return end(governance.desk(Caller.agent(agent)).join(ID));
    }

    /**
     * When: an agent who has the conversation writes.
     *
     * @param agent the agent's id
     * @param text the message
     * @return this
     */
    public Scenario writes(String agent, String text) {
        begin();
        return end(governance.desk(Caller.agent(agent)).reply(ID, text));
    }

    /**
     * When: an agent gives the conversation back to the AI.
     *
     * @param agent the agent's id
     * @return this
     */
    public Scenario handsBack(String agent) {
        begin();
        return end(governance.desk(Caller.agent(agent)).handBack(ID, ""));
    }

    /**
     * When: the host closes the matter.
     *
     * @return this
     */
    public Scenario resolves() {
        begin();
        return end(governance.resolve(ID, Resolution.ASSUMED));
    }

    /**
     * When: the customer rates.
     *
     * @param stars 1 to 5
     * @return this
     */
    public Scenario rates(int stars) {
        begin();
        return end(governance.onRating(ID, stars, ""));
    }

    /**
     * Then: exactly this was decided in the latest step, in this order.
     *
     * @param kinds what
     * @return this
     */
    public Scenario expectDecisions(DecisionKind... kinds) {
        List<DecisionKind> found = new ArrayList<>();
        decisions.forEach(decision -> found.add(decision.kind()));
        return expect("decisions " + List.of(kinds), found.equals(List.of(kinds)));
    }

    /**
     * Then: a decision of the latest step names a reason.
     *
     * @param code the reason's code
     * @return this
     */
    public Scenario expectReason(String code) {
        boolean named = decisions.stream()
                .flatMap(decision -> decision.reasons().stream())
                .anyMatch(reason -> reason.code().equals(code));
        return expect("the reason " + code, named);
    }

    /**
     * Then: the customer got a text in the latest step that contains some words.
     *
     * @param words the words
     * @return this
     */
    public Scenario expectText(String words) {
        return expect("a text with \"" + words + "\"", texts.stream().anyMatch(text -> text.contains(words)));
    }

    /**
     * Then: a supervisor sees a status.
     *
     * @param status the status
     * @return this
     */
    public Scenario expectStatus(Status status) {
        return expect("the status " + status, governance.conversations().status(conversation()) == status);
    }

    /**
     * Then: somebody may speak.
     *
     * @param control who
     * @return this
     */
    public Scenario expectControl(Control control) {
        return expect("the control " + control, conversation().control() == control);
    }

    /**
     * The conversation as it is now, for expectations of one's own.
     *
     * @return the conversation
     */
    public Conversation conversation() {
        return governance.conversations().get(ID);
    }

    /**
     * The front door, for steps of one's own.
     *
     * @return the front door
     */
    public ChatGovernance governance() {
        return governance;
    }

    /**
     * The clock of the scenario.
     *
     * @return the clock
     */
    public MutableClock clock() {
        return clock;
    }

    /**
     * What was decided in the latest step.
     *
     * @return the decisions, in order
     */
    public List<Decision> decisions() {
        return List.copyOf(decisions);
    }

    private Ticket ticket() {
        Ticket current = ticket;
        boolean used = current == null
                || (conversation().ai().ticket() == null
                        && conversation().control().letsAiSpeak());
        Ticket next = used ? governance.requestTicket(ID).orElse(current) : current;
        if (next == null) {
            throw new AssertionError("the AI is not wanted: " + conversation().control());
        }
        ticket = next;
        return next;
    }

    private void begin() {
        decisions.clear();
        texts.clear();
    }

    private Scenario end(TurnResult result) {
        result.texts().forEach(text -> texts.add(text.content()));
        return this;
    }

    private Scenario end(PersonResult result) {
        return end(result.won().orElseThrow(() -> new AssertionError("the step was lost: " + result)));
    }

    private Scenario expect(String what, boolean holds) {
        if (!holds) {
            throw new AssertionError("expected " + what + ", but decided " + decisions + ", said " + texts
                    + ", conversation " + conversation());
        }
        return this;
    }
}
