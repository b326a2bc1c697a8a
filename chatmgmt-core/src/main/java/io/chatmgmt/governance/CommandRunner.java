package io.chatmgmt.governance;

import io.chatmgmt.conversation.Actor;
import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationEvent;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Customer;
import io.chatmgmt.conversation.Handoff;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.Text;
import io.chatmgmt.lifecycle.Circumstances;
import io.chatmgmt.lifecycle.ConversationLifecycle;
import io.chatmgmt.lifecycle.Input;
import io.chatmgmt.lifecycle.Outcome;
import io.chatmgmt.policy.GovernancePolicy;
import io.chatmgmt.routing.Arrival;
import io.chatmgmt.routing.QueueView;
import io.chatmgmt.routing.QueueViews;
import io.chatmgmt.routing.RoutingPolicy;
import io.chatmgmt.store.Commit;
import io.chatmgmt.store.CommitOutcome;
import io.chatmgmt.store.PlaceInLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes one input through the house: reads the conversation, lets the lifecycle decide, commits, and announces. A lost
 * race is decided again, a bounded number of times: what an input concerns (a ticket, an offer) is checked each time.
 * Thread-safe.
 */
final class CommandRunner {

    private static final int MAX_ATTEMPTS = 16;

    private final Kernel kernel;
    private final Matcher matcher;
    private final Summaries summaries;

    CommandRunner(Kernel kernel) {
        this.kernel = kernel;
        this.matcher = new Matcher(kernel, this);
        this.summaries = new Summaries(kernel, this);
    }

    Matcher matcher() {
        return matcher;
    }

    /** Makes the input for a conversation as it is now; null when the conversation does not exist yet. */
    @FunctionalInterface
    interface InputFactory {

        Input make(@Nullable Conversation current, Instant now);

        /** Whether what the input is about is still there; a command is lost when it is not. */
        default boolean isStillMeant(Conversation current) {
            return true;
        }
    }

    /** What became of a command. */
    sealed interface Answer {

        /** It took effect, now or when it was first given. */
        record Done(TurnResult result) implements Answer {}

        /** It asked for what is already so. */
        record AlreadySo(Conversation current) implements Answer {}

        /** What it concerned is gone. */
        record Lost(Conversation current) implements Answer {}

        /** An agent has no slot for it. */
        record NoSlot(AgentId agent) implements Answer {}
    }

    /** Runs an input on a conversation that must exist. */
    Answer run(ConversationId id, Actor actor, @Nullable String key, Input input) {
        return run(id, actor, key, null, (current, now) -> input);
    }

