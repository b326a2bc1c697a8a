package io.chatmgmt.governance;

import io.chatmgmt.access.AccessPolicy;
import io.chatmgmt.escalation.Ear;
import io.chatmgmt.escalation.EscalationTrigger;
import io.chatmgmt.escalation.EscalationTriggers;
import io.chatmgmt.policy.GovernancePolicy;
import io.chatmgmt.policy.PolicySource;
import io.chatmgmt.quality.QualityScorer;
import io.chatmgmt.routing.AgentOrder;
import io.chatmgmt.routing.OpeningHours;
import io.chatmgmt.store.GovernanceStore;
import io.chatmgmt.store.memory.InMemoryStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds a {@link ChatGovernance}. Not thread-safe; what is built keeps copies. */
public final class ChatGovernanceBuilder {

    private @Nullable GovernanceStore store;
    private @Nullable InstantSource clock;
    private PolicySource policies = PolicySource.fixed(GovernancePolicy.ofDefaults());
    private final List<EscalationTrigger> triggers = new ArrayList<>(EscalationTriggers.defaults());
    private @Nullable Ear ear;
    private AccessPolicy access = AccessPolicy.byRole();
    private final List<GovernanceListener> listeners = new ArrayList<>();
    private @Nullable Outbound outbound;
    private @Nullable Notifier notifier;
    private QualityScorer scorer = QualityScorer.builtIn();
    private TransactionHook transactions = TransactionHook.NONE;
    private OpeningHours hours = OpeningHours.ALWAYS;
    private @Nullable AgentOrder order;
    private @Nullable Summarizer summarizer;

    ChatGovernanceBuilder() {}

    /**
     * Where conversations are kept; in memory by default.
     *
     * @param store the store
     * @return this
     */
    public ChatGovernanceBuilder store(GovernanceStore store) {
        this.store = Objects.requireNonNull(store, "store");
        return this;
    }

    /**
     * Where time comes from; a {@link SteadyClock} by default. Only microseconds count.
     *
     * @param clock the clock
     * @return this
     */
    public ChatGovernanceBuilder clock(InstantSource clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
        return this;
    }

    /**
     * The policy for all tenants; the product's defaults by default.
     *
     * @param policy the policy
     * @return this
     */
    public ChatGovernanceBuilder policy(GovernancePolicy policy) {
        return policies(PolicySource.fixed(policy));
    }

    /**
     * Which policy holds for which tenant and when.
     *
     * @param policies the source
     * @return this
     */
    public ChatGovernanceBuilder policies(PolicySource policies) {
        this.policies = Objects.requireNonNull(policies, "policies");
        return this;
    }

    /**
     * One more escalation trigger, asked after those before it.
     *
     * @param trigger the trigger
     * @return this
     */
    public ChatGovernanceBuilder trigger(EscalationTrigger trigger) {
        triggers.add(Objects.requireNonNull(trigger, "trigger"));
        return this;
    }

    /**
     * Exactly these escalation triggers, in place of the built-in ones.
     *
     * @param triggers the triggers, in the order in which they are asked
     * @return this
     */
    public ChatGovernanceBuilder triggers(List<EscalationTrigger> triggers) {
        this.triggers.clear();
        this.triggers.addAll(triggers);
        return this;
    }

    /**
     * What listens to the messages; the built-in detectors in all their languages by default.
     *
     * @param ear the detectors
     * @return this
     */
    public ChatGovernanceBuilder ear(Ear ear) {
        this.ear = Objects.requireNonNull(ear, "ear");
        return this;
    }

    /**
     * Who may do what; by role by default.
     *
     * @param access the policy
     * @return this
     */
    public ChatGovernanceBuilder access(AccessPolicy access) {
        this.access = Objects.requireNonNull(access, "access");
        return this;
    }

    /**
     * One more listener.
     *
     * @param listener hears what has been committed
     * @return this
     */
    public ChatGovernanceBuilder listener(GovernanceListener listener) {
        listeners.add(Objects.requireNonNull(listener, "listener"));
        return this;
    }

    /**
     * The way to the customer for texts that no caller waits for; without one they wait at the {@link Outbox}.
     *
     * @param outbound the port
     * @return this
     */
    public ChatGovernanceBuilder outbound(Outbound outbound) {
        this.outbound = Objects.requireNonNull(outbound, "outbound");
        return this;
    }

    /**
     * The way to the people of the support team; nobody is told by default.
     *
     * @param notifier the port
     * @return this
     */
    public ChatGovernanceBuilder notifier(Notifier notifier) {
        this.notifier = Objects.requireNonNull(notifier, "notifier");
        return this;
    }

    /**
     * The calendars of queues and agents; everything is open day and night by default.
     *
     * @param hours the calendars
     * @return this
     */
    public ChatGovernanceBuilder hours(OpeningHours hours) {
        this.hours = Objects.requireNonNull(hours, "hours");
        return this;
    }

    /**
     * The host's own way to choose the next agent, for policies whose strategy is {@link
     * io.chatmgmt.routing.RoutingStrategy#CUSTOM}.
     *
     * @param order the order
     * @return this
     */
    public ChatGovernanceBuilder agentOrder(AgentOrder order) {
        this.order = Objects.requireNonNull(order, "order");
        return this;
    }

    /**
     * What scores the quality of conversations; the built-in scorer by default.
     *
     * @param scorer the scorer
     * @return this
     */
    public ChatGovernanceBuilder qualityScorer(QualityScorer scorer) {
        this.scorer = Objects.requireNonNull(scorer, "scorer");
        return this;
    }

    /**
     * What summarises a conversation for the person who takes it over; nothing by default.
     *
     * @param summarizer the summarizer
     * @return this
     */
    public ChatGovernanceBuilder summarizer(Summarizer summarizer) {
        this.summarizer = Objects.requireNonNull(summarizer, "summarizer");
        return this;
    }

    /**
     * How to wait for the host's transactions; by default there are none.
     *
     * @param transactions the hook
     * @return this
     */
    public ChatGovernanceBuilder transactions(TransactionHook transactions) {
        this.transactions = Objects.requireNonNull(transactions, "transactions");
        return this;
    }

    /**
     * Builds the front door.
     *
     * @return a new instance
     * @throws IllegalArgumentException when two triggers have the same code
     */
    public ChatGovernance build() {
        Set<String> codes = new HashSet<>();
        for (EscalationTrigger trigger : triggers) {
            if (!codes.add(trigger.code())) {
                throw new IllegalArgumentException("two triggers have the code " + trigger.code());
            }
        }
        OpeningHours steady = new SteadyHours(hours);
        GovernanceStore kept = store == null ? InMemoryStore.ofDefaults() : store;
        return new ChatGovernance(new Kernel(
                kept,
                clock == null ? SteadyClock.system() : clock,
                policies,
                List.copyOf(triggers),
                ear == null ? Ear.ofDefaults() : ear,
                access,
                new Announcer(listeners, outbound, notifier, transactions),
                new House(kept, steady, new Waits()),
                steady,
                order,
                scorer,
                summarizer));
    }
}
