package io.chatmgmt.lifecycle;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationDraft;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Customer;
import io.chatmgmt.conversation.Handoff;
import java.time.Instant;
import java.util.Objects;

/**
 * Decides what an input causes. A pure function: the same conversation, input and circumstances always give the same
 * outcome, and nothing else is read or touched.
 */
public final class ConversationLifecycle {

    private ConversationLifecycle() {}

    /**
     * Decides about a conversation that exists.
     *
     * @param conversation as it is now
     * @param input what happens
     * @param circumstances what the decision depends on besides
     * @return what it causes
     */
    public static Outcome decide(Conversation conversation, Input input, Circumstances circumstances) {
        return conclude(
                new Step(
                        ConversationDraft.of(conversation, circumstances.now(), circumstances.actor()),
                        circumstances,
                        input,
                        false),
                input);
    }

    /**
     * Decides about a conversation that does not exist yet.
     *
     * @param id its id
     * @param customer who the customer is
     * @param input what happens
     * @param circumstances what the decision depends on besides
     * @return what it causes
     */
    public static Outcome begin(ConversationId id, Customer customer, Input input, Circumstances circumstances) {
        return conclude(
                new Step(
                        ConversationDraft.opening(id, customer, circumstances.now(), circumstances.actor()),
                        circumstances,
                        input,
                        true),
                input);
    }

    private static Outcome conclude(Step step, Input input) {
        Handoff before = step.draft().handoff();
        Instant waitingSince = step.draft().waitingSince();
        Step.Verdict verdict = input.decide(step);
        if (!Objects.equals(step.draft().handoff(), before)
                || !Objects.equals(step.draft().waitingSince(), waitingSince)) {
            Watch.set(step);
        }
        return switch (verdict) {
            case CHANGED -> step.outcome();
            case UNCHANGED -> Outcome.Unchanged.INSTANCE;
            case LOST -> Outcome.Lost.INSTANCE;
        };
    }
}
