package io.chatmgmt.routing;

import io.chatmgmt.conversation.Priority;
import io.chatmgmt.conversation.TimeLimit;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Changes who takes it. Ranges are checked when the whole policy is built. Not thread-safe.
 */
public final class RoutingPolicyBuilder {

    private final Map<String, String> queues;
    private String defaultQueue;
    private final Map<String, String> topicQueues;
    private final Map<Priority, Duration> headStart;
    private Duration vipHeadStart;
    private RoutingStrategy strategy;
    private Duration offerTimeout;
    private Duration refusalCoolDown;
    private Duration maxRefusalCoolDown;
    private int awayAfterMisses;
    private int chatWeight;
    private final Map<String, Integer> channelWeights;
    private int capacity;
    private TimeLimit heartbeat;
    private RoutingPolicy.OverCapacity joinOverCapacity;
    private int lookAhead;
    private final Map<String, QueueRule> queueRules;
    private final Map<String, TeamRule> teams;
    private HandoffRules rules;

    RoutingPolicyBuilder(RoutingPolicy start) {
        queues = new HashMap<>(start.queues());
        defaultQueue = start.defaultQueue();
        topicQueues = new HashMap<>(start.topicQueues());
        headStart = new HashMap<>(start.headStart());
        vipHeadStart = start.vipHeadStart();
        strategy = start.strategy();
        offerTimeout = start.offerTimeout();
        refusalCoolDown = start.refusalCoolDown();
        maxRefusalCoolDown = start.maxRefusalCoolDown();
        awayAfterMisses = start.awayAfterMisses();
        chatWeight = start.chatWeight();
        channelWeights = new HashMap<>(start.channelWeights());
        capacity = start.capacity();
        heartbeat = start.heartbeat();
        joinOverCapacity = start.joinOverCapacity();
        lookAhead = start.lookAhead();
        queueRules = new HashMap<>(start.queueRules());
        teams = new HashMap<>(start.teams());
        rules = start.rules();
    }

