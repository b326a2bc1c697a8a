package io.chatmgmt.policy;

import io.chatmgmt.policy.PolicyProblem.Code;
import io.chatmgmt.routing.HandoffRules;
import io.chatmgmt.routing.RoutingPolicy;
import java.time.Duration;

/** What must hold for the queues and the router. */
final class RoutingCheck {

    private static final int MAX_UNITS = 1_000_000;
    private static final int MAX_LOOK_AHEAD = 10_000;
    private static final int MAX_HOPS = 20;
    private static final int MAX_OFFERS = 100;
    private static final Duration MAX_WRAP_UP = Duration.ofMinutes(10);

    private RoutingCheck() {}

    static void check(RoutingPolicy routing, Problems problems) {
        Ranges ranges = new Ranges(problems);
        routing.queues().forEach((queue, skill) -> {
            String path = Problems.child("/routing/queues", queue);
            ranges.identifier(path, queue);
            if (!skill.isEmpty()) {
                ranges.identifier(path, skill);
            }
        });
        ranges.identifiers("/routing/topicQueues", routing.topicQueues().keySet());
        routing.headStart()
                .forEach((priority, headStart) ->
                        ranges.anySign(Problems.child("/routing/headStart", priority), headStart));
        ranges.zeroOrMore("/routing/vipHeadStart", routing.vipHeadStart());
        ranges.positive("/routing/offerTimeout", routing.offerTimeout());
        coolDown(routing, ranges, problems);
        ranges.count("/routing/awayAfterMisses", routing.awayAfterMisses(), 1, Integer.MAX_VALUE);
        ranges.count("/routing/chatWeight", routing.chatWeight(), 1, MAX_UNITS);
        routing.channelWeights()
                .forEach((channel, weight) ->
                        ranges.count(Problems.child("/routing/channelWeights", channel), weight, 1, MAX_UNITS));
        ranges.count("/routing/capacity", routing.capacity(), 0, MAX_UNITS);
        ranges.positive("/routing/heartbeat", routing.heartbeat());
        ranges.count("/routing/lookAhead", routing.lookAhead(), 1, MAX_LOOK_AHEAD);
        routing.teams().keySet().forEach(team -> ranges.identifier(Problems.child("/routing/teams", team), team));
        rules(routing.rules(), ranges);
    }

    private static void rules(HandoffRules rules, Ranges ranges) {
        String path = "/routing/rules/";
        ranges.positive(path + "holdingMessage", rules.holdingMessage());
        ranges.positive(path + "unanswered", rules.unanswered());
        ranges.positive(path + "silence", rules.silence());
        ranges.zeroOrMore(path + "wrapUp", rules.wrapUp());
        ranges.noLonger(path + "wrapUp", rules.wrapUp(), MAX_WRAP_UP);
        ranges.zeroOrMore(path + "lastAgentFirst", rules.lastAgentFirst());
        ranges.count(path + "maxHops", rules.maxHops(), 0, MAX_HOPS);
        ranges.count(path + "maxOffers", rules.maxOffers(), 1, MAX_OFFERS);
        ranges.zeroOrMore(path + "lostAfter", rules.lostAfter());
        ranges.positive(path + "longestQueued", rules.longestQueued());
        ranges.positive(path + "longestAssigned", rules.longestAssigned());
        ranges.positive(path + "callBackWithin", rules.callBackWithin());
    }

    private static void coolDown(RoutingPolicy routing, Ranges ranges, Problems problems) {
        ranges.zeroOrMore("/routing/refusalCoolDown", routing.refusalCoolDown());
        ranges.zeroOrMore("/routing/maxRefusalCoolDown", routing.maxRefusalCoolDown());
        if (problems.isSound("/routing/refusalCoolDown")
                && problems.isSound("/routing/maxRefusalCoolDown")
                && routing.maxRefusalCoolDown().compareTo(routing.refusalCoolDown()) < 0) {
            problems.add(
                    "/routing/maxRefusalCoolDown",
                    Code.OUT_OF_RANGE,
                    "must not be shorter than refusalCoolDown, " + routing.refusalCoolDown() + ", is "
                            + routing.maxRefusalCoolDown(),
                    "");
        }
    }
}
