package io.chatmgmt.spring.actuate;

import io.chatmgmt.conversation.AnswerEvent;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationEvent;
import io.chatmgmt.conversation.Decision;
import io.chatmgmt.conversation.DecisionKind;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.MessageEvent;
import io.chatmgmt.conversation.Participant;
import io.chatmgmt.governance.GovernanceListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Counts what this node commits; all meters exist from the start. Thread-safe.
 *
 * <table>
 * <caption>The meters</caption>
 * <tr><th>name</th><th>what</th><th>tags</th></tr>
 * <tr><td>{@code chatmgmt.messages}</td><td>messages that the customer wrote or could read</td><td>{@code author}</td></tr>
 * <tr><td>{@code chatmgmt.decisions}</td><td>decisions</td><td>{@code kind}</td></tr>
 * <tr><td>{@code chatmgmt.outbound.retries}</td><td>texts that were offered to the host again, because nobody
 * acknowledged them</td><td></td></tr>
 * <tr><td>{@code chatmgmt.answers.confidence}</td><td>confidences of the AI's delivered answers, 0 to 1</td><td></td></tr>
 * </table>
 */
final class GovernanceMeters implements GovernanceListener {

    private final Map<Participant, Counter> messages = new EnumMap<>(Participant.class);
    private final Map<DecisionKind, Counter> decisions = new EnumMap<>(DecisionKind.class);
    private final DistributionSummary confidence;
    private final Counter retries;

    GovernanceMeters(MeterRegistry registry) {
        for (Participant author :
                List.of(Participant.CUSTOMER, Participant.AI, Participant.AGENT, Participant.SYSTEM)) {
            messages.put(
                    author,
                    Counter.builder("chatmgmt.messages")
                            .description("Messages that the customer wrote or could read")
                            .tag("author", tag(author))
                            .register(registry));
        }
        for (DecisionKind kind : DecisionKind.values()) {
            decisions.put(
                    kind,
                    Counter.builder("chatmgmt.decisions")
                            .description("Decisions")
                            .tag("kind", tag(kind))
                            .register(registry));
        }
        retries = Counter.builder("chatmgmt.outbound.retries")
                .description("Texts that were offered to the host again")
                .register(registry);
        confidence = DistributionSummary.builder("chatmgmt.answers.confidence")
                .description("Confidences of the AI's delivered answers")
                .register(registry);
    }

    @Override
    public void onCommitted(JournalRow row, Conversation conversation) {
        for (ConversationEvent event : row.events()) {
            count(event);
        }
    }

    private void count(ConversationEvent event) {
        if (event instanceof MessageEvent.CustomerWrote) {
            wrote(Participant.CUSTOMER);
        } else if (event instanceof MessageEvent.AgentWrote
                || event instanceof AnswerEvent.Replaced
                || event instanceof AnswerEvent.Corrected) {
            wrote(Participant.AGENT);
        } else if (event instanceof MessageEvent.SystemWrote || event instanceof AnswerEvent.FellBack) {
            wrote(Participant.SYSTEM);
        } else if (event instanceof AnswerEvent.Sent sent) {
            wrote(Participant.AI);
            sent.confidence().value().ifPresent(confidence::record);
        } else if (event instanceof MessageEvent.Retried) {
            retries.increment();
        }
        event.decision().ifPresent(this::decided);
    }

    private void wrote(Participant author) {
        Objects.requireNonNull(messages.get(author)).increment();
    }

    private void decided(Decision decision) {
        Objects.requireNonNull(decisions.get(decision.kind())).increment();
    }

    private static String tag(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
