package io.chatmgmt.store;

import io.chatmgmt.conversation.HandoffMode;
import io.chatmgmt.conversation.HoldExpiry;
import io.chatmgmt.conversation.Posture;
import io.chatmgmt.conversation.Resolution;
import io.chatmgmt.conversation.TimeLimit;
import io.chatmgmt.policy.GovernancePolicy;
import io.chatmgmt.policy.GovernancePolicy.Builder;
import io.chatmgmt.policy.GovernancePolicy.Mode;
import io.chatmgmt.quality.SurveyPolicy;
import io.chatmgmt.response.ResponsePolicy.AiSwitch;
import io.chatmgmt.response.ResponsePolicy.NewerMessage;
import io.chatmgmt.routing.Acceptance;
import io.chatmgmt.routing.HandoffRules.AgentLost;
import io.chatmgmt.routing.HandoffRules.Nobody;
import io.chatmgmt.routing.HandoffRulesBuilder;
import io.chatmgmt.routing.Ladder;
import io.chatmgmt.routing.OpeningHours;
import io.chatmgmt.routing.QueueRule;
import io.chatmgmt.routing.QueueRuleBuilder;
import io.chatmgmt.routing.RoutingPolicy.OverCapacity;
import io.chatmgmt.routing.Shift;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** The policies that random stories are told under. */
final class StoryPolicies {

    /** Calendars that open and close every half hour, so that stories see both. */
    static final OpeningHours HOURS = (tenant, calendar, now) -> {
        long half = now.getEpochSecond() / 1_800;
        return new Shift(
                half % 2 == 0 ? Shift.State.OPEN : Shift.State.CLOSED, Instant.ofEpochSecond((half + 1) * 1_800));
    };

    /** Policies that each differ from the defaults in one way, or in two that belong together. */
    static final List<GovernancePolicy> TYPICAL = List.of(
            GovernancePolicy.ofDefaults(),
            policy(p -> p.mode(Mode.SHADOW)),
            policy(p -> p.escalation(e -> e.mode(HandoffMode.INVITE))),
            policy(p -> p.response(r -> r.posture(Posture.DRAFT_ONLY))),
            policy(p -> p.response(r -> r.ai(AiSwitch.OFF))),
            policy(p -> p.response(r -> r.newerMessage(NewerMessage.SEND))),
            policy(p -> p.response(r -> r.onExpiry(HoldExpiry.ESCALATE).onDiscard(HoldExpiry.ESCALATE))),
            policy(p -> p.response(r -> r.onExpiry(HoldExpiry.FALLBACK).sampling(0.5))),
            policy(p -> p.routing(r -> r.joinOverCapacity(OverCapacity.DENY))),
            policy(p -> p.response(r -> r.newerMessage(NewerMessage.SEND).posture(Posture.DRAFT_ONLY))
                    .escalation(e -> e.mode(HandoffMode.INVITE))),
            policy(p -> p.escalation(e -> e.lowConfidence(0.9, 1).coolDown(Duration.ZERO))
                    .response(r -> r.withoutAnswerTimeout())),
            policy(p -> p.mode(Mode.SHADOW).escalation(e -> e.mode(HandoffMode.INVITE))),
            policy(p -> p.routing(r -> r.rules(
                            rules -> rules.wrapUp(Duration.ofSeconds(30)).maxOffers(1))
                    .rule(
                            "general",
                            q -> q.overflow("billing").ladder(Ladder.NONE.overflowingAfter(Duration.ofSeconds(20)))))),
            policy(p -> p.routing(r -> r.rule("general", q -> q.offers(QueueRule.Offers.BROADCAST))
                    .rule("billing", q -> q.offers(QueueRule.Offers.PULL)))),
            policy(p -> p.escalation(e -> e.mode(HandoffMode.INVITE))
                    .routing(r -> r.rule(
                                    "general",
                                    q -> q.acceptance(Acceptance.AUTOMATIC)
                                            .maxWait(TimeLimit.of(Duration.ofMinutes(1))))
                            .rules(rules -> rules.nobodyOnline(Nobody.STAY_WITH_AI)))),
            policy(p -> p.response(r -> r.posture(Posture.DRAFT_ONLY)
                            .onExpiry(HoldExpiry.ESCALATE)
                            .onDiscard(HoldExpiry.ESCALATE))
                    .routing(r -> r.rules(
                            rules -> rules.nobodyOnline(Nobody.STAY_WITH_AI).allBusy(Nobody.CALL_BACK)))),
            policy(p -> p.survey(s -> s.askOn(SurveyPolicy.Trigger.RESOLVE, SurveyPolicy.Trigger.HAND_BACK)
                    .notAfter(Resolution.ABANDONED)
                    .quietPeriod(Duration.ofSeconds(30))
                    .expiresAfter(Duration.ofMinutes(31))
                    .changeableFor(Duration.ofSeconds(20))
                    .exceptTopics("sales")
                    .window("web", Duration.ofMinutes(10)))));

