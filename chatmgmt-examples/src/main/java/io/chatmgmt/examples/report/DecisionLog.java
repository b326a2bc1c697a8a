package io.chatmgmt.examples.report;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationEvent;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Decision;
import io.chatmgmt.conversation.DecisionKind;
import io.chatmgmt.conversation.Escalation;
import io.chatmgmt.conversation.EscalationEvent;
import io.chatmgmt.conversation.EscalationOutcome;
import io.chatmgmt.conversation.EscalationReason;
import io.chatmgmt.conversation.Evidence;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.Level;
import io.chatmgmt.conversation.Span;
import io.chatmgmt.governance.GovernanceListener;
import io.chatmgmt.policy.GovernancePolicy;
import java.io.OutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;

/** Writes every decision as one line of JSON, in the order decided. Thread-safe. */
public final class DecisionLog implements GovernanceListener, AutoCloseable {

    /** Stands for the turn of what time caused. */
    public static final int NO_TURN = -1;

    private static final SerializedString CONVERSATION = new SerializedString("conversation");
    private static final SerializedString TURN = new SerializedString("turn");
    private static final SerializedString AT = new SerializedString("at");
    private static final SerializedString KIND = new SerializedString("kind");
    private static final SerializedString REASONS = new SerializedString("reasons");
    private static final SerializedString LEVEL = new SerializedString("level");
    private static final SerializedString QUEUE = new SerializedString("queue");
    private static final SerializedString AGENT = new SerializedString("agent");
    private static final SerializedString POLICY_VERSION = new SerializedString("policyVersion");

    private final JsonGenerator json;
    private final GovernancePolicy policy;
    private final InstantSource clock;
    private final ToIntFunction<ConversationId> turns;

    /**
     * A log.
     *
     * @param out where the lines go; closed with the log
     * @param policy the policy that decides
     * @param clock the clock of the front door
     * @param turns the index of the input turn of a conversation that is being played, or {@link #NO_TURN}
     */
    public DecisionLog(
            OutputStream out, GovernancePolicy policy, InstantSource clock, ToIntFunction<ConversationId> turns) {
        this.json = JsonFactory.builder()
                .rootValueSeparator("")
                .build()
                .createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8);
        this.policy = policy;
        this.clock = clock;
        this.turns = turns;
    }

    @Override
    public synchronized void onCommitted(JournalRow row, Conversation conversation) {
        boolean shadow = policy.mode() == GovernancePolicy.Mode.SHADOW;
        for (ConversationEvent event : row.events()) {
            Decision decision = event.decision().orElse(null);
            if (decision == null && shadow && event instanceof EscalationEvent.Extended extended) {
                decision = again(extended, conversation);
            }
            if (decision != null) {
                write(row.conversation(), row.at(), decision, row.policyVersion());
            }
        }
    }

    /** In shadow nobody is under way whom a new reason could join: it is decided again. */
    private static Decision again(EscalationEvent.Extended extended, Conversation conversation) {
        Escalation open = conversation.escalation();
        String queue = open == null ? null : open.queue();
        return new Decision(DecisionKind.ESCALATE, extended.reasons(), extended.level(), queue, null);
    }

    /**
     * Writes down an answer for which no ticket could be had, because the AI is to be silent.
     *
     * @param conversation where
     * @param kind what became of it
     * @param code why
     */
    public synchronized void dropped(ConversationId conversation, DecisionKind kind, String code) {
        EscalationReason reason = new EscalationReason(code, EscalationOutcome.NONE, 1, List.of());
        write(conversation, clock.instant(), new Decision(kind, List.of(reason), null, null, null), policy.version());
    }

    private void write(ConversationId conversation, Instant at, Decision decision, String policyVersion) {
        json.writeStartObject();
        json.writeName(CONVERSATION).writeString(conversation.value());
        json.writeName(TURN);
        int turn = turns.applyAsInt(conversation);
        if (turn == NO_TURN) {
            json.writeNull();
        } else {
            json.writeNumber(turn);
        }
        json.writeName(AT).writeString(at.toString());
        json.writeName(KIND).writeString(decision.kind().name());
        json.writeName(REASONS).writeStartArray();
        for (EscalationReason reason : decision.reasons()) {
            write(reason);
        }
        json.writeEndArray();
        Level level = decision.level();
        AgentId agent = decision.agent();
        json.writeName(LEVEL);
        writeText(level == null ? null : level.name());
        json.writeName(QUEUE);
        writeText(decision.queue());
        json.writeName(AGENT);
        writeText(agent == null ? null : agent.value());
        json.writeName(POLICY_VERSION).writeString(policyVersion);
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private void write(EscalationReason reason) {
        json.writeStartObject();
        json.writeStringProperty("code", reason.code());
        json.writeName("score");
        writeNumber(reason.score());
        json.writeArrayPropertyStart("evidence");
        for (Evidence evidence : reason.evidence()) {
            write(evidence);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(Evidence evidence) {
        json.writeStartObject();
        json.writeStringProperty("fact", evidence.fact());
        json.writeNumberProperty("message", evidence.message());
        json.writeName("value");
        writeNumber(evidence.value());
        json.writeName("threshold");
        writeNumber(evidence.threshold());
        json.writeArrayPropertyStart("spans");
        for (Span span : evidence.spans()) {
            json.writeStartObject();
            json.writeNumberProperty("start", span.start());
            json.writeNumberProperty("end", span.end());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeText(@Nullable String text) {
        if (text == null) {
            json.writeNull();
        } else {
            json.writeString(text);
        }
    }

    /** JSON knows no infinities and no NaN. */
    private void writeNumber(double number) {
        if (Double.isFinite(number)) {
            json.writeNumber(number);
        } else {
            json.writeNull();
        }
    }

    /** Writes what is left. */
    @Override
    public synchronized void close() {
        json.close();
    }
}
