package io.chatmgmt.governance;

import io.chatmgmt.access.Caller;
import io.chatmgmt.conversation.Actor;
import io.chatmgmt.conversation.AiFailure;
import io.chatmgmt.conversation.AnswerSignals;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Customer;
import io.chatmgmt.conversation.CustomerHistory;
import io.chatmgmt.conversation.MessageSignals;
import io.chatmgmt.conversation.QualityScore;
import io.chatmgmt.conversation.Resolution;
import io.chatmgmt.conversation.Ticket;
import io.chatmgmt.escalation.Ear;
import io.chatmgmt.lifecycle.AiInput;
import io.chatmgmt.lifecycle.CustomerInput;
import io.chatmgmt.lifecycle.HostInput;
import io.chatmgmt.lifecycle.Input;
import io.chatmgmt.lifecycle.Opening;
import io.chatmgmt.policy.GovernancePolicy;
import io.chatmgmt.quality.Rating;
import io.chatmgmt.response.AiAnswer;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The front door: every message and every AI answer of a support chat passes through here and comes out decided,
 * explained and counted. Thread-safe; one instance serves a whole application, and any number of instances may share a
 * store.
 *
 * <pre>{@code
 * ChatGovernance governance = ChatGovernance.ofDefaults();
 * TurnResult asked = governance.onCustomerMessage(CustomerMessage.of("c-1", "m-1", "Where is my invoice?"));
 * asked.ticket().ifPresent(ticket -> {
 *     TurnResult answered = governance.onAiAnswer(ticket, AiAnswer.of("Under Settings, Billing.", 0.93));
 *     answered.texts().forEach(text -> channel.send(text.content()));
 * });
 * }</pre>
 */
public final class ChatGovernance {

    private final Kernel kernel;
    private final CommandRunner runner;
    private final Agents agents;
    private final Conversations conversations;
    private final Outbox outbox;
    private final Recorder recorder;
    private final Reports reports;
    private final Sweeper sweeper;
    private final DetectorWatch detectors;
    private final Explanations explanations;

    ChatGovernance(Kernel kernel) {
        this.kernel = kernel;
        this.runner = new CommandRunner(kernel);
        this.agents = new Agents(kernel, runner);
        this.conversations = new Conversations(kernel);
        this.outbox = new Outbox(kernel, runner);
        QualityWatch quality = new QualityWatch(kernel, runner);
        this.recorder = new Recorder(kernel.store(), quality);
        this.reports = new Reports(kernel, conversations, recorder, quality);
        this.sweeper = new Sweeper(kernel, runner, agents, recorder);
        this.detectors = new DetectorWatch(kernel.ear());
        this.explanations = new Explanations(kernel);
    }

    /**
     * A front door with the default policy, in memory, on the system clock.
     *
     * @return a new instance
     */
    public static ChatGovernance ofDefaults() {
        return builder().build();
    }

    /**
     * A builder with the defaults.
     *
     * @return a new builder
     */
    public static ChatGovernanceBuilder builder() {
        return new ChatGovernanceBuilder();
    }

    /**
     * Opens a conversation before anybody wrote, or the next episode of a resolved one. Opening an open one changes
     * nothing.
     *
     * @param id which conversation
     * @param opening how it begins
     * @return what came of it
     */
    public TurnResult open(ConversationId id, Opening opening) {
        return result(runner.run(
                id,
                Actor.SYSTEM,
                null,
                opening.customer(),
                (current, now) -> new HostInput.Opens(opening, history(current, id, opening.customer()))));
    }

    /**
     * Takes a message of the customer. The first message of a conversation opens it; a message to a resolved one opens
     * its next episode. When the AI is wanted, the result carries a {@link Ticket}.
     *
     * @param message the message; its id again is a repeat, gets the first answer and changes nothing
     * @return what was decided, what to show to the customer, and whether the AI is wanted
     */
    public TurnResult onCustomerMessage(CustomerMessage message) {
        return result(runner.run(
                message.conversation(),
                Actor.CUSTOMER,
                "m:" + message.id(),
                message.opening().customer(),
                new Hearing(message)));
    }

    /** What is sent now was not sent before what has happened already, whatever the clock of this node says. */
    private static Instant latest(@Nullable Conversation current, Instant now) {
        return current != null && now.isBefore(current.lastAt()) ? current.lastAt() : now;
    }

    /** Makes the input of a message, which is heard once, however often its decision has to be made again. */
    private final class Hearing implements CommandRunner.InputFactory {

        private final CustomerMessage message;
        private @Nullable MessageSignals signals;

        private Hearing(CustomerMessage message) {
            this.message = message;
        }

