package io.chatmgmt.spring.web;

import io.chatmgmt.access.Caller;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.OverrideReason;
import io.chatmgmt.conversation.Posture;
import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.policy.GovernancePolicy;
import io.chatmgmt.response.Bands;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a page has to know of the policy in force, and what people may choose from. */
@RestController
@RequestMapping(ApiPath.API)
final class PolicyController {

    private final ChatGovernance governance;

    PolicyController(ChatGovernance governance) {
        this.governance = governance;
    }

    /** What holds, and what there is to choose from. */
    record PolicyView(
            String version,
            GovernancePolicy.Mode mode,
            Bands bands,
            List<String> queues,
            List<String> topics,
            double pendingAfterSeconds,
            double holdForSeconds,
            List<OverrideReason> reviewReasons,
            List<Posture> postures,
            List<RowView.FlagView> flags) {}

    @GetMapping("/policy")
    PolicyView policy(Caller caller) {
        GovernancePolicy policy = governance.policy(caller.tenant());
        return new PolicyView(
                policy.version(),
                policy.mode(),
                policy.response().bands(),
                List.copyOf(new TreeSet<>(policy.routing().queues().keySet())),
                List.copyOf(new TreeSet<>(policy.routing().topicQueues().keySet())),
                Amounts.seconds(policy.response().pendingAfter()),
                Amounts.seconds(policy.response().holdFor()),
                Stream.of(OverrideReason.values())
                        .filter(reason -> reason != OverrideReason.NONE)
                        .toList(),
                List.of(Posture.values()),
                Stream.of(Flag.values())
                        .map(flag -> new RowView.FlagView(flag, flag.weight()))
                        .toList());
    }
}
