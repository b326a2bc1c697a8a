package io.chatmgmt.spring.web;

import io.chatmgmt.access.Caller;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.FilterCount;
import io.chatmgmt.conversation.Handoff;
import io.chatmgmt.conversation.RoutingFilter;
import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.governance.Explanations;
import io.chatmgmt.routing.Agent;
import io.chatmgmt.routing.AgentStatus;
import io.chatmgmt.routing.Candidates.Candidate;
import io.chatmgmt.routing.Demand;
import io.chatmgmt.routing.QueueView;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Why a conversation still waits, and why an agent was chosen. */
@RestController
@RequestMapping(ApiPath.CONVERSATION)
final class WaitingController {

    private final ChatGovernance governance;
    private final Rows rows;
    private final Names names;

    WaitingController(ChatGovernance governance, Rows rows, Names names) {
        this.governance = governance;
        this.rows = rows;
        this.names = names;
    }

    /** Why a conversation still waits: the verdict on every agent, those who could take it first. */
    record WaitingView(
            Instant asOf,
            String sentence,
            int position,
            int rung,
            Demand demand,
            @Nullable RangeView range,
            List<VerdictView> agents,
            Map<RoutingFilter, Integer> rejected,
            RowView.@Nullable OfferView offer,
            @Nullable Instant nextLookAt) {}

    /** Why an agent does not get it; null for one who could take it. */
    record VerdictView(
            PersonView agent,
            @Nullable RoutingFilter verdict,
            String words,
            AgentStatus status,
            int used,
            @Nullable Integer limit) {}

    /** Why an agent was chosen. */
    record ChosenView(
            String sentence,
            PersonView agent,
            String strategy,
            int candidates,
            @Nullable PersonView runnerUp,
            Map<RoutingFilter, Integer> rejected,
            Instant at,
            String policy) {}

    @GetMapping("/waiting")
    WaitingView waiting(Caller caller, @PathVariable String id) {
        Conversation row = governance.desk(caller).view(Ids.conversation(caller, id));
        Explanations.StillWaiting why = governance
                .explanations()
                .whyWaiting(row.id())
                .orElseThrow(() -> new NothingSuchException(ProblemCode.NOT_WAITING, "It does not wait for a person."));
        Handoff handoff = row.handoff();
        return new WaitingView(
                why.asOf(),
                why.sentence(),
                why.position(),
                why.rung(),
                why.demand(),
                governance
                        .explanations()
                        .place(row.id())
                        .map(QueueView::range)
                        .map(RangeView::of)
                        .orElse(null),
                why.candidates().stream().map(this::verdict).toList(),
                counts(why.rejected()),
                handoff == null ? null : rows.offer(handoff.offer()),
                handoff == null ? null : handoff.lookAt());
    }

    private static Map<RoutingFilter, Integer> counts(Map<RoutingFilter, Integer> rejected) {
        Map<RoutingFilter, Integer> counts = new EnumMap<>(RoutingFilter.class);
        counts.putAll(rejected);
        return counts;
    }

    private VerdictView verdict(Candidate candidate) {
        Agent agent = candidate.agent();
        return new VerdictView(
                names.of(agent.id()),
                candidate.rejectedBy(),
                words(candidate.rejectedBy()),
                agent.status(),
                agent.used(),
                AgentRows.limit(agent));
    }

    private static String words(@Nullable RoutingFilter filter) {
        if (filter == null) {
            return "could take it";
        }
        return switch (filter) {
            case ROLE -> "is there for other things";
            case TEAM -> "is not of the team";
            case SKILL -> "lacks the skill";
            case LANGUAGE -> "does not speak the language";
            case REGION -> "does not look after the region";
            case STATUS -> "is busy, away or offline";
            case PRESENCE -> "is out of their hours or has lost the connection";
            case CAPACITY -> "has no room";
            case COOL_DOWN -> "declined it a moment ago";
        };
    }

    @GetMapping("/chosen")
    ChosenView chosen(Caller caller, @PathVariable String id) {
        Conversation row = governance.desk(caller).view(Ids.conversation(caller, id));
        Explanations.Chosen why = governance
                .explanations()
                .whyChosen(row.id())
                .orElseThrow(() -> new NothingSuchException(ProblemCode.NOT_OFFERED, "It was offered to nobody."));
        Map<RoutingFilter, Integer> rejected = new EnumMap<>(RoutingFilter.class);
        for (FilterCount each : why.offered().choice().rejected()) {
            rejected.put(each.filter(), each.agents());
        }
        return new ChosenView(
                why.sentence(),
                names.of(why.offered().offer().agent()),
                why.offered().choice().strategy(),
                why.offered().choice().candidates(),
                names.ofNullable(why.offered().choice().runnerUp()),
                rejected,
                why.at(),
                why.policyVersion());
    }
}
