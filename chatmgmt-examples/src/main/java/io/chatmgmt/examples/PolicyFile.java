package io.chatmgmt.examples;

import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.policy.GovernancePolicy;
import io.chatmgmt.policy.InvalidPolicyException;
import io.chatmgmt.policy.json.PolicyCodec;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A policy from a file: the same document as from the builder, and every problem of a bad one at once. */
final class PolicyFile {

    private static final String DOCUMENT = """
            {
              "escalation": {
                "lowConfidence": { "threshold": 0.65, "answers": 2 },
                "coolDown": "PT10M"
              },
              "response": {
                "posture": "REVIEW_LOW",
                "holdFor": "PT90S"
              }
            }
            """;

    private PolicyFile() {}

    static void run(PrintStream out) throws IOException {
        Path file = Files.createTempFile("policy", ".json");
        Files.writeString(file, DOCUMENT);

        GovernancePolicy policy = new PolicyCodec().read(file);
        ChatGovernance governance = ChatGovernance.builder().policy(policy).build();

        GovernancePolicy built = GovernancePolicy.builder()
                .escalation(escalation -> escalation.lowConfidence(0.65, 2).coolDown(Duration.ofMinutes(10)))
                .response(response -> response.holdFor(Duration.ofSeconds(90)))
                .build();
        out.println("agents: " + governance.agents().list("default").size() + ", policy " + policy.version()
                + ", the same as built: " + policy.equals(built));

        try {
            new PolicyCodec().read("{\"escalation\": {\"lowConfidence\": {\"treshold\": 7}, \"coolDown\": \"soon\"}}");
        } catch (InvalidPolicyException e) {
            e.problems().forEach(out::println);
        }
        Files.delete(file);
    }
}
