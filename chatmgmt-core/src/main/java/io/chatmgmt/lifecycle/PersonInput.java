package io.chatmgmt.lifecycle;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.AiSettings;
import io.chatmgmt.conversation.ConfidenceBand;
import io.chatmgmt.conversation.CriterionRating;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.LifecycleEvent;
import io.chatmgmt.conversation.MessageEvent;
import io.chatmgmt.conversation.OverrideReason;
import io.chatmgmt.conversation.ReviewAction;
import io.chatmgmt.conversation.TextKind;
import io.chatmgmt.conversation.TransferKind;
import io.chatmgmt.quality.Scorecard;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people of the support team do. Whether they may is decided before. */
public sealed interface PersonInput extends Input {

    /** Whether a person tells the customer who takes over. */
    enum Introduction {
        /** Yes, from the template. */
        SEND,
        /** No: the person's first message does. */
        SKIP
    }

    /** Whether a conversation fits into a person's capacity. */
    enum Room {
        /** It does. */
        FITS,
        /** It goes beyond the limit. */
        OVER,
        /** Not at all: the agent does not work here any more. */
        NONE
    }

    /**
     * An agent steps in.
     *
     * @param agent who
     * @param name the name that the customer reads
     * @param introduction whether the customer is told
     * @param room whether the conversation fits into the agent's capacity
     */
    record Joins(AgentId agent, String name, Introduction introduction, Room room) implements PersonInput {

        @Override
        public Step.Verdict decide(Step step) {
            return Handoffs.join(step, this);
        }
    }

    /** How what an agent writes gets to the customer. */
    enum Way {
        /** Whoever gives the command brings it there. */
        CALLER,
        /** It is kept until the host acknowledges it. */
        OUTBOX
    }

    /**
     * An agent writes to the customer.
     *
     * @param agent who
     * @param text the message
     * @param way how it gets there
     */
    record Writes(AgentId agent, String text, Way way) implements PersonInput {

        @Override
        public Step.Verdict decide(Step step) {
            return Handoffs.write(step, this);
        }
    }

    /**
     * A reviewer decides about a held answer.
     *
     * @param reviewer who
     * @param ticket the number of the answer's ticket
     * @param action what the reviewer does
     * @param draft the AI's words
     * @param text the reviewer's words; empty for approve and discard
     * @param reason why
     * @param remark why, in the reviewer's own words; empty for nothing
     */
    record Reviews(
            AgentId reviewer,
            int ticket,
            ReviewAction action,
            String draft,
            String text,
            OverrideReason reason,
            String remark)
            implements PersonInput {

        @Override
        public Step.Verdict decide(Step step) {
            return Reviewing.decide(step, this);
        }
    }

    /**
     * An answer of the AI that the customer has read, as it was.
     *
     * @param ticket the number of its ticket, 0 when it is not known any more
     * @param text the number of its text
     * @param content its words
     * @param sentAt when it was sent
     * @param band the band that its confidence fell into
     * @param model the version of the AI, empty when the host does not tell
     */
    record SentAnswer(int ticket, int text, String content, Instant sentAt, ConfidenceBand band, String model) {}

    /**
     * A person corrects an answer that has been sent.
     *
     * @param person who
     * @param answer the answer
     * @param text the correction
     * @param reason why
     * @param remark why, in the person's own words; empty for nothing
     */
    record Corrects(AgentId person, SentAnswer answer, String text, OverrideReason reason, String remark)
            implements PersonInput {

        @Override
        public Step.Verdict decide(Step step) {
            return Reviewing.correct(step, this);
        }
    }

    /**
     * A person escalates.
     *
     * @param why in their own words
     */
    record Escalates(String why) implements PersonInput {

        @Override
        public Step.Verdict decide(Step step) {
            return Escalations.manually(step, why);
        }
    }

    /**
     * The agent gives the conversation back to the AI.
     *
     * @param agent who
     * @param note what was done, for the AI and the team; empty for nothing
     */
    record HandsBack(AgentId agent, String note) implements PersonInput {

        @Override
        public Step.Verdict decide(Step step) {
            return Handoffs.handBack(step, this);
        }
    }

    /**
     * The agent passes the conversation on, or a supervisor does.
     *
     * @param by who
     * @param queue the queue that it is counted in from now on
     * @param to who is to get it, null for whoever takes it there
     * @param kind how
     */
    record PassesOn(AgentId by, String queue, @Nullable AgentId to, TransferKind kind) implements PersonInput {

        @Override
        public Step.Verdict decide(Step step) {
            return Transfers.transfer(step, this);
        }
    }

    /**
     * An agent is done with a conversation before their time of peace is over.
     *
     * @param agent who
     */
    record EndsWrapUp(AgentId agent) implements PersonInput {

        @Override
        public Step.Verdict decide(Step step) {
            return Transfers.endWrapUp(step, this);
        }
    }

    /**
     * A person leaves a private note.
     *
     * @param text the note
     */
    record Notes(String text) implements PersonInput {

        @Override
        public Step.Verdict decide(Step step) {
            step.emit(new MessageEvent.Noted(step.write(TextKind.NOTE, step.actor(), 0, text)));
            return Step.Verdict.CHANGED;
        }
    }

    /**
     * A person raises a flag.
     *
     * @param flag which
     */
    record Raises(Flag flag) implements PersonInput {

        @Override
        public Step.Verdict decide(Step step) {
            if (step.draft().flags().has(flag)) {
                return Step.Verdict.UNCHANGED;
            }
            step.emit(new LifecycleEvent.FlagRaised(flag));
            return Step.Verdict.CHANGED;
        }
    }

    /**
     * A person takes a flag down.
     *
     * @param flag which
     */
    record TakesDown(Flag flag) implements PersonInput {

        @Override
        public Step.Verdict decide(Step step) {
            if (!step.draft().flags().has(flag)) {
                return Step.Verdict.UNCHANGED;
            }
            step.emit(new LifecycleEvent.FlagTakenDown(flag));
            return Step.Verdict.CHANGED;
        }
    }

    /**
     * A reviewer fills in a scorecard for a resolved episode.
     *
     * @param reviewer who
     * @param episode the number of the episode
     * @param scorecard the scorecard
     * @param ratings what was given for each criterion that applies
     * @param comment what the reviewer wrote beside it, empty for nothing
     */
    record FillsIn(AgentId reviewer, int episode, Scorecard scorecard, List<CriterionRating> ratings, String comment)
            implements PersonInput {

        @Override
        public Step.Verdict decide(Step step) {
            return Closing.review(step, this);
        }
    }

    /**
     * A person erases who the customer is, and what anybody wrote; what is still open ends.
     *
     * @param customer the host's id of the customer
     */
    record Erases(String customer) implements PersonInput {

        @Override
        public Step.Verdict decide(Step step) {
            return Closing.erase(step, this);
        }
    }

    /**
     * A person changes what the AI may do in this episode.
     *
     * @param settings the settings from now on
     */
    record Adjusts(AiSettings settings) implements PersonInput {

        @Override
        public Step.Verdict decide(Step step) {
            if (!step.isOpen() || step.draft().ai().settings().equals(settings)) {
                return step.isOpen() ? Step.Verdict.UNCHANGED : Step.Verdict.LOST;
            }
            step.emit(new LifecycleEvent.SettingsChanged(settings));
            return Step.Verdict.CHANGED;
        }
    }
}
