package io.chatmgmt.spring;

import io.chatmgmt.policy.InvalidPolicyException;
import io.chatmgmt.policy.PolicyProblem;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Explains a policy that stops the application from starting: every problem with its path. */
final class InvalidPolicyFailureAnalyzer extends AbstractFailureAnalyzer<InvalidPolicyException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidPolicyException cause) {
        String problems = cause.problems().stream()
                .map(PolicyProblem::toString)
                .collect(Collectors.joining("\n    - ", "\n    - ", "\n"));
        return new FailureAnalysis(
                "The chat governance policy is not valid:\n" + problems,
                "Correct the document at chatmgmt.policy.location, or the GovernancePolicy bean.",
                cause);
    }
}
