package io.chatmgmt.governance;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.FilterCount;
import io.chatmgmt.conversation.Handoff;
import io.chatmgmt.conversation.HandoffEvent;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.RoutingFilter;
import io.chatmgmt.routing.Arrival;
import io.chatmgmt.routing.Candidates;
import io.chatmgmt.routing.Candidates.Candidate;
import io.chatmgmt.routing.Demand;
import io.chatmgmt.routing.QueueView;
import io.chatmgmt.routing.RoutingPolicy;
import io.chatmgmt.routing.Work;
import io.chatmgmt.store.PlaceInLine;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Why a conversation is still waiting, why an agent was chosen, and how long it takes: as data, and as a sentence.
 * Thread-safe.
 */
public final class Explanations {

    private static final int PAGE = 500;

    private final Kernel kernel;

    Explanations(Kernel kernel) {
        this.kernel = kernel;
    }

    /**
     * Why a conversation is still waiting.
     *
     * @param candidates every agent with the filter that leaves them out at the moment, those who could take it first
     * @param rejected how many agents each filter leaves out
     * @param demand what the conversation asks for at the moment
     * @param rung how much it has given up by now
     * @param position its place in line, 1 for the next one
     * @param asOf when this was looked up
     */
    public record StillWaiting(
            List<Candidate> candidates,
            Map<RoutingFilter, Integer> rejected,
            Demand demand,
            int rung,
            int position,
            Instant asOf) {

        /** Copies. */
        public StillWaiting {
            candidates = List.copyOf(candidates);
            rejected = Map.copyOf(rejected);
        }

        /**
         * The same in a sentence.
         *
         * @return English, for people of the support team
         */
        public String sentence() {
            long able = candidates.stream().filter(Candidate::isEligible).count();
            StringBuilder sentence = new StringBuilder("Number ")
                    .append(position)
                    .append(" in ")
                    .append(demand.queue())
                    .append(": ");
            if (candidates.isEmpty()) {
                return sentence.append("nobody works here yet.").toString();
            }
            sentence.append(able).append(" of ").append(candidates.size()).append(" agents could take it");
            String separator = "; ";
            for (RoutingFilter filter : RoutingFilter.values()) {
                Integer count = rejected.get(filter);
                if (count != null) {
                    sentence.append(separator).append(count).append(' ').append(words(filter));
                    separator = ", ";
                }
            }
            return sentence.append('.').toString();
        }

        private static String words(RoutingFilter filter) {
            return switch (filter) {
                case ROLE -> "are there for other things";
                case TEAM -> "are not of the team";
                case SKILL -> "lack the skill";
                case LANGUAGE -> "do not speak the language";
                case REGION -> "do not look after the region";
                case STATUS -> "are busy, away or offline";
                case PRESENCE -> "are out of their hours or have lost the connection";
                case CAPACITY -> "have no room";
                case COOL_DOWN -> "declined it a moment ago";
            };
        }
    }

    /**
     * Why an agent was chosen.
     *
     * @param offered the offer, with the figures of the choice
     * @param policyVersion the policy that chose
     * @param at when
     */
    public record Chosen(HandoffEvent.Offered offered, String policyVersion, Instant at) {

        /**
         * The same in a sentence.
         *
         * @return English, for people of the support team
         */
        public String sentence() {
            AgentId runnerUp = offered.choice().runnerUp();
            int left = 0;
            for (FilterCount each : offered.choice().rejected()) {
                left += each.agents();
            }
            return offered.offer().agent().value() + " was chosen by "
                    + offered.choice().strategy() + " among "
                    + offered.choice().candidates()
                    + (offered.choice().candidates() == 1 ? " candidate" : " candidates")
                    + (runnerUp == null ? "" : ", before " + runnerUp.value())
                    + (left == 0 ? "." : "; " + left + " could not take it.");
        }
    }

    /**
     * Why a conversation is still waiting.
     *
     * @param id which
     * @return empty when it does not wait for an offer
     */
    public Optional<StillWaiting> whyWaiting(ConversationId id) {
        return waiting(id).map(row -> {
            Instant now = kernel.now();
            RoutingPolicy policy = policy(row, now);
            Handoff handoff = handoff(row);
            Work work = Work.of(policy, row, handoff, now);
            List<Candidate> candidates =
                    Candidates.of(policy, kernel.order(), work, kernel.store().agents(id.tenant()), now);
            Map<RoutingFilter, Integer> rejected = new EnumMap<>(RoutingFilter.class);
            for (Candidate each : candidates) {
                RoutingFilter filter = each.rejectedBy();
                if (filter != null) {
                    rejected.merge(filter, 1, Integer::sum);
                }
            }
            int ahead = kernel.store().waiting(id.tenant(), handoff.queue(), PlaceInLine.of(row), House.MAX_AHEAD);
            return new StillWaiting(candidates, rejected, work.demand(), work.rung(), ahead + 1, now);
        });
    }

    /**
     * Why the latest offer of a conversation went to its agent.
     *
     * @param id which
     * @return empty when it was never offered to anybody
     */
    public Optional<Chosen> whyChosen(ConversationId id) {
        Chosen latest = null;
        long after = 0;
        List<JournalRow> page = kernel.store().journal(id, after, PAGE);
        while (!page.isEmpty()) {
            for (JournalRow row : page) {
                HandoffEvent.Offered offered =
                        row.find(HandoffEvent.Offered.class).orElse(null);
                latest = offered == null ? latest : new Chosen(offered, row.policyVersion(), row.at());
                after = row.version();
            }
            page = kernel.store().journal(id, after, PAGE);
        }
        return Optional.ofNullable(latest);
    }

    /**
     * Whether what customers of a queue were told about their wait came true.
     *
     * @param tenant whose
     * @param queue which queue
     * @return what this node has seen
     */
    public WaitAccuracy accuracy(String tenant, String queue) {
        return kernel.house().waits().accuracy(tenant, queue);
    }

    /**
     * What somebody who comes to the end of a queue now finds there, whatever language they speak.
     *
     * @param tenant whose
     * @param queue which queue
     * @return how many wait, who is there, and how long it takes
     */
    public QueueView queue(String tenant, String queue) {
        Instant now = kernel.now();
        RoutingPolicy policy = kernel.policy(tenant, now).routing();
        return kernel.house().queue(tenant, policy, queue, new Arrival("", "", policy.chatWeight(), now), null, now);
    }

    /**
     * Where a waiting conversation stands, and how long it takes from here.
     *
     * @param id which
     * @return empty when it does not wait; a view without a range while nobody is there
     */
    public Optional<QueueView> place(ConversationId id) {
        return waiting(id).map(row -> {
            Instant now = kernel.now();
            RoutingPolicy policy = policy(row, now);
            return kernel.house().place(row, handoff(row), policy, now);
        });
    }

    private Optional<Conversation> waiting(ConversationId id) {
        return kernel.store().find(id).filter(row -> {
            Handoff handoff = row.handoff();
            return handoff != null && handoff.isWaiting();
        });
    }

    private static Handoff handoff(Conversation row) {
        return Objects.requireNonNull(row.handoff(), "handoff");
    }

    private RoutingPolicy policy(Conversation row, Instant now) {
        return kernel.policy(row.id().tenant(), now).routing();
    }
}
