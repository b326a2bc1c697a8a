package io.chatmgmt.lifecycle;

import io.chatmgmt.conversation.ConversationDraft;
import io.chatmgmt.conversation.ConversationLanguage;
import io.chatmgmt.conversation.ConversationTopic;
import io.chatmgmt.conversation.Customer;
import io.chatmgmt.conversation.CustomerHistory;
import io.chatmgmt.conversation.Episode;
import io.chatmgmt.conversation.LifecycleEvent;
import io.chatmgmt.conversation.Source;
import java.time.Instant;

/** How a conversation and its episodes begin. */
final class Beginning {

    private Beginning() {}

    /** Opens a conversation that begins with this step, or is resolved; false when it is open already. */
    static boolean open(Step step, Opening opening, CustomerHistory history) {
        if (step.isNew()) {
            first(step, opening, history);
            return true;
        }
        if (step.isOpen()) {
            return false;
        }
        again(step, opening, history);
        return true;
    }

    private static void first(Step step, Opening opening, CustomerHistory history) {
        String given = opening.language();
        ConversationLanguage language = given == null
                ? ConversationLanguage.of(step.policy().language().fallback(), Source.DEFAULT)
                : ConversationLanguage.of(given, Source.GIVEN);
        step.emit(
                new LifecycleEvent.Opened(opening.channel(), opening.customer().standing(), history, language));
        about(step, opening);
    }

    private static void about(Step step, Opening opening) {
        String topic = opening.topic();
        if (topic != null) {
            step.emit(new LifecycleEvent.TopicSet(new ConversationTopic(topic, 1, Source.GIVEN)));
        }
    }

    private static void again(Step step, Opening opening, CustomerHistory history) {
        ConversationDraft draft = step.draft();
        Instant resolvedAt = draft.episode().resolvedAt();
        boolean soon = resolvedAt != null
                && step.now()
                        .isBefore(resolvedAt.plus(step.policy().escalation().continuation()));
        boolean nobodys = draft.customer().isErased();
        Customer customer = nobodys ? opening.customer() : draft.customer();
        step.emit(new LifecycleEvent.Reopened(
                soon ? Episode.Kind.CONTINUATION : Episode.Kind.REOPENED, customer.standing(), history));
        if (nobodys) {
            draft.identify(customer);
        }
        String language = opening.language();
        if (language != null) {
            step.emit(new LifecycleEvent.LanguageSet(language, Source.GIVEN));
        }
        about(step, opening);
    }
}
