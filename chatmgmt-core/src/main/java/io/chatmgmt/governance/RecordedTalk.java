package io.chatmgmt.governance;

import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.Text;
import io.chatmgmt.metrics.ConversationTally;
import io.chatmgmt.metrics.Records;
import io.chatmgmt.quality.EpisodeListener;
import io.chatmgmt.store.ConversationStore;
import java.util.List;

/** What the pass remembers of one conversation: what was counted, and how good it was so far. Not thread-safe. */
final class RecordedTalk {

    private static final int PAGE = 50;

    private final ConversationStore store;
    private final ConversationTally tally;
    private final EpisodeListener listener = new EpisodeListener();
    private List<Text> page = List.of();

    RecordedTalk(ConversationStore store, ConversationId id, String customerId) {
        this.store = store;
        this.tally = new ConversationTally(id, customerId);
    }

    ConversationId id() {
        return tally.id();
    }

    long version() {
        return tally.version();
    }

    EpisodeListener quality() {
        return listener;
    }

    void hear(JournalRow row, Records records) {
        tally.record(row, records);
        listener.hear(row, this::text);
    }

    /** The words of a text; nothing where they have been erased. Texts are asked for in order, so they come in pages. */
    private String text(int number) {
        for (Text each : page) {
            if (each.number() == number) {
                return each.content();
            }
        }
        page = store.texts(tally.id(), number - 1, PAGE);
        return page.isEmpty() || page.get(0).number() != number
                ? ""
                : page.get(0).content();
    }
}
