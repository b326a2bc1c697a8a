package io.chatmgmt.conversation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happens to a conversation as a whole. */
public sealed interface LifecycleEvent extends ConversationEvent {

    /**
     * The conversation began.
     *
     * @param channel where the customer writes
     * @param standing how the host values the customer
     * @param history what is known of the customer's earlier episodes
     * @param language the language that is assumed or given
     */
    record Opened(String channel, Customer.Standing standing, CustomerHistory history, ConversationLanguage language)
            implements LifecycleEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            draft.channel = channel;
            draft.enterEpoch(1);
            draft.waitingSince = draft.at();
            draft.language = language;
            draft.episode = Episode.begin(1, Episode.Kind.FIRST, draft.at(), history);
        }
    }

    /**
     * The customer came back after the matter was resolved: the next episode begins.
     *
     * @param kind {@link Episode.Kind#REOPENED} or {@link Episode.Kind#CONTINUATION}
     * @param standing how the host values the customer now
     * @param history what is known of the customer's earlier episodes
     */
    record Reopened(Episode.Kind kind, Customer.Standing standing, CustomerHistory history) implements LifecycleEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            draft.lifecycle = Lifecycle.OPEN;
            draft.control = Control.AI;
            draft.waitingOn = WaitingOn.CUSTOMER;
            draft.topic = kind == Episode.Kind.CONTINUATION ? draft.topic : null;
            draft.language = draft.language.again();
            draft.enterEpoch(draft.controlEpoch + 1);
            draft.begin(Episode.begin(draft.episode.number() + 1, kind, draft.at(), history));
            draft.flags = Flags.NONE;
            draft.ai = AiTurns.NONE;
            draft.triggers = TriggerMemory.NONE;
            draft.caseFile = draft.caseFile.reopened();
        }

        @Override
        public Optional<Decision> decision() {
            return Optional.of(Decision.of(DecisionKind.REOPENED));
        }
    }

    /**
     * The host told something new about the customer; what it is stands in the row only.
     *
     * @param standing how the host values the customer now
     */
    record CustomerChanged(Customer.Standing standing) implements LifecycleEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            // who the customer is never stands in the journal
        }
    }

    /**
     * The conversation's language was recognised, given or changed.
     *
     * @param tag the BCP 47 tag
     * @param source where it comes from
     */
    record LanguageSet(String tag, Source source) implements LifecycleEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            draft.language = draft.language.followedBy(tag, source);
        }
    }

    /**
     * A message was clearly in another language than the conversation, or the first one after some that were not.
     *
     * @param tag the other language, empty when the message agreed again
     * @param messages how many messages in a row disagreed so far
     */
    record LanguageDisputed(String tag, int messages) implements LifecycleEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            draft.language = draft.language.disputed(tag, messages);
        }
    }

    /**
     * What the conversation is about was recognised, given or changed.
     *
     * @param topic the topic
     */
    record TopicSet(ConversationTopic topic) implements LifecycleEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            draft.topic = topic;
        }
    }

    /**
     * A flag went up.
     *
     * @param flag which
     */
    record FlagRaised(Flag flag) implements LifecycleEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            draft.flags = draft.flags.raised(flag);
        }
    }

    /**
     * A flag went down by itself: its cause is gone.
     *
     * @param flag which
     */
    record FlagCleared(Flag flag) implements LifecycleEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            draft.flags = draft.flags.cleared(flag);
        }
    }

    /**
     * A person took a flag down: it is not raised automatically again in this episode.
     *
     * @param flag which
     */
    record FlagTakenDown(Flag flag) implements LifecycleEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            draft.flags = draft.flags.takenDown(flag);
        }
    }

    /**
     * A person changed what the AI may do in this episode.
     *
     * @param settings the settings from now on
     */
    record SettingsChanged(AiSettings settings) implements LifecycleEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            draft.ai = draft.ai.with(settings);
        }
    }

    /**
     * The matter is done. Ends everything that was running and clears the automatic flags.
     *
     * @param resolution how it ended
     * @param agent who had it then, null when the AI had
     */
    record Resolved(Resolution resolution, @Nullable AgentId agent) implements LifecycleEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            draft.lifecycle = Lifecycle.RESOLVED;
            draft.control = Control.AI;
            draft.assignee = null;
            draft.enterEpoch(draft.controlEpoch + 1);
            draft.waitingOn = WaitingOn.NOBODY;
            draft.waitingSince = null;
            draft.end(draft.episode.resolved(resolution, agent, draft.at()));
            draft.flags = draft.flags.has(Flag.MANUAL) ? Flags.NONE.raised(Flag.MANUAL) : Flags.NONE;
            draft.ai = draft.ai.silenced();
            draft.escalation = null;
            draft.handoff = null;
        }

        @Override
        public Optional<Decision> decision() {
            return Optional.of(new Decision(DecisionKind.RESOLVED, List.of(), null, null, agent));
        }
    }

    /**
     * Who the customer was, and what anybody wrote, is erased. What happened, when and why stays.
     *
     * @param texts the number of the latest text that is without words from now on
     */
    record Erased(int texts) implements LifecycleEvent {

        @Override
        public void applyTo(ConversationDraft draft) {
            draft.outbound = List.of();
            draft.triggers = TriggerMemory.NONE;
            draft.caseFile = draft.caseFile.erased();
        }
    }
}
