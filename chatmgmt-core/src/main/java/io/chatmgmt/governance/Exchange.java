package io.chatmgmt.governance;

import io.chatmgmt.conversation.Actor;
import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Call;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Handoff;
import io.chatmgmt.conversation.HandoffState;
import io.chatmgmt.conversation.SlotChange;
import io.chatmgmt.lifecycle.RoutingInput;
import io.chatmgmt.policy.GovernancePolicy;
import io.chatmgmt.routing.Acceptance;
import io.chatmgmt.routing.Agent;
import io.chatmgmt.routing.Candidates;
import io.chatmgmt.routing.QueueRule;
import io.chatmgmt.routing.RoutingIndex;
import io.chatmgmt.routing.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the waiting conversations and the agents of one tenant meet on this node. News are queued and worked off by
 * whichever thread finds nobody at it: nobody ever waits here, and what comes in meanwhile is done in the same go. What
 * is known here is a view of the store that claims correct. Thread-safe.
 */
final class Exchange {

    private static final Logger log = LoggerFactory.getLogger(Exchange.class);

    /** How old the view may be before what other nodes did is looked up, once nothing else leads to a match. */
    private static final Duration MAX_AGE = Duration.ofSeconds(5);

    private static final int VIEW = 100_000;
    private static final int MAX_CLAIMS = 16;

    private final String tenant;
    private final Kernel kernel;
    private final CommandRunner runner;
    private final Queue<Runnable> news = new ConcurrentLinkedQueue<>();
    private final AtomicInteger pending = new AtomicInteger();

    /** Who is working off the news, so that it need not be told of its own claims. */
    private volatile @Nullable Thread worker;

    private @Nullable ConversationId claiming;
    private @Nullable RoutingIndex index;
    private @Nullable GovernancePolicy policy;
    private Instant seenAt = Instant.MIN;

    Exchange(String tenant, Kernel kernel, CommandRunner runner) {
        this.tenant = tenant;
        this.kernel = kernel;
        this.runner = runner;
    }

    /** Takes note of a commit that moved a conversation within the queues, or changed the slots of agents. */
    void committed(Conversation row, List<SlotChange> slots) {
        List<AgentId> freed = freed(slots);
        if (freed.isEmpty() && worker == Thread.currentThread() && row.id().equals(claiming)) {
            return;
        }
        tell(() -> {
            for (int i = 0; i < slots.size(); i++) {
                see(slots.get(i).agent());
            }
            see(row);
            freed.forEach(this::employ);
        });
    }

    private static List<AgentId> freed(List<SlotChange> slots) {
        List<AgentId> freed = List.of();
        for (int i = 0; i < slots.size(); i++) {
            if (slots.get(i) instanceof SlotChange.Release release) {
                freed = freed.isEmpty() ? new ArrayList<>(2) : freed;
                freed.add(release.agent());
            }
        }
        return freed;
    }

    void agentChanged(AgentId agent) {
        tell(() -> {
            see(agent);
            employ(agent);
        });
    }

    /** Looks at everything again; returns how many matches that led to, 0 when another thread does it meanwhile. */
    int catchUp() {
        int[] caught = new int[1];
        tell(() -> {
            boolean current = policy != null && policy.version().equals(policy().version());
            load();
            int matched = employAll();
            caught[0] = current ? matched : 0;
        });
        return caught[0];
    }

    private void tell(Runnable what) {
        news.add(what);
        if (pending.getAndIncrement() > 0) {
            return;
        }
        int done = 1;
        do {
            worker = Thread.currentThread();
            work();
            worker = null;
            done = pending.addAndGet(-done);
        } while (done > 0);
    }

    private void work() {
        for (Runnable next = news.poll(); next != null; next = news.poll()) {
            try {
                next.run();
            } catch (RuntimeException e) {
                index = null;
                log.warn("matching failed for tenant {}; the next news or sweep tries again", tenant, e);
            }
        }
    }

