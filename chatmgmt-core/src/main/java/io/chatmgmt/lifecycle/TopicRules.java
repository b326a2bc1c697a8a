package io.chatmgmt.lifecycle;

import io.chatmgmt.conversation.ConversationTopic;
import io.chatmgmt.conversation.LifecycleEvent;
import io.chatmgmt.conversation.MessageSignals;
import io.chatmgmt.conversation.Source;
import io.chatmgmt.conversation.TopicGuess;

/** Recognises what a conversation is about; what the host gave stays. */
final class TopicRules {

    private TopicRules() {}

    static void hear(Step step, MessageSignals signals) {
        TopicGuess guess = signals.topic().orElse(null);
        ConversationTopic topic = step.draft().topic();
        if (guess == null || (topic != null && topic.source() == Source.GIVEN)) {
            return;
        }
        boolean clear = guess.score() >= step.policy().escalation().topicScore();
        if (topic == null || (clear && !topic.code().equals(guess.code()))) {
            step.emit(new LifecycleEvent.TopicSet(new ConversationTopic(guess.code(), guess.score(), Source.DETECTED)));
        }
    }
}
