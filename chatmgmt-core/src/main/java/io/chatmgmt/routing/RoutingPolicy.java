package io.chatmgmt.routing;

import io.chatmgmt.conversation.Customer;
import io.chatmgmt.conversation.Priority;
import io.chatmgmt.conversation.TimeLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Who takes it: the part of the policy that the queue and the router follow. Immutable; ranges are checked when the whole
 * policy is built.
 *
 * @param queues the queues, each with the skill that its agents need (empty for none)
 * @param defaultQueue where everything goes that has no queue of its own
 * @param topicQueues the queue of each topic; other topics go to the default queue
 * @param headStart how much earlier than it came work of a priority counts; may be negative
 * @param vipHeadStart how much more for valued customers
 * @param strategy how the next agent is chosen
 * @param offerTimeout how long an agent has to answer an offer
 * @param refusalCoolDown how long an agent who refused is left out for the same work; doubles with every refusal
 * @param maxRefusalCoolDown the most that it grows to
 * @param awayAfterMisses after how many missed offers in a row an agent counts as away
 * @param chatWeight how many units of an agent's capacity a conversation takes
 * @param channelWeights how many it takes on the channels that are not like the others
 * @param capacity how many units an agent has who inherits
 * @param heartbeat how long an agent counts as alive after a heartbeat
 * @param joinOverCapacity whether a person may step in beyond their own capacity
 * @param lookAhead how many waiting conversations of a queue are looked at, so that one that is hard to place does not
 *     block the others
 * @param queueRules how queues work, where not like {@link QueueRule#DEFAULT}
 * @param teams how teams work, where not like {@link TeamRule#DEFAULT}
 * @param rules what the house promises on the way to a person
 */
public record RoutingPolicy(
        Map<String, String> queues,
        String defaultQueue,
        Map<String, String> topicQueues,
        Map<Priority, Duration> headStart,
        Duration vipHeadStart,
        RoutingStrategy strategy,
        Duration offerTimeout,
        Duration refusalCoolDown,
        Duration maxRefusalCoolDown,
        int awayAfterMisses,
        int chatWeight,
        Map<String, Integer> channelWeights,
        int capacity,
        TimeLimit heartbeat,
        OverCapacity joinOverCapacity,
        int lookAhead,
        Map<String, QueueRule> queueRules,
        Map<String, TeamRule> teams,
        HandoffRules rules) {

    /** Whether a person may step in beyond their own capacity. */
    public enum OverCapacity {
        /** Yes. */
        ALLOW,
        /** Yes, and the conversation is flagged. */
        WARN,
        /** No. */
        DENY
    }

    /** Checks for nulls and copies. */
    public RoutingPolicy {
        queues = Map.copyOf(queues);
        Objects.requireNonNull(defaultQueue, "defaultQueue");
        topicQueues = Map.copyOf(topicQueues);
        headStart = Map.copyOf(headStart);
        Objects.requireNonNull(vipHeadStart, "vipHeadStart");
        Objects.requireNonNull(strategy, "strategy");
        channelWeights = Map.copyOf(channelWeights);
        Objects.requireNonNull(offerTimeout, "offerTimeout");
        Objects.requireNonNull(refusalCoolDown, "refusalCoolDown");
        Objects.requireNonNull(maxRefusalCoolDown, "maxRefusalCoolDown");
        Objects.requireNonNull(heartbeat, "heartbeat");
        Objects.requireNonNull(joinOverCapacity, "joinOverCapacity");
        queueRules = Map.copyOf(queueRules);
        teams = Map.copyOf(teams);
        Objects.requireNonNull(rules, "rules");
    }

    /**
     * Four queues with a skill each, and the numbers of the product.
     *
     * @return the default policy
     */
    public static RoutingPolicy ofDefaults() {
        return new RoutingPolicy(
                Map.of("general", "general", "technical", "technical", "billing", "billing", "sales", "sales"),
                "general",
                Map.of(
                        "technical", "technical",
                        "security", "technical",
                        "billing", "billing",
                        "billing_dispute", "billing",
                        "refund", "billing",
                        "sales", "sales"),
                Map.of(
                        Priority.URGENT, Duration.ofMinutes(60),
                        Priority.HIGH, Duration.ofMinutes(20),
                        Priority.NORMAL, Duration.ZERO,
                        Priority.LOW, Duration.ofMinutes(-10)),
                Duration.ofMinutes(15),
                RoutingStrategy.LEAST_LOADED,
                Duration.ofSeconds(30),
                Duration.ofSeconds(20),
                Duration.ofMinutes(5),
                2,
                20,
                Map.of(),
                100,
                TimeLimit.of(Duration.ofSeconds(45)),
                OverCapacity.WARN,
                50,
                Map.of(),
                Map.of(),
                HandoffRules.DEFAULT);
    }

    /**
     * A builder that starts from the defaults.
     *
     * @return a new builder
     */
    public static RoutingPolicyBuilder builder() {
        return ofDefaults().toBuilder();
    }

    /**
     * A builder that starts from this policy.
     *
     * @return a new builder
     */
    public RoutingPolicyBuilder toBuilder() {
        return new RoutingPolicyBuilder(this);
    }

    /**
     * The queue of a topic.
     *
     * @param topic the topic's code, empty when unknown
     * @return the topic's queue, or the default one
     */
    public String queueOf(String topic) {
        return topicQueues.getOrDefault(topic, defaultQueue);
    }

    /**
     * How a queue works.
     *
     * @param queue its name
     * @return its rule, or the default one
     */
    public QueueRule rule(String queue) {
        return queueRules.getOrDefault(queue, QueueRule.DEFAULT);
    }

    /**
     * How a team works.
     *
     * @param team its name
     * @return its rule, or the default one
     */
    public TeamRule team(String team) {
        return teams.getOrDefault(team, TeamRule.DEFAULT);
    }

    /**
     * How much of an agent's capacity a conversation takes. An agent who may hold 100 units has room for five chats of
     * 20, ten of 10, or one call of 100.
     *
     * @param channel where the customer writes, the host's name of it
     * @return units, at least 1
     */
    public int weightOf(String channel) {
        return channelWeights.getOrDefault(channel, chatWeight);
    }

    /**
     * The least that any conversation takes of an agent's capacity: who has no room for that much has none at all.
     *
     * @return units, at least 1
     */
    public int leastWeight() {
        int least = chatWeight;
        for (int weight : channelWeights.values()) {
            least = Math.min(least, weight);
        }
        return least;
    }

    /**
     * How much an agent may hold: what they have themselves, else what their teams give, else what the queues give that
     * they work on, else what the house gives. Of several teams or queues the smallest limit counts.
     *
     * @param profile the agent
     * @return units, {@link Integer#MAX_VALUE} for no limit
     */
    public int limitOf(AgentProfile profile) {
        if (!(profile.capacity() instanceof Capacity.Inherit)) {
            return profile.capacity().units(capacity);
        }
        List<Capacity> limits = new ArrayList<>();
        profile.teams().forEach(team -> limits.add(team(team).capacity()));
        if (limits.stream().allMatch(Capacity.Inherit.class::isInstance)) {
            limits.clear();
            queueRules.forEach((queue, rule) -> {
                String skill = queues.getOrDefault(queue, "");
                if (skill.isEmpty() || profile.skills().containsKey(skill)) {
                    limits.add(rule.capacity());
                }
            });
        }
        return limits.stream()
                .filter(limit -> !(limit instanceof Capacity.Inherit))
                .mapToInt(limit -> limit.units(capacity))
                .min()
                .orElse(capacity);
    }

    /**
     * The place of a conversation in its queue: a key that never changes while it waits, so that no index has to be
     * sorted again. Nobody is overtaken by work that arrives later than the difference of the head starts.
     *
     * @param enqueuedAt since when it waits
     * @param priority how urgent it is
     * @param standing how the host values the customer
     * @return the key; the smallest is served first
     */
    public Instant orderKey(Instant enqueuedAt, Priority priority, Customer.Standing standing) {
        Instant key = enqueuedAt.minus(headStart.getOrDefault(priority, Duration.ZERO));
        return standing == Customer.Standing.VIP ? key.minus(vipHeadStart) : key;
    }

    /**
     * For how long an agent is left out after refusals of the same work.
     *
     * @param times how often in a row, at least 1
     * @return the cool-down
     */
    public Duration coolDownAfter(int times) {
        Duration coolDown = refusalCoolDown;
        for (int i = 1; i < times && coolDown.compareTo(maxRefusalCoolDown) < 0; i++) {
            coolDown = coolDown.multipliedBy(2);
        }
        return coolDown.compareTo(maxRefusalCoolDown) > 0 ? maxRefusalCoolDown : coolDown;
    }
}
