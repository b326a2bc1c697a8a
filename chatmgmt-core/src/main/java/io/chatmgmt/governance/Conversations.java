package io.chatmgmt.governance;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.Status;
import io.chatmgmt.conversation.Text;
import io.chatmgmt.conversation.TextKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads conversations, for the host itself: no permissions are asked. Thread-safe. */
public final class Conversations {

    private static final int PAGE = 200;

    private final Kernel kernel;

    Conversations(Kernel kernel) {
        this.kernel = kernel;
    }

    /**
     * One conversation.
     *
     * @param id which
     * @return empty when there is none
     */
    public Optional<Conversation> find(ConversationId id) {
        return kernel.store().find(id);
    }

    /**
     * One conversation.
     *
     * @param id which
     * @return the conversation
     * @throws ConversationNotFoundException when there is none
     */
    public Conversation get(ConversationId id) {
        return find(id).orElseThrow(() -> new ConversationNotFoundException(id));
    }

    /**
     * The status that a supervisor sees of a conversation now.
     *
     * @param conversation which
     * @return the status
     */
    public Status status(Conversation conversation) {
        Instant now = kernel.now();
        Duration pendingAfter =
                kernel.policy(conversation.id().tenant(), now).response().pendingAfter();
        return conversation.status(now, pendingAfter);
    }

    /**
     * What the customer could read and wrote, in the order in which it was sent: what may be shown in the channel and
     * given to the AI. Notes, drafts and remarks of the team are never part of it.
     *
     * @param id which conversation
     * @return the messages and corrections, the earliest first
     */
    public List<Text> history(ConversationId id) {
        List<Text> history = new ArrayList<>();
        int after = 0;
        List<Text> page = kernel.store().texts(id, after, PAGE);
        while (!page.isEmpty()) {
            for (Text text : page) {
                if (text.kind() == TextKind.MESSAGE || text.kind() == TextKind.CORRECTION) {
                    history.add(text);
                }
            }
            after = page.get(page.size() - 1).number();
            page = kernel.store().texts(id, after, PAGE);
        }
        history.sort(Comparator.comparing(Text::sentAt).thenComparing(Text::number));
        return history;
    }

    /**
     * What happened in a conversation and why.
     *
     * @param id which
     * @param afterVersion the version after which to begin, 0 for the beginning
     * @param limit how many rows at most, 1 or more
     * @return the rows in order of version
     */
    public List<JournalRow> journal(ConversationId id, long afterVersion, int limit) {
        return kernel.store().journal(id, afterVersion, limit);
    }

    /**
     * The conversations that are not resolved.
     *
     * @param tenant whose
     * @param after the id after which to begin, null for the beginning
     * @param limit how many at most, 1 or more
     * @return in order of id
     */
    public List<Conversation> open(String tenant, @Nullable ConversationId after, int limit) {
        return kernel.store().open(tenant, after, limit);
    }
}
