package io.chatmgmt.policy;

import io.chatmgmt.escalation.EscalationTarget;
import io.chatmgmt.policy.PolicyProblem.Code;
import java.util.Map;
import java.util.Set;

/** Whatever goes to a queue must find one. */
final class QueueCheck {

    private static final String QUEUES = "/routing/queues";

    private final Set<String> queues;
    private final Problems problems;

    private QueueCheck(Set<String> queues, Problems problems) {
        this.queues = queues;
        this.problems = problems;
    }

    static void check(PolicyParts parts, Problems problems) {
        if (!problems.isSound(QUEUES)) {
            return;
        }
        QueueCheck check = new QueueCheck(parts.routing().queues().keySet(), problems);
        check.queue("/routing/defaultQueue", parts.routing().defaultQueue());
        parts.routing()
                .topicQueues()
                .forEach((topic, queue) -> check.queue(Problems.child("/routing/topicQueues", topic), queue));
        QueueRuleCheck.check(parts.routing(), problems, check::queue);
        check.targets("/escalation/sensitiveTopics", parts.escalation().sensitiveTopics());
        check.targets("/escalation/targets", parts.escalation().targets());
    }

    private void targets(String path, Map<String, EscalationTarget> targets) {
        targets.forEach((key, target) -> {
            if (!target.queue().isEmpty()) {
                queue(Problems.child(Problems.child(path, key), "queue"), target.queue());
            }
        });
    }

    private void queue(String path, String queue) {
        if (queue.isBlank()) {
            problems.add(path, Code.BLANK, "must not be blank", "");
        } else if (!queues.contains(queue)) {
            problems.add(
                    path,
                    Code.UNKNOWN_QUEUE,
                    "there is no queue '" + queue + "' in " + QUEUES,
                    Suggestion.hint(queue, queues));
        }
    }
}