        @Override
        public Input make(@Nullable Conversation current, Instant now) {
            Opening opening = message.opening();
            Instant sentAt = message.sentAt();
            return new CustomerInput.Writes(
                    opening,
                    message.text(),
                    sentAt == null ? latest(current, now) : sentAt,
                    signals(current, opening),
                    history(current, message.conversation(), opening.customer()));
        }

        private MessageSignals signals(@Nullable Conversation current, Opening opening) {
            MessageSignals heard = signals;
            if (heard == null) {
                String given = opening.language();
                String language = current != null ? current.language().tag() : given == null ? Ear.UNDETERMINED : given;
                heard = kernel.ear().hear(message.text(), language);
                signals = heard;
                detectors.look();
            }
            return heard;
        }
    }

    private CustomerHistory history(@Nullable Conversation current, ConversationId id, Customer customer) {
        if (current == null) {
            return kernel.store().customer(id.tenant(), customer.id());
        }
        return current.isOpen()
                ? CustomerHistory.NONE
                : kernel.store().customer(id.tenant(), current.customer().id());
    }

    /**
     * Asks for a ticket without a new message of the customer: the AI opens the talk, or writes again.
     *
     * @param id which conversation
     * @return empty when the AI is to be silent
     */
    public Optional<Ticket> requestTicket(ConversationId id) {
        return result(runner.run(id, Actor.AI, null, new AiInput.WantsTurn())).ticket();
    }

    /**
     * Takes an answer of the AI and decides whether it goes out, waits for a reviewer, or a person is called instead.
     * What is to be shown to the customer is in the result, whatever it is.
     *
     * @param ticket the ticket that it answers; redeemed once, again it gets the first answer
     * @param answer the answer
     * @return what was decided, and what to show to the customer
     */
    public TurnResult onAiAnswer(Ticket ticket, AiAnswer answer) {
        AnswerSignals signals = kernel.ear().hearAnswer(answer.text());
        detectors.look();
        return result(runner.run(
                ticket.conversation(), Actor.AI, "t:" + ticket.number(), new AiInput.Answers(ticket, answer, signals)));
    }

    /**
     * Takes note that the AI failed: the customer gets a fallback message, or, when it fails again, a person.
     *
     * @param ticket the ticket that was not answered
     * @param failure how the AI failed
     * @return what was decided, and what to show to the customer
     */
    public TurnResult onAiFailure(Ticket ticket, AiFailure failure) {
        return result(runner.run(
                ticket.conversation(), Actor.AI, "t:" + ticket.number(), new AiInput.Fails(ticket, failure)));
    }

    /**
     * Takes note that the customer left: a queue place or an offer ends without blame for anybody.
     *
     * @param id which conversation
     * @return what came of it
     */
    public TurnResult onCustomerLeft(ConversationId id) {
        return result(runner.run(id, Actor.CUSTOMER, null, new CustomerInput.Leaves()));
    }

    /**
     * Takes the customer's rating, asked for or not: of the current or just resolved episode, or of the one before when
     * that is what the customer was asked about and has not answered. Another rating replaces it within the time that the
     * policy sets. {@link Rating} tells how thumbs and other scales count.
     *
     * @param id which conversation
     * @param stars 1 to 5
     * @param comment what the customer wrote beside it, empty for nothing
     * @return what came of it
     * @throws RatingRefusedException when it comes too late
     */
    public TurnResult onRating(ConversationId id, int stars, String comment) {
        return rated(id, 0, stars, comment);
    }

    /**
     * Takes the customer's rating of one episode, as {@link #onRating(ConversationId, int, String)} does.
     *
     * @param id which conversation
     * @param episode the number of the episode, from 1
     * @param stars 1 to 5
     * @param comment what the customer wrote beside it, empty for nothing
     * @return what came of it
     * @throws RatingRefusedException when it comes too late, or is about an earlier episode that the customer was not
     *     asked about
     */
    public TurnResult onRating(ConversationId id, int episode, int stars, String comment) {
        if (episode < 1) {
            throw new IllegalArgumentException("episode must be at least 1: " + episode);
        }
        return rated(id, episode, stars, comment);
    }

    private TurnResult rated(ConversationId id, int episode, int stars, String comment) {
        if (stars < 1 || stars > 5) {
            throw new IllegalArgumentException("stars must be within 1..5: " + stars);
        }
        CommandRunner.Answer answer =
                runner.run(id, Actor.CUSTOMER, null, new CustomerInput.Rates(episode, stars, comment));
        if (answer instanceof CommandRunner.Answer.Lost lost) {
            throw RatingRefusedException.of(lost.current(), episode, kernel);
        }
        return result(answer);
    }

