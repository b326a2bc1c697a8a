package io.chatmgmt.lifecycle;

/** Something that a conversation has to react to. A closed family, in one file a source. */
public sealed interface Input
        permits CustomerInput, AiInput, PersonInput, HostInput, RoutingInput, ReviewInput, CaseInput {

    /**
     * Makes the decision.
     *
     * @param step the conversation's next version in the making
     * @return whether anything came of it
     */
    Step.Verdict decide(Step step);
}