    private static final Arbitrary<Double> SHARES =
            Arbitraries.doubles().between(0, 1).ofScale(2);
    private static final Arbitrary<Duration> PAUSES =
            Arbitraries.of(10, 30, 60, 600, 3_600).map(Duration::ofSeconds);

    private StoryPolicies() {}

    /** A few policies, each with some switches set at random. */
    static Arbitrary<List<GovernancePolicy>> random() {
        return switches()
                .list()
                .ofMaxSize(8)
                .map(switches -> policy(p -> switches.forEach(change -> change.accept(p))))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .withoutEdgeCases();
    }

    private static Arbitrary<Consumer<Builder>> switches() {
        return Arbitraries.oneOf(List.of(
                change(Arbitraries.of(HandoffMode.class), (p, mode) -> p.escalation(e -> e.mode(mode))),
                change(Arbitraries.of(Posture.class), (p, posture) -> p.response(r -> r.posture(posture))),
                change(Arbitraries.of(AiSwitch.class), (p, ai) -> p.response(r -> r.ai(ai))),
                change(Arbitraries.of(NewerMessage.class), (p, newer) -> p.response(r -> r.newerMessage(newer))),
                change(Arbitraries.of(HoldExpiry.class), (p, then) -> p.response(r -> r.onExpiry(then))),
                change(
                        Arbitraries.of(HoldExpiry.FALLBACK, HoldExpiry.ESCALATE),
                        (p, then) -> p.response(r -> r.onDiscard(then))),
                change(SHARES, (p, share) -> p.response(r -> r.sampling(share))),
                change(SHARES, (p, share) -> p.escalation(e -> e.lowConfidence(share, 1))),
                change(PAUSES, (p, pause) -> p.response(r -> r.holdFor(pause))),
                change(PAUSES, (p, pause) -> p.response(r -> r.answerTimeout(pause))),
                change(PAUSES, (p, pause) -> p.escalation(e -> e.coolDown(pause).invitationExpiry(pause))),
                change(Arbitraries.of(OverCapacity.class), (p, over) -> p.routing(r -> r.joinOverCapacity(over))),
                change(Arbitraries.of(Nobody.class), (p, then) -> rules(p, r -> r.nobodyOnline(then))),
                change(Arbitraries.of(Nobody.class), (p, then) -> rules(p, r -> r.allBusy(then))),
                change(Arbitraries.of(Nobody.class), (p, then) -> rules(p, r -> r.outOfHours(then))),
                change(Arbitraries.of(Nobody.class), (p, then) -> rules(p, r -> r.nobodySkilled(then))),
                change(Arbitraries.of(AgentLost.class), (p, then) -> rules(p, r -> r.onAgentLost(then))),
                change(Arbitraries.of(30, 600), (p, seconds) -> rules(p, r -> r.wrapUp(Duration.ofSeconds(seconds)))),
                change(PAUSES, (p, pause) -> rules(p, r -> r.silence(TimeLimit.of(pause)))),
                change(PAUSES, (p, pause) -> rules(p, r -> r.longestQueued(TimeLimit.of(pause)))),
                change(PAUSES, (p, pause) -> rules(p, r -> r.longestAssigned(TimeLimit.of(pause)))),
                change(
                        PAUSES,
                        (p, pause) -> rules(
                                p, r -> r.lastAgentFirst(pause).maxOffers(1).maxHops(1))),
                change(Arbitraries.of(QueueRule.State.class), (p, state) -> queue(p, q -> q.state(state))),
                change(Arbitraries.of(QueueRule.Offers.class), (p, offers) -> queue(p, q -> q.offers(offers))),
                change(Arbitraries.of(Acceptance.class), (p, how) -> queue(p, q -> q.acceptance(how))),
                change(PAUSES, (p, pause) -> queue(p, q -> q.maxWait(TimeLimit.of(pause)))),
                change(PAUSES, (p, pause) -> queue(p, q -> q.ladder(Ladder.NONE.overflowingAfter(pause)))),
                change(Arbitraries.of("billing", "sales"), (p, other) -> queue(p, q -> q.overflow(other))),
                change(Arbitraries.of("day", ""), (p, hours) -> queue(p, q -> q.hours(hours))),
                change(Arbitraries.of(0, 1), (p, depth) -> queue(p, q -> q.maxDepth(depth)))));
    }

    private static <T> Arbitrary<Consumer<Builder>> change(Arbitrary<T> values, BiConsumer<Builder, T> change) {
        return values.map(value -> policy -> change.accept(policy, value));
    }

    private static void rules(Builder policy, Consumer<HandoffRulesBuilder> changes) {
        policy.routing(routing -> routing.rules(changes));
    }

    /** The queue that most of a story's work comes to. */
    private static void queue(Builder policy, Consumer<QueueRuleBuilder> changes) {
        policy.routing(routing -> routing.rule("general", changes));
    }

    private static GovernancePolicy policy(Consumer<Builder> changes) {
        Builder builder = GovernancePolicy.builder();
        changes.accept(builder);
        return builder.build();
    }
}
