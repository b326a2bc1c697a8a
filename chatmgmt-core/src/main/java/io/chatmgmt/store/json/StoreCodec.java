package io.chatmgmt.store.json;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.Text;
import io.chatmgmt.routing.Agent;
import io.chatmgmt.store.UnreadableRecordException;
import java.io.StringWriter;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * Writes what a store keeps as JSON, in ASCII, on one line, and reads it back. The same value always gives the same text.
 * Every text says in which format it was written. Fields that this version does not know are passed over, so a row of a
 * newer version can be read, and says by its {@link Conversation#format()} that it must not be written over; what cannot
 * be understood at all is refused. Ids and contents that a store keeps beside the text are not in it. Thread-safe.
 */
public final class StoreCodec {

    private static final String FORMAT = "format";

    private final JsonFactory json =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private final RecordShape<Conversation> conversations;
    private final RecordShape<JournalRow> journals;
    private final RecordShape.Part<Text> texts;
    private final RecordShape<Agent> agents;

    /** A codec; it has no settings, and one serves for everything. */
    public StoreCodec() {
        Shapes shapes = new Shapes();
        conversations = shapes.record(Conversation.class);
        journals = shapes.record(JournalRow.class);
        texts = shapes.record(Text.class).without("content");
        agents = shapes.record(Agent.class);
    }

    /**
     * Writes a conversation's row.
     *
     * @param row the row
     * @return the text, without the id
     */
    public String write(Conversation row) {
        Scope scope = Scope.of(row.id());
        return text(out -> conversations.writeFields(out, row, scope, ""));
    }

    /**
     * Reads a conversation's row.
     *
     * @param id which conversation
     * @param text the text
     * @return the row
     * @throws UnreadableRecordException when it cannot be understood
     */
    public Conversation readConversation(ConversationId id, String text) {
        Scope scope = Scope.of(id);
        return value("row", id, text, in -> conversations.readFields(in, scope, "", null));
    }

    /**
     * Writes a row of a journal.
     *
     * @param row the row
     * @return the text, without the conversation's id
     */
    public String write(JournalRow row) {
        Scope scope = Scope.of(row.conversation());
        return text(out -> {
            out.writeNumberProperty(FORMAT, Conversation.FORMAT);
            journals.writeFields(out, row, scope, "");
        });
    }

    /**
     * Reads a row of a journal.
     *
     * @param id which conversation
     * @param text the text
     * @return the row
     * @throws UnreadableRecordException when it cannot be understood
     */
    public JournalRow readJournalRow(ConversationId id, String text) {
        Scope scope = Scope.of(id);
        return value("journal row", id, text, in -> journals.readFields(in, scope, "", null));
    }

    /**
     * Writes everything of what a person or program wrote but the content.
     *
     * @param id which conversation
     * @param written what was written
     * @return the text, without the content
     */
    public String write(ConversationId id, Text written) {
        Scope scope = Scope.of(id);
        return text(out -> {
            out.writeNumberProperty(FORMAT, Conversation.FORMAT);
            texts.writeFields(out, written, scope);
        });
    }

    /**
     * Reads what a person or program wrote.
     *
     * @param id which conversation
     * @param text everything but the content
     * @param content the content
     * @return what was written
     * @throws UnreadableRecordException when it cannot be understood
     */
    public Text readText(ConversationId id, String text, String content) {
        Scope scope = Scope.of(id);
        return value("text", id, text, in -> texts.readFields(in, scope, content));
    }

    /**
     * Writes an agent.
     *
     * @param agent the agent
     * @return the text
     */
    public String write(Agent agent) {
        Scope scope = new Scope(agent.id().tenant(), null);
        return text(out -> {
            out.writeNumberProperty(FORMAT, Conversation.FORMAT);
            agents.writeFields(out, agent, scope, "");
        });
    }

    /**
     * Reads an agent.
     *
     * @param tenant whose agent
     * @param text the text
     * @return the agent
     * @throws UnreadableRecordException when it cannot be understood
     */
    public Agent readAgent(String tenant, String text) {
        Scope scope = new Scope(tenant, null);
        return value("agent", null, text, in -> agents.readFields(in, scope, "", null));
    }

    private String text(Consumer<JsonGenerator> fields) {
        StringWriter text = new StringWriter(1024);
        try (JsonGenerator out = json.createGenerator(ObjectWriteContext.empty(), text)) {
            out.writeStartObject();
            fields.accept(out);
            out.writeEndObject();
        }
        return text.toString();
    }

    private <T> T value(String what, @Nullable ConversationId id, String text, Function<JsonParser, T> fields) {
        try (JsonParser in = json.createParser(ObjectReadContext.empty(), text)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("not an object");
            }
            return fields.apply(in);
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            throw new UnreadableRecordException(what, id, formatOf(text), Conversation.FORMAT, e);
        }
    }

    private int formatOf(String text) {
        try (JsonParser in = json.createParser(ObjectReadContext.empty(), text)) {
            in.nextToken();
            while (in.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean isFormat = FORMAT.equals(in.currentName());
                in.nextToken();
                if (isFormat) {
                    return in.getIntValue();
                }
                in.skipChildren();
            }
            return 0;
        } catch (JacksonException e) {
            return 0;
        }
    }
}
