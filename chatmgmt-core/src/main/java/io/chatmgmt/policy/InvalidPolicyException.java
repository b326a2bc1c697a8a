package io.chatmgmt.policy;

import io.chatmgmt.conversation.ChatGovernanceException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A policy that was built or read is not valid. Carries every problem that was found, not just the first. */
public final class InvalidPolicyException extends ChatGovernanceException {

    private static final long serialVersionUID = 1L;

    private final PolicyProblem[] problems;

    /**
     * An exception.
     *
     * @param problems what is wrong, at least one thing
     * @param cause what caused it, null for nothing
     */
    public InvalidPolicyException(List<PolicyProblem> problems, @Nullable Throwable cause) {
        super(message(problems), null, cause);
        this.problems = problems.toArray(PolicyProblem[]::new);
    }

    /**
     * What is wrong.
     *
     * @return the problems in the order of their paths
     */
    public List<PolicyProblem> problems() {
        return List.of(problems);
    }

    private static String message(List<PolicyProblem> problems) {
        String count = problems.size() == 1 ? "1 problem" : problems.size() + " problems";
        return problems.stream()
                .map(PolicyProblem::toString)
                .collect(Collectors.joining("\n  ", "the policy has " + count + ":\n  ", ""));
    }
}
