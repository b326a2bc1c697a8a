package io.chatmgmt.lifecycle;

import io.chatmgmt.conversation.ConversationLanguage;
import io.chatmgmt.conversation.ConversationTopic;
import io.chatmgmt.conversation.Customer;
import io.chatmgmt.conversation.CustomerHistory;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.LifecycleEvent;
import io.chatmgmt.conversation.QualityEvent;
import io.chatmgmt.conversation.QualityScore;
import io.chatmgmt.conversation.Resolution;
import io.chatmgmt.conversation.Source;

/** What the host does, or lets time do. */
public sealed interface HostInput extends Input {

    /**
     * The host opens a conversation before anybody wrote.
     *
     * @param opening how it begins
     * @param history what is known of the customer's earlier episodes
     */
    record Opens(Opening opening, CustomerHistory history) implements HostInput {

        @Override
        public Step.Verdict decide(Step step) {
            return Beginning.open(step, opening, history) ? Step.Verdict.CHANGED : Step.Verdict.UNCHANGED;
        }
    }

    /**
     * The matter is done.
     *
     * @param resolution how it ended, should nobody of the team have helped
     * @param note what was done, for the team; empty for nothing
     */
    record Resolves(Resolution resolution, String note) implements HostInput {

        @Override
        public Step.Verdict decide(Step step) {
            return Closing.resolve(step, this);
        }
    }

    /** The customer is to be asked how the current or just resolved episode was. */
    record AsksForRating() implements HostInput {

        @Override
        public Step.Verdict decide(Step step) {
            return Surveys.ask(step);
        }
    }

    /**
     * The host knows the topic.
     *
     * @param code the topic's code
     */
    record SetsTopic(String code) implements HostInput {

        @Override
        public Step.Verdict decide(Step step) {
            ConversationTopic topic = new ConversationTopic(code, 1, Source.GIVEN);
            if (topic.equals(step.draft().topic())) {
                return Step.Verdict.UNCHANGED;
            }
            step.emit(new LifecycleEvent.TopicSet(topic));
            return Step.Verdict.CHANGED;
        }
    }

    /**
     * The host knows the language.
     *
     * @param tag the BCP 47 tag
     */
    record SetsLanguage(String tag) implements HostInput {

        @Override
        public Step.Verdict decide(Step step) {
            ConversationLanguage language = step.draft().language();
            if (language.tag().equals(tag) && language.source() == Source.GIVEN) {
                return Step.Verdict.UNCHANGED;
            }
            step.emit(new LifecycleEvent.LanguageSet(tag, Source.GIVEN));
            return Step.Verdict.CHANGED;
        }
    }

    /**
     * The host knows more about the customer.
     *
     * @param customer who the customer is
     */
    record Identifies(Customer customer) implements HostInput {

        @Override
        public Step.Verdict decide(Step step) {
            if (step.draft().customer().equals(customer)) {
                return Step.Verdict.UNCHANGED;
            }
            step.emit(new LifecycleEvent.CustomerChanged(customer.standing()));
            step.draft().identify(customer);
            return Step.Verdict.CHANGED;
        }
    }

    /**
     * The customer has a text.
     *
     * @param text the number of the text
     */
    record Acknowledges(int text) implements HostInput {

        @Override
        public Step.Verdict decide(Step step) {
            return OutboundTexts.acknowledge(step, text);
        }
    }

    /**
     * A text could not be delivered.
     *
     * @param text the number of the text
     */
    record Refuses(int text) implements HostInput {

        @Override
        public Step.Verdict decide(Step step) {
            return OutboundTexts.refuse(step, text);
        }
    }

    /**
     * An episode has been scored.
     *
     * @param episode the number of the episode
     * @param score how good it was
     */
    record Scores(int episode, QualityScore score) implements HostInput {

        @Override
        public Step.Verdict decide(Step step) {
            if (episode < 1 || episode > step.draft().episode().number()) {
                return Step.Verdict.LOST;
            }
            step.emit(new QualityEvent.Scored(episode, score));
            return Step.Verdict.CHANGED;
        }
    }

    /**
     * The running conversation has been scored: it is flagged while its score is low.
     *
     * @param score 0 to 100
     * @param threshold what is low
     */
    record Grades(double score, double threshold) implements HostInput {

        @Override
        public Step.Verdict decide(Step step) {
            if (!step.isOpen()) {
                return Step.Verdict.LOST;
            }
            if (score < threshold) {
                step.raise(Flag.LOW_QUALITY);
            } else {
                step.clear(Flag.LOW_QUALITY);
            }
            return step.draft().isChanged() ? Step.Verdict.CHANGED : Step.Verdict.UNCHANGED;
        }
    }

    /**
     * Time has passed: everything that is due happens.
     *
     * @param heldText the words of the held answer, should there be one; empty otherwise
     */
    record LetsTimePass(String heldText) implements HostInput {

        @Override
        public Step.Verdict decide(Step step) {
            return Deadlines.pass(step, heldText);
        }
    }
}
