package io.chatmgmt.escalation;

import io.chatmgmt.conversation.ConversationTopic;
import io.chatmgmt.conversation.EscalationOutcome;
import io.chatmgmt.conversation.EscalationReason;
import io.chatmgmt.conversation.Evidence;
import io.chatmgmt.conversation.ReasonCode;
import io.chatmgmt.conversation.Source;
import io.chatmgmt.conversation.Span;
import io.chatmgmt.conversation.TopicGuess;
import java.util.List;
import java.util.Optional;

/** The customer's matter is one that people handle. */
final class SensitiveTopicTrigger implements EscalationTrigger {

    @Override
    public String code() {
        return ReasonCode.TOPIC_SENSITIVE;
    }

    @Override
    public Optional<EscalationReason> evaluate(EscalationFacts facts) {
        if (facts.moment() != Moment.CUSTOMER_MESSAGE) {
            return Optional.empty();
        }
        TopicGuess guess = facts.signals().topic().orElse(null);
        if (guess != null) {
            return judge(facts, guess.code(), guess.score(), guess.evidence());
        }
        ConversationTopic topic = facts.conversation().topic();
        return topic != null && topic.source() == Source.GIVEN && facts.customerMessages() == 1
                ? judge(facts, topic.code(), topic.score(), List.of())
                : Optional.empty();
    }

    private Optional<EscalationReason> judge(EscalationFacts facts, String topic, double score, List<Span> spans) {
        double threshold = facts.policy().topicScore();
        if (!facts.policy().sensitiveTopics().containsKey(topic) || score < threshold / 2) {
            return Optional.empty();
        }
        EscalationOutcome outcome = score >= threshold ? EscalationOutcome.ESCALATE : EscalationOutcome.NONE;
        return Optional.of(new EscalationReason(
                code(),
                outcome,
                score,
                List.of(new Evidence("topic:" + topic, facts.message(), score, threshold, spans))));
    }
}