    /**
     * Runs an input.
     *
     * @param beginner who the customer is when the input may begin the conversation, null when it must exist
     */
    Answer run(ConversationId id, Actor actor, @Nullable String key, @Nullable Customer beginner, InputFactory inputs) {
        Conversation current = kernel.store().findRecent(id).orElse(null);
        boolean recent = true;
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            if (current == null && beginner == null) {
                throw new ConversationNotFoundException(id);
            }
            if (current != null && current.format() > Conversation.FORMAT) {
                throw new NewerFormatException(id, current.format());
            }
            Instant now = kernel.now();
            GovernancePolicy policy = kernel.policy(id.tenant(), now);
            Outcome outcome = current != null && !inputs.isStillMeant(current)
                    ? new Outcome.Lost()
                    : decide(
                            id,
                            current,
                            beginner,
                            inputs.make(current, now),
                            circumstances(id, current, now, actor, policy));
            if (!(outcome instanceof Outcome.Changed changed)) {
                if (recent) {
                    recent = false;
                    Conversation latest = kernel.store().find(id).orElse(null);
                    if (latest != null
                            && latest.version()
                                    != Objects.requireNonNull(current, "current")
                                            .version()) {
                        current = latest;
                        continue;
                    }
                }
                return unchanged(id, key, Objects.requireNonNull(current, "current"), outcome);
            }
            JournalRow row = new JournalRow(
                    id,
                    changed.row().version(),
                    changed.row().lastAt(),
                    actor,
                    key,
                    policy.version(),
                    changed.events());
            CommitOutcome committed =
                    kernel.store().commit(new Commit(changed.row(), row, changed.texts(), changed.slots()));
            if (committed instanceof CommitOutcome.Moved moved) {
                current = moved.current();
                recent = false;
            } else {
                return concluded(committed, row, current, changed);
            }
        }
        throw new ContentionException(id, MAX_ATTEMPTS);
    }

    private Circumstances circumstances(
            ConversationId id, @Nullable Conversation current, Instant now, Actor actor, GovernancePolicy policy) {
        return new Circumstances(
                now,
                actor,
                policy,
                kernel.triggers(),
                kernel.house().view(id.tenant(), now),
                new Queues(kernel.house(), id, current, policy.routing(), now));
    }

    /** The queues as a decision about a conversation sees them. */
    private record Queues(
            House house, ConversationId id, @Nullable Conversation current, RoutingPolicy policy, Instant now)
            implements QueueViews {

        @Override
        public Optional<QueueView> of(String queue, Arrival arrival) {
            Instant openedAt = current == null ? now : current.openedAt();
            PlaceInLine place = new PlaceInLine(arrival.orderKey(), openedAt, id.value());
            return Optional.of(house.queue(id.tenant(), policy, queue, arrival, place, now));
        }

        @Override
        public Optional<QueueView> place() {
            if (current == null) {
                return Optional.empty();
            }
            Handoff handoff = current.handoff();
            return handoff == null || !handoff.isWaiting()
                    ? Optional.empty()
                    : Optional.of(house.place(current, handoff, policy, now));
        }
    }

    private static Outcome decide(
            ConversationId id,
            @Nullable Conversation current,
            @Nullable Customer beginner,
            Input input,
            Circumstances circumstances) {
        return current == null
                ? ConversationLifecycle.begin(id, Objects.requireNonNull(beginner, "beginner"), input, circumstances)
                : ConversationLifecycle.decide(current, input, circumstances);
    }

    /** Nothing happens; but a command that took effect before still gets its first answer. */
    private Answer unchanged(ConversationId id, @Nullable String key, Conversation current, Outcome outcome) {
        if (key != null) {
            Optional<JournalRow> earlier = kernel.store().findCommand(id, key);
            if (earlier.isPresent()) {
                return new Answer.Done(repeated(earlier.get()));
            }
        }
        return outcome instanceof Outcome.Lost ? new Answer.Lost(current) : new Answer.AlreadySo(current);
    }

    private Answer concluded(
            CommitOutcome outcome, JournalRow row, @Nullable Conversation before, Outcome.Changed changed) {
        if (outcome instanceof CommitOutcome.Repeated repeated) {
            return new Answer.Done(repeated(repeated.journal()));
        }
        if (outcome instanceof CommitOutcome.SlotRefused refused) {
            return new Answer.NoSlot(refused.agent());
        }
        if (kernel.announcer().hasListeners()
                || matcher.isConcerned(row.events(), changed.slots())
                || summaries.isConcerned(row.events())) {
            kernel.announcer().afterCommit(() -> {
                kernel.announcer().announce(row, changed.row(), changed.texts());
                matcher.consider(before, changed.row(), row.events(), changed.slots());
                summaries.consider(changed.row(), row.events());
            });
        }
        return new Answer.Done(TurnResult.of(row, changed.texts()));
    }

    private TurnResult repeated(JournalRow row) {
        List<Text> texts = new ArrayList<>(2);
        for (ConversationEvent event : row.events()) {
            int number = VisibleText.numberOf(event);
            if (number > 0) {
                texts.addAll(kernel.store().texts(row.conversation(), number - 1, 1));
            }
        }
        return TurnResult.of(row, texts);
    }
}
