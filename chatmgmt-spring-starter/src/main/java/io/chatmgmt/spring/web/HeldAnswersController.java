package io.chatmgmt.spring.web;

import io.chatmgmt.access.Caller;
import io.chatmgmt.conversation.Role;
import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.governance.Desk;
import io.chatmgmt.routing.Agent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The answers that wait for a reviewer. */
@RestController
@RequestMapping(ApiPath.API)
final class HeldAnswersController {

    private static final int USUAL = 100;
    private static final int MOST = 500;

    private final ChatGovernance governance;
    private final HeldAnswers held;
    private final InstantSource clock;

    HeldAnswersController(ChatGovernance governance, HeldAnswers held, InstantSource clock) {
        this.governance = governance;
        this.held = held;
        this.clock = clock;
    }

    /** The reviewers' queue. */
    record HeldView(Instant asOf, long reviewersOnline, List<HeldAnswerView> answers) {}

    @GetMapping("/held")
    HeldView held(Caller caller, @RequestParam(required = false) @Nullable Integer limit) {
        Desk desk = governance.desk(caller);
        Instant now = clock.instant();
        return new HeldView(
                now,
                governance.agents().list(caller.tenant()).stream()
                        .filter(agent -> reviews(agent) && agent.isRoutable(now))
                        .count(),
                desk.reviews().waiting(Limits.within(limit, USUAL, MOST)).stream()
                        .map(each -> held.of(desk, each.conversation(), each.answer()))
                        .toList());
    }

    private static boolean reviews(Agent agent) {
        return agent.profile().roles().contains(Role.REVIEWER)
                || agent.profile().roles().contains(Role.SUPERVISOR);
    }
}