    private GovernancePolicy policy() {
        return kernel.policy(tenant, kernel.now());
    }

    /** The view under the policy that holds now; a new policy means a new view, and everything is tried again. */
    private RoutingIndex index() {
        RoutingIndex known = index;
        GovernancePolicy holds = policy();
        if (known != null && policy != null && policy.version().equals(holds.version())) {
            return known;
        }
        boolean isNews = policy != null;
        RoutingIndex fresh = load();
        if (isNews) {
            employAll();
        }
        return fresh;
    }

    private RoutingIndex load() {
        Instant now = kernel.now();
        GovernancePolicy holds = kernel.policy(tenant, now);
        RoutingIndex fresh = new RoutingIndex(holds.routing(), kernel.order());
        policy = holds;
        index = fresh;
        seenAt = now;
        for (Agent agent : kernel.store().agents(tenant)) {
            fresh.put(agent, now);
        }
        for (String queue : kernel.store().queues(tenant)) {
            for (Conversation row : kernel.store().queued(tenant, queue, VIEW)) {
                see(fresh, row, now);
            }
        }
        return fresh;
    }

    private int employAll() {
        RoutingIndex view = index == null ? load() : index;
        List<Work> waiting = new ArrayList<>(view.waiting());
        Collections.sort(waiting);
        int matched = 0;
        for (Work work : waiting) {
            if (rule(work).offers() == QueueRule.Offers.DIRECT) {
                matched += place(view, work) ? 1 : 0;
            } else if (rule(work).offers() == QueueRule.Offers.BROADCAST) {
                call(work);
            }
        }
        return matched;
    }

    private void see(AgentId id) {
        RoutingIndex view = index();
        kernel.store().findAgent(id).ifPresent(agent -> {
            view.put(agent, kernel.now());
            kernel.house().saw(agent);
        });
    }

    private void see(Conversation row) {
        RoutingIndex view = index();
        Work work = see(view, row, kernel.now());
        if (work != null && rule(work).offers() == QueueRule.Offers.BROADCAST) {
            call(work);
        } else if (work != null && !place(view, work) && isOld()) {
            refreshAgents(view);
            place(view, work);
        }
    }

    private @Nullable Work see(RoutingIndex view, Conversation row, Instant now) {
        Handoff handoff = row.handoff();
        if (handoff == null || handoff.state() != HandoffState.QUEUED || policy == null) {
            view.remove(row.id(), row.version());
            return null;
        }
        Work work = Work.of(policy.routing(), row, handoff, now);
        return view.put(work) ? work : null;
    }

    private QueueRule rule(Work work) {
        return policy().routing().rule(work.handoff().queue());
    }

    /** Shows work to all who could take it, unless it is shown to somebody already. */
    private void call(Work work) {
        if (work.handoff().call() != null || rule(work).state() == QueueRule.State.CLOSED) {
            return;
        }
        List<AgentId> able = new ArrayList<>();
        for (Candidates.Candidate candidate : Candidates.of(
                policy().routing(), kernel.order(), work, kernel.store().agents(tenant), kernel.now())) {
            if (candidate.isEligible() && able.size() < Call.MAX_AGENTS) {
                able.add(candidate.id());
            }
        }
        if (!able.isEmpty()) {
            runner.run(
                    work.id(),
                    Actor.SYSTEM,
                    null,
                    new RoutingInput.Calls(work.handoff().number(), able));
        }
    }

    /** Somebody came, or has room: work that is shown to nobody can be shown to them. */
    private void callAgain(RoutingIndex view) {
        for (Work work : view.waiting()) {
            if (work.handoff().call() == null && rule(work).offers() == QueueRule.Offers.BROADCAST) {
                call(work);
            }
        }
    }

    private boolean broadcasts() {
        return policy().routing().queueRules().values().stream()
                .anyMatch(rule -> rule.offers() == QueueRule.Offers.BROADCAST);
    }

