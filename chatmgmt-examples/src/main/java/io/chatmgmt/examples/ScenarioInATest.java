package io.chatmgmt.examples;

import io.chatmgmt.conversation.Control;
import io.chatmgmt.conversation.DecisionKind;
import io.chatmgmt.conversation.ReasonCode;
import io.chatmgmt.testkit.Scenario;
import java.io.PrintStream;

/** A conversation flow as a test: what stands here would be the body of a test method. */
final class ScenarioInATest {

    private ScenarioInATest() {}

    static void run(PrintStream out) {
        Scenario scenario = Scenario.ofDefaults()
                .agent("sarah", "general")
                .customer("I need to talk to a person")
                .expectDecisions(DecisionKind.ESCALATE, DecisionKind.QUEUED, DecisionKind.OFFERED)
                .expectReason(ReasonCode.HUMAN_REQUEST)
                .accepts("sarah")
                .expectControl(Control.HUMAN)
                .expectText("I'm sarah");
        out.println("as expected: " + scenario.conversation().control());
    }
}