    /**
     * Adds a queue, or changes its skill.
     *
     * @param name its name
     * @param skill what its agents must be able to do, empty for nothing in particular
     * @return this
     */
    public RoutingPolicyBuilder queue(String name, String skill) {
        queues.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(skill, "skill"));
        return this;
    }

    /**
     * Removes all queues and the topics' ways to them, so that a host can name its own.
     *
     * @return this
     */
    public RoutingPolicyBuilder withoutQueues() {
        queues.clear();
        topicQueues.clear();
        queueRules.clear();
        return this;
    }

    /**
     * Sets where everything goes that has no queue of its own.
     *
     * @param defaultQueue one of the queues, {@code general} by default
     * @return this
     */
    public RoutingPolicyBuilder defaultQueue(String defaultQueue) {
        this.defaultQueue = Objects.requireNonNull(defaultQueue, "defaultQueue");
        return this;
    }

    /**
     * Sets the queue of a topic.
     *
     * @param topic its code
     * @param queue one of the queues
     * @return this
     */
    public RoutingPolicyBuilder topicQueue(String topic, String queue) {
        topicQueues.put(Objects.requireNonNull(topic, "topic"), Objects.requireNonNull(queue, "queue"));
        return this;
    }

    /**
     * Lets a topic go to the default queue.
     *
     * @param topic its code
     * @return this
     */
    public RoutingPolicyBuilder withoutTopicQueue(String topic) {
        topicQueues.remove(topic);
        return this;
    }

    /**
     * Sets how much earlier than it came work of a priority counts.
     *
     * @param priority the priority
     * @param headStart may be negative; 60, 20, 0 and -10 min by default, from urgent to low
     * @return this
     */
    public RoutingPolicyBuilder headStart(Priority priority, Duration headStart) {
        this.headStart.put(
                Objects.requireNonNull(priority, "priority"), Objects.requireNonNull(headStart, "headStart"));
        return this;
    }

    /**
     * Sets how much more head start valued customers have.
     *
     * @param vipHeadStart zero for none, 15 min by default
     * @return this
     */
    public RoutingPolicyBuilder vipHeadStart(Duration vipHeadStart) {
        this.vipHeadStart = Objects.requireNonNull(vipHeadStart, "vipHeadStart");
        return this;
    }

    /**
     * Sets how the next agent is chosen.
     *
     * @param strategy {@link RoutingStrategy#LEAST_LOADED} by default
     * @return this
     */
    public RoutingPolicyBuilder strategy(RoutingStrategy strategy) {
        this.strategy = Objects.requireNonNull(strategy, "strategy");
        return this;
    }

    /**
     * Sets how long an agent has to answer an offer.
     *
     * @param offerTimeout greater than zero, 30 s by default
     * @return this
     */
    public RoutingPolicyBuilder offerTimeout(Duration offerTimeout) {
        this.offerTimeout = Objects.requireNonNull(offerTimeout, "offerTimeout");
        return this;
    }

    /**
     * Sets how long an agent who refused is left out for the same work; doubles with every refusal.
     *
     * @param first after the first refusal, zero for not at all; 20 s by default
     * @param most what it grows to, no less than {@code first}; 5 min by default
     * @return this
     */
    public RoutingPolicyBuilder refusalCoolDown(Duration first, Duration most) {
        refusalCoolDown = Objects.requireNonNull(first, "first");
        maxRefusalCoolDown = Objects.requireNonNull(most, "most");
        return this;
    }

    /**
     * Sets after how many missed offers in a row an agent counts as away.
     *
     * @param awayAfterMisses at least 1, 2 by default
     * @return this
     */
    public RoutingPolicyBuilder awayAfterMisses(int awayAfterMisses) {
        this.awayAfterMisses = awayAfterMisses;
        return this;
    }

    /**
     * Sets how many units of an agent's capacity a conversation takes.
     *
     * @param chatWeight at least 1, 20 by default
     * @return this
     */
    public RoutingPolicyBuilder chatWeight(int chatWeight) {
        this.chatWeight = chatWeight;
        return this;
    }

    /**
     * Sets how many units a conversation of one channel takes: less for mail, all of them for calls.
     *
     * @param channel the host's name of the channel
     * @param weight at least 1, as much as a chat by default
     * @return this
     */
    public RoutingPolicyBuilder channelWeight(String channel, int weight) {
        channelWeights.put(Objects.requireNonNull(channel, "channel"), weight);
        return this;
    }

    /**
     * Sets how many units an agent has who inherits.
     *
     * @param capacity 0 for no work, 100 by default
     * @return this
     */
    public RoutingPolicyBuilder capacity(int capacity) {
        this.capacity = capacity;
        return this;
    }

    /**
     * Sets how long an agent counts as alive after a heartbeat.
     *
     * @param heartbeat greater than zero, 45 s by default
     * @throws IllegalArgumentException when it is zero or negative
     * @return this
     */
    public RoutingPolicyBuilder heartbeat(Duration heartbeat) {
        this.heartbeat = TimeLimit.of(heartbeat);
        return this;
    }

    /**
     * Lets agents count as alive until they say otherwise.
     *
     * @return this
     */
    public RoutingPolicyBuilder withoutHeartbeat() {
        heartbeat = TimeLimit.never();
        return this;
    }

    /**
     * Sets whether a person may step in beyond their own capacity.
     *
     * @param joinOverCapacity {@code WARN} by default
     * @return this
     */
    public RoutingPolicyBuilder joinOverCapacity(RoutingPolicy.OverCapacity joinOverCapacity) {
        this.joinOverCapacity = Objects.requireNonNull(joinOverCapacity, "joinOverCapacity");
        return this;
    }

    /**
     * Sets how many waiting conversations of a queue are looked at.
     *
     * @param lookAhead 1 to 10,000, 50 by default
     * @return this
     */
    public RoutingPolicyBuilder lookAhead(int lookAhead) {
        this.lookAhead = lookAhead;
        return this;
    }

    /**
     * Sets how a queue works.
     *
     * @param queue one of the queues
     * @param changes what differs from how it works so far
     * @return this
     */
    public RoutingPolicyBuilder rule(String queue, Consumer<QueueRuleBuilder> changes) {
        QueueRuleBuilder rule = queueRules.getOrDefault(queue, QueueRule.DEFAULT).toBuilder();
        changes.accept(rule);
        queueRules.put(Objects.requireNonNull(queue, "queue"), rule.build());
        return this;
    }

    /**
     * Sets how a team works.
     *
     * @param team its name
     * @param rule how it works
     * @return this
     */
    public RoutingPolicyBuilder team(String team, TeamRule rule) {
        teams.put(Objects.requireNonNull(team, "team"), Objects.requireNonNull(rule, "rule"));
        return this;
    }

    /**
     * Changes what the house promises on the way to a person.
     *
     * @param changes what differs from the rules so far
     * @return this
     */
    public RoutingPolicyBuilder rules(Consumer<HandoffRulesBuilder> changes) {
        HandoffRulesBuilder builder = rules.toBuilder();
        changes.accept(builder);
        rules = builder.build();
        return this;
    }

    /**
     * The policy as it stands; later changes to this builder do not reach it.
     *
     * @return the policy
     */
    public RoutingPolicy build() {
        return new RoutingPolicy(
                queues,
                defaultQueue,
                topicQueues,
                headStart,
                vipHeadStart,
                strategy,
                offerTimeout,
                refusalCoolDown,
                maxRefusalCoolDown,
                awayAfterMisses,
                chatWeight,
                channelWeights,
                capacity,
                heartbeat,
                joinOverCapacity,
                lookAhead,
                queueRules,
                teams,
                rules);
    }
}
