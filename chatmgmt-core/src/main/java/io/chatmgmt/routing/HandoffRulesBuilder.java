package io.chatmgmt.routing;

import io.chatmgmt.conversation.TimeLimit;
import java.time.Duration;
import java.util.Objects;

/** Changes what the house promises on the way to a person. Ranges are checked when the policy is built. Not thread-safe. */
public final class HandoffRulesBuilder {

    private HandoffRules.Nobody allBusy;
    private HandoffRules.Nobody nobodyOnline;
    private HandoffRules.Nobody outOfHours;
    private HandoffRules.Nobody nobodySkilled;
    private TimeLimit holdingMessage;
    private TimeLimit unanswered;
    private TimeLimit silence;
    private Duration wrapUp;
    private Duration lastAgentFirst;
    private int maxHops;
    private int maxOffers;
    private Duration lostAfter;
    private HandoffRules.AgentLost onAgentLost;
    private TimeLimit longestQueued;
    private TimeLimit longestAssigned;
    private Duration callBackWithin;

    HandoffRulesBuilder(HandoffRules start) {
        allBusy = start.allBusy();
        nobodyOnline = start.nobodyOnline();
        outOfHours = start.outOfHours();
        nobodySkilled = start.nobodySkilled();
        holdingMessage = start.holdingMessage();
        unanswered = start.unanswered();
        silence = start.silence();
        wrapUp = start.wrapUp();
        lastAgentFirst = start.lastAgentFirst();
        maxHops = start.maxHops();
        maxOffers = start.maxOffers();
        lostAfter = start.lostAfter();
        onAgentLost = start.onAgentLost();
        longestQueued = start.longestQueued();
        longestAssigned = start.longestAssigned();
        callBackWithin = start.callBackWithin();
    }

    /**
     * Sets what happens to new work while all who could take it are busy.
     *
     * @param allBusy queue by default
     * @return this
     */
    public HandoffRulesBuilder allBusy(HandoffRules.Nobody allBusy) {
        this.allBusy = Objects.requireNonNull(allBusy, "allBusy");
        return this;
    }

    /**
     * Sets what happens to it while nobody who could take it is online.
     *
     * @param nobodyOnline queue by default
     * @return this
     */
    public HandoffRulesBuilder nobodyOnline(HandoffRules.Nobody nobodyOnline) {
        this.nobodyOnline = Objects.requireNonNull(nobodyOnline, "nobodyOnline");
        return this;
    }

    /**
     * Sets what happens to it while its queue is closed.
     *
     * @param outOfHours call back by default
     * @return this
     */
    public HandoffRulesBuilder outOfHours(HandoffRules.Nobody outOfHours) {
        this.outOfHours = Objects.requireNonNull(outOfHours, "outOfHours");
        return this;
    }

    /**
     * Sets what happens to it when nobody has the skill at all.
     *
     * @param nobodySkilled overflow by default
     * @return this
     */
    public HandoffRulesBuilder nobodySkilled(HandoffRules.Nobody nobodySkilled) {
        this.nobodySkilled = Objects.requireNonNull(nobodySkilled, "nobodySkilled");
        return this;
    }

    /**
     * Sets how often a customer who writes while waiting is asked for patience.
     *
     * @param holdingMessage 5 min by default, never for no such message
     * @return this
     */
    public HandoffRulesBuilder holdingMessage(TimeLimit holdingMessage) {
        this.holdingMessage = Objects.requireNonNull(holdingMessage, "holdingMessage");
        return this;
    }

    /**
     * Sets how long an agent may leave a conversation unanswered that they were given. An introduction answers it.
     *
     * @param unanswered 2 min by default
     * @return this
     */
    public HandoffRulesBuilder unanswered(TimeLimit unanswered) {
        this.unanswered = Objects.requireNonNull(unanswered, "unanswered");
        return this;
    }

    /**
     * Sets how long a customer who wrote may wait for the agent who has the conversation. Then it goes back to its queue
     * with its old age, and others come first.
     *
     * @param silence never by default
     * @return this
     */
    public HandoffRulesBuilder silence(TimeLimit silence) {
        this.silence = Objects.requireNonNull(silence, "silence");
        return this;
    }

    /**
     * Sets how long an agent is left in peace after a conversation.
     *
     * @param wrapUp zero by default, at most 10 min
     * @return this
     */
    public HandoffRulesBuilder wrapUp(Duration wrapUp) {
        this.wrapUp = Objects.requireNonNull(wrapUp, "wrapUp");
        return this;
    }

    /**
     * Sets how long waiting work waits for the customer's last agent.
     *
     * @param lastAgentFirst 30 s by default, zero for not preferring them
     * @return this
     */
    public HandoffRulesBuilder lastAgentFirst(Duration lastAgentFirst) {
        this.lastAgentFirst = Objects.requireNonNull(lastAgentFirst, "lastAgentFirst");
        return this;
    }

    /**
     * Sets how often a conversation may be passed on.
     *
     * @param maxHops 5 by default
     * @return this
     */
    public HandoffRulesBuilder maxHops(int maxHops) {
        this.maxHops = maxHops;
        return this;
    }

    /**
     * Sets after how many offers in vain work moves on.
     *
     * @param maxOffers 3 by default
     * @return this
     */
    public HandoffRulesBuilder maxOffers(int maxOffers) {
        this.maxOffers = maxOffers;
        return this;
    }

    /**
     * Sets how long heartbeats may be missing beyond their end.
     *
     * @param lostAfter 60 s by default
     * @return this
     */
    public HandoffRulesBuilder lostAfter(Duration lostAfter) {
        this.lostAfter = Objects.requireNonNull(lostAfter, "lostAfter");
        return this;
    }

    /**
     * Sets what happens to the conversations of a lost agent.
     *
     * @param onAgentLost back to the queue by default
     * @return this
     */
    public HandoffRulesBuilder onAgentLost(HandoffRules.AgentLost onAgentLost) {
        this.onAgentLost = Objects.requireNonNull(onAgentLost, "onAgentLost");
        return this;
    }

    /**
     * Sets how long a conversation may wait before it is flagged as stuck.
     *
     * @param longestQueued 24 h by default
     * @return this
     */
    public HandoffRulesBuilder longestQueued(TimeLimit longestQueued) {
        this.longestQueued = Objects.requireNonNull(longestQueued, "longestQueued");
        return this;
    }

    /**
     * Sets how long a person may have one before it is flagged as stuck.
     *
     * @param longestAssigned 24 h by default
     * @return this
     */
    public HandoffRulesBuilder longestAssigned(TimeLimit longestAssigned) {
        this.longestAssigned = Objects.requireNonNull(longestAssigned, "longestAssigned");
        return this;
    }

    /**
     * Sets when a promised call-back is due while nobody knows when people are there again.
     *
     * @param callBackWithin 24 h by default
     * @return this
     */
    public HandoffRulesBuilder callBackWithin(Duration callBackWithin) {
        this.callBackWithin = Objects.requireNonNull(callBackWithin, "callBackWithin");
        return this;
    }

    /**
     * The rules as they stand; later changes to this builder do not reach them.
     *
     * @return the rules
     */
    public HandoffRules build() {
        return new HandoffRules(
                allBusy,
                nobodyOnline,
                outOfHours,
                nobodySkilled,
                holdingMessage,
                unanswered,
                silence,
                wrapUp,
                lastAgentFirst,
                maxHops,
                maxOffers,
                lostAfter,
                onAgentLost,
                longestQueued,
                longestAssigned,
                callBackWithin);
    }
}
