package io.chatmgmt.routing;

import io.chatmgmt.conversation.TimeLimit;
import java.util.Objects;

/** Changes how one queue works. Ranges are checked when the whole policy is built. Not thread-safe. */
public final class QueueRuleBuilder {

    private QueueRule.State state;
    private String hours;
    private int minLevel;
    private QueueRule.Need language;
    private QueueRule.Need region;
    private String team;
    private Capacity capacity;
    private int maxDepth;
    private TimeLimit maxWait;
    private String overflow;
    private Ladder ladder;
    private QueueRule.Offers offers;
    private Acceptance acceptance;

    QueueRuleBuilder(QueueRule start) {
        state = start.state();
        hours = start.hours();
        minLevel = start.minLevel();
        language = start.language();
        region = start.region();
        team = start.team();
        capacity = start.capacity();
        maxDepth = start.maxDepth();
        maxWait = start.maxWait();
        overflow = start.overflow();
        ladder = start.ladder();
        offers = start.offers();
        acceptance = start.acceptance();
    }

    /**
     * Sets whether it takes work.
     *
     * @param state open by default
     * @return this
     */
    public QueueRuleBuilder state(QueueRule.State state) {
        this.state = Objects.requireNonNull(state, "state");
        return this;
    }

    /**
     * Sets the calendar that it works by.
     *
     * @param hours empty for day and night
     * @return this
     */
    public QueueRuleBuilder hours(String hours) {
        this.hours = Objects.requireNonNull(hours, "hours");
        return this;
    }

    /**
     * Sets the level of the skill that its agents need.
     *
     * @param minLevel 1 by default
     * @return this
     */
    public QueueRuleBuilder minLevel(int minLevel) {
        this.minLevel = minLevel;
        return this;
    }

    /**
     * Sets what the language of the conversation counts for.
     *
     * @param language preferred by default
     * @return this
     */
    public QueueRuleBuilder language(QueueRule.Need language) {
        this.language = Objects.requireNonNull(language, "language");
        return this;
    }

    /**
     * Sets what the region of the customer counts for.
     *
     * @param region ignored by default
     * @return this
     */
    public QueueRuleBuilder region(QueueRule.Need region) {
        this.region = Objects.requireNonNull(region, "region");
        return this;
    }

    /**
     * Sets the team that works on it.
     *
     * @param team empty for everybody
     * @return this
     */
    public QueueRuleBuilder team(String team) {
        this.team = Objects.requireNonNull(team, "team");
        return this;
    }

    /**
     * Sets how many units an agent may hold who inherits and works on it.
     *
     * @param capacity inherited by default
     * @return this
     */
    public QueueRuleBuilder capacity(Capacity capacity) {
        this.capacity = Objects.requireNonNull(capacity, "capacity");
        return this;
    }

    /**
     * Sets how many conversations may wait in it.
     *
     * @param maxDepth 10,000 by default
     * @return this
     */
    public QueueRuleBuilder maxDepth(int maxDepth) {
        this.maxDepth = maxDepth;
        return this;
    }

    /**
     * Sets how long one may wait.
     *
     * @param maxWait for ever by default
     * @return this
     */
    public QueueRuleBuilder maxWait(TimeLimit maxWait) {
        this.maxWait = Objects.requireNonNull(maxWait, "maxWait");
        return this;
    }

    /**
     * Sets the queue that takes what this one cannot.
     *
     * @param overflow empty for none
     * @return this
     */
    public QueueRuleBuilder overflow(String overflow) {
        this.overflow = Objects.requireNonNull(overflow, "overflow");
        return this;
    }

    /**
     * Sets what waiting work gives up.
     *
     * @param ladder nothing by default
     * @return this
     */
    public QueueRuleBuilder ladder(Ladder ladder) {
        this.ladder = Objects.requireNonNull(ladder, "ladder");
        return this;
    }

    /**
     * Sets how agents get its work.
     *
     * @param offers by an offer to one of them by default
     * @return this
     */
    public QueueRuleBuilder offers(QueueRule.Offers offers) {
        this.offers = Objects.requireNonNull(offers, "offers");
        return this;
    }

    /**
     * Sets whether agents are asked.
     *
     * @param acceptance they are by default
     * @return this
     */
    public QueueRuleBuilder acceptance(Acceptance acceptance) {
        this.acceptance = Objects.requireNonNull(acceptance, "acceptance");
        return this;
    }

    /**
     * The rule as it stands; later changes to this builder do not reach it.
     *
     * @return the rule
     */
    public QueueRule build() {
        return new QueueRule(
                state,
                hours,
                minLevel,
                language,
                region,
                team,
                capacity,
                maxDepth,
                maxWait,
                overflow,
                ladder,
                offers,
                acceptance);
    }
}
