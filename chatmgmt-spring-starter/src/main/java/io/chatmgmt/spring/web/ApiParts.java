package io.chatmgmt.spring.web;

import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.quality.Scorecard;
import io.chatmgmt.store.GovernanceStore;
import java.time.InstantSource;

/** Makes the controllers out of the parts that they share. */
final class ApiParts {

    private final ChatGovernance governance;
    private final GovernanceStore store;
    private final InstantSource clock;
    private final Scorecard scorecard;
    private final ApiMode mode;
    private final Names names;
    private final Words words;
    private final Rows rows;
    private final AgentRows agents;
    private final Messages messages;
    private final HeldAnswers held;
    private final Outcomes outcomes;

    ApiParts(ChatGovernance governance, GovernanceStore store, InstantSource clock, Scorecard scorecard, ApiMode mode) {
        this.governance = governance;
        this.store = store;
        this.clock = clock;
        this.scorecard = scorecard;
        this.mode = mode;
        this.names = new Names(governance, clock);
        this.words = new Words(store);
        this.rows = new Rows(governance, store, clock, names, mode);
        this.agents = new AgentRows(governance, clock);
        this.messages = new Messages(governance, names);
        this.held = new HeldAnswers(rows, words, messages);
        this.outcomes = new Outcomes(governance, rows);
    }

    Rows rows() {
        return rows;
    }

    AgentRows agents() {
        return agents;
    }

    ProblemAdvice problemAdvice() {
        return new ProblemAdvice(governance, rows, new Winners(governance, names));
    }

    MeController me() {
        return new MeController(governance, agents, names, mode, clock);
    }

    OverviewController overview() {
        return new OverviewController(governance, rows);
    }

    ConversationsController conversations() {
        return new ConversationsController(governance, rows, names, held, words, clock);
    }

    HistoryController history() {
        return new HistoryController(governance, messages, new Timeline(names), new Episodes(governance, rows, names));
    }

    WaitingController waiting() {
        return new WaitingController(governance, rows, names);
    }

    HeldAnswersController heldAnswers() {
        return new HeldAnswersController(governance, held, clock);
    }

    QueueController queue() {
        return new QueueController(governance, rows, clock);
    }

    AgentsController agentsController() {
        return new AgentsController(governance, store, agents, clock);
    }

    MetricsController metrics() {
        return new MetricsController(governance, names, clock);
    }

    HoursController hours() {
        return new HoursController(governance, clock);
    }

    RatingsController ratings() {
        return new RatingsController(governance, clock);
    }

    QualityController quality() {
        return new QualityController(governance, rows, words, scorecard, clock);
    }

    PolicyController policy() {
        return new PolicyController(governance);
    }

    HandoffCommands handoffCommands() {
        return new HandoffCommands(outcomes);
    }

    TalkCommands talkCommands() {
        return new TalkCommands(outcomes);
    }

    CaseCommands caseCommands() {
        return new CaseCommands(outcomes, scorecard);
    }

    AgentCommands agentCommands() {
        return new AgentCommands(governance, agents, outcomes);
    }
}