    /**
     * Asks the customer how the current or just resolved episode was, whatever the policy asks by itself. The text waits
     * at the {@link #outbox()}. Whoever is blocked, wrote nothing, cannot be reached any more, or was asked not long ago
     * is not asked; {@link TurnResult#notAsked()} and the conversation's survey tell why.
     *
     * @param id which conversation
     * @return what came of it
     */
    public TurnResult askForRating(ConversationId id) {
        return result(runner.run(id, Actor.SYSTEM, null, new HostInput.AsksForRating()));
    }

    /**
     * Takes what a judge of the host, such as another model, says of an episode; it replaces what was said before.
     *
     * @param id which conversation
     * @param episode the number of the episode
     * @param score how good it was
     * @return what came of it
     */
    public TurnResult onQualityScore(ConversationId id, int episode, QualityScore score) {
        return result(runner.run(id, Actor.SYSTEM, null, new HostInput.Scores(episode, score)));
    }

    /**
     * Closes the matter, as the host. Closing a closed one changes nothing.
     *
     * @param id which conversation
     * @param resolution how it ended; counts as {@link Resolution#HUMAN} when a person wrote in the episode
     * @return what came of it
     */
    public TurnResult resolve(ConversationId id, Resolution resolution) {
        return result(runner.run(id, Actor.SYSTEM, null, new HostInput.Resolves(resolution, "")));
    }

    /**
     * Tells what a conversation is about; outweighs what is recognised.
     *
     * @param id which conversation
     * @param topic the topic's code
     * @return what came of it
     */
    public TurnResult setTopic(ConversationId id, String topic) {
        return result(runner.run(id, Actor.SYSTEM, null, new HostInput.SetsTopic(topic)));
    }

    /**
     * Tells in which language a conversation is held; outweighs what is recognised.
     *
     * @param id which conversation
     * @param language a BCP 47 tag
     * @return what came of it
     */
    public TurnResult setLanguage(ConversationId id, String language) {
        return result(runner.run(id, Actor.SYSTEM, null, new HostInput.SetsLanguage(language)));
    }

    /**
     * Tells who the customer is.
     *
     * @param id which conversation
     * @param customer the customer
     * @return what came of it
     */
    public TurnResult identify(ConversationId id, Customer customer) {
        return result(runner.run(id, Actor.SYSTEM, null, new HostInput.Identifies(customer)));
    }

    /**
     * What one person does with conversations.
     *
     * @param caller who, as the host has authenticated them
     * @return their desk
     */
    public Desk desk(Caller caller) {
        return new Desk(kernel, runner, agents, recorder, caller, null, null);
    }

    /**
     * The people who take conversations over.
     *
     * @return the agents
     */
    public Agents agents() {
        return agents;
    }

    /**
     * Reads conversations.
     *
     * @return the conversations
     */
    public Conversations conversations() {
        return conversations;
    }

    /**
     * Why conversations wait, why agents were chosen, and how long it takes.
     *
     * @return the explanations
     */
    public Explanations explanations() {
        return explanations;
    }

    /**
     * The policy that decides for a tenant at the moment.
     *
     * @param tenant whose
     * @return the policy
     */
    public GovernancePolicy policy(String tenant) {
        return kernel.policy(tenant, kernel.now());
    }

    /**
     * How many matches only a sweep has found since this node began: 0 while every event that makes a match possible is
     * heard.
     *
     * @return the number
     */
    public long missedWakeUps() {
        return runner.matcher().missedWakeUps();
    }

    /**
     * The texts that wait for the host to deliver them.
     *
     * @return the outbox
     */
    public Outbox outbox() {
        return outbox;
    }

    /**
     * What the conversations add up to.
     *
     * @return the reports
     */
    public Reports reports() {
        return reports;
    }

    /**
     * Lets time act: answers that time out, held answers and offers that expire, texts that are offered again, matches
     * that were missed, and figures that have not counted the latest events. The library starts no thread; call this at the instant that it returned last, and at least once
     * a minute.
     *
     * @param limit how many conversations at most, 1 or more
     * @return what it did, and when it is needed next
     */
    public SweepReport sweep(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be at least 1: " + limit);
        }
        return sweeper.sweep(limit);
    }

    private static TurnResult result(CommandRunner.Answer answer) {
        if (answer instanceof CommandRunner.Answer.Done done) {
            return done.result();
        }
        if (answer instanceof CommandRunner.Answer.AlreadySo so) {
            return TurnResult.nothing(so.current().id(), so.current().version());
        }
        if (answer instanceof CommandRunner.Answer.Lost lost) {
            return TurnResult.nothing(lost.current().id(), lost.current().version());
        }
        throw new IllegalStateException("no slot was asked for: " + answer);
    }
}
