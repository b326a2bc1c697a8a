package io.chatmgmt.policy;

import io.chatmgmt.conversation.TimeLimit;
import io.chatmgmt.policy.PolicyProblem.Code;
import io.chatmgmt.routing.AgentProfile;
import io.chatmgmt.routing.Ladder;
import io.chatmgmt.routing.QueueRule;
import io.chatmgmt.routing.RoutingPolicy;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** What must hold for the rules of queues. */
final class QueueRuleCheck {

    private static final int MAX_DEPTH = 1_000_000;

    /** Rungs that follow each other more closely than the sweep does are rungs that nobody sees. */
    private static final Duration SHORTEST_STEP = Duration.ofSeconds(1);

    private QueueRuleCheck() {}

    static void check(RoutingPolicy routing, Problems problems, BiConsumer<String, String> queueExists) {
        routing.queueRules().forEach((queue, rule) -> {
            String path = Problems.child("/routing/queueRules", queue);
            queueExists.accept(path, queue);
            check(path, rule, problems);
            if (!rule.overflow().isEmpty()) {
                queueExists.accept(path + "/overflow", rule.overflow());
                overflow(path + "/overflow", queue, routing, problems);
            }
        });
    }

    private static void check(String path, QueueRule rule, Problems problems) {
        Ranges ranges = new Ranges(problems);
        ranges.count(path + "/minLevel", rule.minLevel(), 1, AgentProfile.MAX_LEVEL);
        ranges.count(path + "/maxDepth", rule.maxDepth(), 0, MAX_DEPTH);
        ranges.positive(path + "/maxWait", rule.maxWait());
        ladder(path + "/ladder", rule.ladder(), problems);
    }

    private static void ladder(String path, Ladder ladder, Problems problems) {
        List<TimeLimit> rungs = ladder.rungs();
        RecordComponent[] names = Ladder.class.getRecordComponents();
        Duration before = Duration.ZERO;
        for (int i = 0; i < rungs.size(); i++) {
            Duration rung = rungs.get(i).duration().orElse(null);
            if (rung != null) {
                if (rung.compareTo(before.plus(SHORTEST_STEP)) < 0) {
                    problems.add(
                            path + "/" + names[i].getName(),
                            Code.OUT_OF_RANGE,
                            "must come at least " + SHORTEST_STEP + " after the rung before it, at " + before + ", is "
                                    + rung,
                            "rungs are reached in this order");
                }
                before = rung;
            }
        }
    }

    /** A chain of overflows may be long, but must not come back to where it began. */
    private static void overflow(String path, String queue, RoutingPolicy routing, Problems problems) {
        Set<String> seen = new HashSet<>();
        String next = queue;
        while (!next.isEmpty()) {
            if (!seen.add(next)) {
                problems.add(path, Code.OUT_OF_RANGE, "overflows in a circle: " + queue + " comes back to " + next, "");
                return;
            }
            next = routing.rule(next).overflow();
        }
    }
}