    private boolean isOld() {
        Instant now = kernel.now();
        return now.isBefore(seenAt) || !now.isBefore(seenAt.plus(MAX_AGE));
    }

    private void refreshAgents(RoutingIndex view) {
        Instant now = kernel.now();
        seenAt = now;
        kernel.store().agents(tenant).forEach(agent -> view.put(agent, now));
    }

    /** Work that other nodes have queued since. */
    private void refreshWork(RoutingIndex view) {
        Instant now = kernel.now();
        seenAt = now;
        int limit = policy().routing().lookAhead();
        for (String queue : kernel.store().queues(tenant)) {
            kernel.store().queued(tenant, queue, limit).forEach(row -> see(view, row, now));
        }
    }

    /** Offers an agent as much as they can take. */
    private void employ(AgentId id) {
        RoutingIndex view = index();
        boolean refreshed = false;
        if (broadcasts()) {
            callAgain(view);
        }
        for (int claims = 0; claims < VIEW; claims++) {
            Work work = view.next(id, kernel.now()).orElse(null);
            if (work == null) {
                boolean idle = view.agent(id)
                        .filter(agent -> agent.isRoutable(kernel.now()) && agent.hasRoomFor(1))
                        .isPresent();
                if (refreshed || !idle || !isOld()) {
                    return;
                }
                refreshed = true;
                refreshWork(view);
            } else if (!claim(view, work, new RoutingIndex.Placement(agentOf(view, id), view.explain(work, id)))) {
                if (view.next(id, kernel.now()).filter(work::equals).isPresent()) {
                    return;
                }
            }
        }
    }

    private static Agent agentOf(RoutingIndex view, AgentId id) {
        return view.agent(id).orElseThrow(() -> new AgentNotFoundException(id));
    }

    /** Offers one conversation to the best agent who can be claimed. */
    private boolean place(RoutingIndex view, Work work) {
        QueueRule rule = rule(work);
        if (rule.offers() != QueueRule.Offers.DIRECT || rule.state() == QueueRule.State.CLOSED) {
            return false;
        }
        for (int claims = 0; claims < MAX_CLAIMS; claims++) {
            Optional<RoutingIndex.Placement> placement = view.choose(work, kernel.now());
            if (placement.isEmpty()) {
                return false;
            }
            if (claim(view, work, placement.get())) {
                return true;
            }
            if (!view.knows(work)) {
                return false;
            }
        }
        return false;
    }

    /** The name to introduce an agent by who is not asked; null when they are. */
    private @Nullable String acceptedAs(Work work, Agent agent) {
        boolean asked =
                agent.profile().acceptance() == Acceptance.ASKED && rule(work).acceptance() == Acceptance.ASKED;
        return asked ? null : agent.profile().name();
    }

    /** Claims at the store; whatever the answer is, the view is right about both afterwards. */
    private boolean claim(RoutingIndex view, Work work, RoutingIndex.Placement placement) {
        AgentId agent = placement.agent().id();
        claiming = work.id();
        CommandRunner.Answer answer;
        try {
            answer = runner.run(
                    work.id(),
                    Actor.SYSTEM,
                    null,
                    new RoutingInput.Offers(
                            work.handoff().number(), agent, placement.choice(), acceptedAs(work, placement.agent())));
        } catch (RuntimeException e) {
            view.remove(work.id(), work.version());
            throw e;
        } finally {
            claiming = null;
        }
        Instant now = kernel.now();
        kernel.store().findAgent(agent).ifPresent(current -> {
            view.put(current, now);
            kernel.house().saw(current);
        });
        if (!(answer instanceof CommandRunner.Answer.NoSlot)) {
            kernel.store()
                    .find(work.id())
                    .ifPresentOrElse(row -> see(view, row, now), () -> view.remove(work.id(), Long.MAX_VALUE));
        }
        return answer instanceof CommandRunner.Answer.Done;
    }
}
