package io.chatmgmt.conversation;

import java.util.Optional;

/**
 * Something that happened to a conversation, as the journal keeps it: outcomes in numbers, codes and spans, never policy
 * and never what people wrote. Immutable. A closed family, in one file a theme.
 */
public sealed interface ConversationEvent
        permits LifecycleEvent,
                MessageEvent,
                AnswerEvent,
                EscalationEvent,
                HandoffEvent,
                ReviewEvent,
                CaseEvent,
                QualityEvent,
                SurveyEvent {

    /**
     * Takes effect on the conversation.
     *
     * @param draft the conversation's next version
     */
    void applyTo(ConversationDraft draft);

    /**
     * What was decided, where the event is a decision.
     *
     * @return empty for mere facts
     */
    default Optional<Decision> decision() {
        return Optional.empty();
    }
}
