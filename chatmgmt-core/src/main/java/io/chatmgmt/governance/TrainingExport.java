package io.chatmgmt.governance;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationTopic;
import io.chatmgmt.conversation.Participant;
import io.chatmgmt.conversation.Text;
import io.chatmgmt.conversation.TextKind;
import io.chatmgmt.conversation.TrainingMark;
import io.chatmgmt.store.ConversationStore;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes marked answers as JSON lines. Not thread-safe; for one export. */
final class TrainingExport {

    private static final int CONTEXT = 6;

    /** What may stand for the better answer: never what the team keeps to itself. */
    private static final Set<TextKind> SHARED = EnumSet.of(TextKind.MESSAGE, TextKind.CORRECTION, TextKind.TRAINING);

    private final ConversationStore store;
    private final Appendable out;
    private int lines;

    TrainingExport(ConversationStore store, Appendable out) {
        this.store = store;
        this.out = out;
    }

    int lines() {
        return lines;
    }

    /** Writes one line, unless the answer's words have been erased. */
    void write(Conversation conversation, Instant markedAt, TrainingMark mark) throws IOException {
        ConversationReader reader = new ConversationReader(store, conversation.id());
        Optional<Text> original = reader.text(mark.text());
        if (original.isEmpty() || original.get().content().isEmpty()) {
            return;
        }
        ConversationTopic topic = conversation.topic();
        Optional<Text> corrected = reader.text(mark.corrected()).filter(text -> SHARED.contains(text.kind()));
        StringBuilder line = new StringBuilder(400).append('{');
        field(line, "conversation", conversation.id().value());
        field(line, "text", mark.text());
        field(line, "markedAt", markedAt.toString());
        field(line, "state", mark.state().name());
        field(line, "reason", mark.reason().name());
        field(line, "tags", mark.tags());
        field(line, "language", conversation.language().tag());
        field(line, "topic", topic == null ? null : topic.code());
        name(line, "context").append('[');
        String separator = "";
        for (Text text : reader.messagesBefore(mark.text(), CONTEXT)) {
            line.append(separator).append('{');
            field(line, "from", from(text.author().kind()));
            field(line, "text", text.content());
            line.append('}');
            separator = ",";
        }
        line.append(']');
        field(line, "original", original.get().content());
        field(line, "corrected", corrected.map(Text::content).orElse(null));
        out.append(line.append("}\n"));
        lines++;
    }

    private static String from(Participant kind) {
        return kind == Participant.SUPERVISOR ? "agent" : kind.name().toLowerCase(Locale.ROOT);
    }

    private static void field(StringBuilder line, String name, @Nullable Object value) {
        JsonText.append(name(line, name), value);
    }

    private static StringBuilder name(StringBuilder line, String name) {
        if (line.charAt(line.length() - 1) != '{') {
            line.append(',');
        }
        return line.append('"').append(name).append("\":");
    }
}
