package io.chatmgmt.spring.web;

import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Text;
import io.chatmgmt.store.ConversationStore;
import java.util.List;

/** Reads what people wrote, for those who were found to be allowed to. Thread-safe. */
final class Words {

    private final ConversationStore store;

    Words(ConversationStore store) {
        this.store = store;
    }

    /** The words of one text, empty when they have been erased. */
    String of(ConversationId id, int number) {
        return number < 1
                ? ""
                : store.texts(id, number - 1, 1).stream()
                        .filter(text -> text.number() == number)
                        .map(Text::content)
                        .findFirst()
                        .orElse("");
    }

    /** Some texts before a number, in order. */
    List<Text> before(ConversationId id, int number, int limit) {
        return store.texts(id, Math.max(0, number - 1 - limit), limit).stream()
                .filter(text -> text.number() < number)
                .toList();
    }
}
