package io.chatmgmt.governance;

import io.chatmgmt.access.AccessDeniedException;
import io.chatmgmt.access.Caller;
import io.chatmgmt.access.Permission;
import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.AiSettings;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.CriterionRating;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.Handoff;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.Resolution;
import io.chatmgmt.conversation.Text;
import io.chatmgmt.conversation.TransferKind;
import io.chatmgmt.lifecycle.CaseInput;
import io.chatmgmt.lifecycle.HostInput;
import io.chatmgmt.lifecycle.Input;
import io.chatmgmt.lifecycle.PersonInput;
import io.chatmgmt.lifecycle.RoutingInput;
import io.chatmgmt.quality.Scorecard;
import io.chatmgmt.routing.Agent;
import io.chatmgmt.routing.Presence;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one person does with conversations: take them over, write, decide about held answers, hand back, close. Every
 * action is checked against the person's permissions first. Thread-safe.
 */
public final class Desk {

    private final Kernel kernel;
    private final CommandRunner runner;
    private final Agents agents;
    private final Recorder recorder;
    private final Caller caller;
    private final @Nullable String key;
    private final @Nullable Long seenEpoch;
    private final Transfers transfers;

    Desk(
            Kernel kernel,
            CommandRunner runner,
            Agents agents,
            Recorder recorder,
            Caller caller,
            @Nullable String key,
            @Nullable Long seenEpoch) {
        this.kernel = kernel;
        this.runner = runner;
        this.agents = agents;
        this.recorder = recorder;
        this.caller = caller;
        this.key = key;
        this.seenEpoch = seenEpoch;
        this.transfers = new Transfers(kernel, runner, seenEpoch);
    }

    /**
     * The same desk for one command with a key: given again with the same key, on any node and after any crash, the
     * command gets its first answer and changes nothing.
     *
     * @param commandKey the key, unique within the conversation
     * @return a desk for that command
     */
    public Desk once(String commandKey) {
        Objects.requireNonNull(commandKey, "commandKey");
        return new Desk(kernel, runner, agents, recorder, caller, "p:" + commandKey, seenEpoch);
    }

    /**
     * The same desk for commands about a conversation as the person has seen it: they are lost, and change nothing, once
     * another {@linkplain Conversation#controlEpoch() epoch} has begun, because somebody took the conversation over, gave
     * it back, closed or reopened it. Messages that come in meanwhile do not matter.
     *
     * @param epoch the control epoch of the conversation that the person sees
     * @return a desk for such commands
     */
    public Desk inEpoch(long epoch) {
        return new Desk(kernel, runner, agents, recorder, caller, key, epoch);
    }

    /**
     * Lists and counts conversations.
     *
     * @return what the person sees of all conversations
     */
    public LiveDesk live() {
        return new LiveDesk(this, kernel);
    }

    /**
     * Held answers as a queue, deciding about them, correcting what was sent, and the override ledger.
     *
     * @return what the person does with the AI's answers
     */
    public ReviewDesk reviews() {
        return new ReviewDesk(this, kernel, caller);
    }

    /**
     * Answers that the AI is to learn from.
     *
     * @return what the person does for the AI's training
     */
    public TrainingDesk training() {
        return new TrainingDesk(this, kernel);
    }

    /**
     * What was promised to customers.
     *
     * @return what the person does with promises
     */
    public FollowUpDesk followUps() {
        return new FollowUpDesk(this);
    }

    /**
     * Erasing customers, and removing what is over for long enough.
     *
     * @return what the person may let be forgotten; administrators may by default
     */
    public PrivacyDesk privacy() {
        return new PrivacyDesk(kernel, runner, recorder, caller);
    }

    /**
     * What the person may do with a conversation: the actions of its row in a list.
     *
     * @param conversation which
     * @return the permissions, none for another tenant's conversation
     */
    public Set<Permission> permissions(Conversation conversation) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        for (Permission permission : Permission.values()) {
            if (may(permission, conversation)) {
                permissions.add(permission);
            }
        }
        return Collections.unmodifiableSet(permissions);
    }

    boolean may(Permission permission, Conversation conversation) {
        return conversation.id().tenant().equals(caller.tenant())
                && kernel.access().permits(caller, permission, conversation);
    }

    /**
     * Whether the person may see figures over all conversations of their tenant.
     *
     * @return true when they may
     */
    public boolean seesOverview() {
        return kernel.access().permitsOverview(caller);
    }

    /** Refuses figures over all conversations to whom they are not meant for. */
    String overview() {
        if (!seesOverview()) {
            throw new AccessDeniedException(caller);
        }
        return caller.tenant();
    }

    /**
     * Reads a conversation.
     *
     * @param id which
     * @return the conversation
     * @throws AccessDeniedException when the person may not
     * @throws ConversationNotFoundException when there is none
     */
    public Conversation view(ConversationId id) {
        return permitted(id, Permission.VIEW);
    }

    /**
     * Reads what was written, private notes and drafts included.
     *
     * @param id which conversation
     * @param afterNumber the number after which to begin, 0 for the beginning
     * @param limit how many at most, 1 or more
     * @return in order of number
     */
    public List<Text> texts(ConversationId id, int afterNumber, int limit) {
        permitted(id, Permission.VIEW);
        return kernel.store().texts(id, afterNumber, limit);
    }

    /**
     * Reads the journal.
     *
     * @param id which conversation
     * @param afterVersion the version after which to begin, 0 for the beginning
     * @param limit how many rows at most, 1 or more
     * @return in order of version
     */
    public List<JournalRow> journal(ConversationId id, long afterVersion, int limit) {
        permitted(id, Permission.AUDIT);
        return kernel.store().journal(id, afterVersion, limit);
    }

    /**
     * Steps in: the AI is silent from now on, its answers under way are stale, and the customer is told who takes over.
     * A conversation that another agent has is lost to agents; a supervisor takes it over.
     *
     * @param id which conversation
     * @return what came of it
     */
    public PersonResult join(ConversationId id) {
        return join(id, PersonInput.Introduction.SEND);
    }

    /**
     * Steps in, with or without an introduction.
     *
     * @param id which conversation
     * @param introduction whether the customer is told
     * @return what came of it
     */
    public PersonResult join(ConversationId id, PersonInput.Introduction introduction) {
        permitted(id, Permission.JOIN);
        Agent agent = agents.get(caller.agentId());
        PersonResult result = run(id, (current, now) -> {
            Handoff handoff = current == null ? null : current.handoff();
            String channel = current == null ? "" : current.channel();
            int weight =
                    handoff == null ? kernel.policy(id.tenant(), now).routing().weightOf(channel) : handoff.weight();
            return new PersonInput.Joins(
                    agent.id(),
                    agent.profile().name(),
                    introduction,
                    isGone(agent)
                            ? PersonInput.Room.NONE
                            : agent.hasRoomFor(weight) ? PersonInput.Room.FITS : PersonInput.Room.OVER);
        });
        if (result.isWon()) {
            agents.releaseIfGone(agent.id());
        }
        return result;
    }

    /** Whoever was let go a moment ago finds everything gone. */
    private static boolean isGone(Agent agent) {
        return agent.presence().employment() == Presence.Employment.DEACTIVATED;
    }

    /**
     * Accepts an offer. Accepting again gets the first answer.
     *
     * @param id which conversation
     * @param offer the number of the offer
     * @return what came of it
     */
    public PersonResult accept(ConversationId id, int offer) {
        return accept(id, offer, PersonInput.Introduction.SEND);
    }

    /**
     * Accepts an offer, with or without an introduction.
     *
     * @param id which conversation
     * @param offer the number of the offer
     * @param introduction whether the customer is told
     * @return what came of it
     */
    public PersonResult accept(ConversationId id, int offer, PersonInput.Introduction introduction) {
        permitted(id, Permission.JOIN);
        Agent agent = agents.get(caller.agentId());
        RoutingInput.Accepts input = new RoutingInput.Accepts(
                isGone(agent) ? 0 : offer, agent.id(), agent.profile().name(), introduction);
        PersonResult result =
                run(id, key == null ? "accept:" + offer + ":" + agent.id().value() : key, (current, now) -> input);
        if (result.isWon()) {
            agents.answered(agent.id());
            agents.releaseIfGone(agent.id());
        }
        return result;
    }

    /**
     * Declines an offer: the conversation waits on with its old age, for others first.
     *
     * @param id which conversation
     * @param offer the number of the offer
     * @return what came of it
     */
    public PersonResult decline(ConversationId id, int offer) {
        permitted(id, Permission.JOIN);
        PersonResult result = run(id, new RoutingInput.Declines(offer, caller.agentId()));
        if (result.isWon()) {
            agents.answered(caller.agentId());
        }
        return result;
    }

    /**
     * Fetches the next conversation of a queue that the person can take; two who fetch at the same moment get different
     * ones.
     *
     * @param queue which queue
     * @return empty when nothing waits there that the person can take
     */
    public Optional<PersonResult> pullNext(String queue) {
        return new Transfers(kernel, runner, null).pullNext(caller, key, queue);
    }

    /**
     * Passes a conversation on to an agent.
     *
     * @param id which conversation
     * @param to who is to get it
     * @param kind {@link TransferKind#WARM} to keep it until they have accepted, {@link TransferKind#COLD} to let go
     * @return what came of it; when they have no room, or it was passed on too often, nothing has changed
     */
    public PersonResult transferToAgent(ConversationId id, AgentId to, TransferKind kind) {
        Conversation row = permitted(id, Permission.TRANSFER);
        return transfers.toAgent(caller, key, row, to, kind);
    }

    /**
     * Passes a conversation on to a queue: cold, it waits there with its old age; warm, whoever could take it best is
     * asked, and it stays until they have accepted.
     *
     * @param id which conversation
     * @param queue the queue
     * @param kind how
     * @return what came of it; when the queue is closed or full, or nobody there could be asked, nothing has changed
     */
    public PersonResult transferToQueue(ConversationId id, String queue, TransferKind kind) {
        Conversation row = permitted(id, Permission.TRANSFER);
        return transfers.toQueue(caller, key, row, queue, "", kind);
    }

    /**
     * Passes a conversation on to a team: whoever of it could take it best gets it, or is asked.
     *
     * @param id which conversation
     * @param team the team
     * @param kind how
     * @return what came of it; when nobody of the team could be asked, nothing has changed
     */
    public PersonResult transferToTeam(ConversationId id, String team, TransferKind kind) {
        Conversation row = permitted(id, Permission.TRANSFER);
        return transfers.toQueue(
                caller,
                key,
                row,
                row.handoff() == null
                        ? kernel.policy(id.tenant(), kernel.now()).routing().defaultQueue()
                        : row.handoff().queue(),
                team,
                kind);
    }

    /**
     * Says that the person is done with a conversation for good, before their time of peace after it is over.
     *
     * @param id which conversation
     * @return what came of it
     */
    public PersonResult finishWrapUp(ConversationId id) {
        permitted(id, Permission.JOIN);
        return run(id, new PersonInput.EndsWrapUp(caller.agentId()));
    }

    /**
     * What somebody who takes the conversation over has to know.
     *
     * @param id which conversation
     * @return the package, the same for the same conversation
     */
    public ContextPackage context(ConversationId id) {
        return Briefing.of(kernel, permitted(id, Permission.VIEW));
    }

    /**
     * Writes to the customer, in a conversation that the person has. The result carries the message, and whoever calls
     * brings it to the customer.
     *
     * @param id which conversation
     * @param text the message, not blank
     * @return what came of it
     */
    public PersonResult reply(ConversationId id, String text) {
        permitted(id, Permission.REPLY);
        return run(id, new PersonInput.Writes(caller.agentId(), written(text, "text"), PersonInput.Way.CALLER));
    }

    /**
     * Writes to the customer, in a conversation that the person has, from a place that does not reach the customer by
     * itself: the message goes out through {@link Outbound} and stays pending until the host acknowledges it.
     *
     * @param id which conversation
     * @param text the message, not blank
     * @return what came of it
     */
    public PersonResult send(ConversationId id, String text) {
        permitted(id, Permission.REPLY);
        return run(id, new PersonInput.Writes(caller.agentId(), written(text, "text"), PersonInput.Way.OUTBOX));
    }

    /**
     * Calls a person.
     *
     * @param id which conversation
     * @param why in the caller's own words, not blank
     * @return what came of it
     */
    public PersonResult escalate(ConversationId id, String why) {
        permitted(id, Permission.ESCALATE);
        return run(id, new PersonInput.Escalates(written(why, "why")));
    }

    /**
     * Gives the conversation back to the AI. When the customer is waiting for an answer, the result carries the AI's
     * ticket.
     *
     * @param id which conversation
     * @param note what was done; empty for nothing
     * @return what came of it
     */
    public PersonResult handBack(ConversationId id, String note) {
        permitted(id, Permission.HAND_BACK);
        return run(id, new PersonInput.HandsBack(caller.agentId(), note));
    }

    /**
     * Closes the matter.
     *
     * @param id which conversation
     * @param note what was done, for the team; empty for nothing
     * @return what came of it
     * @throws ClosingNoteException when the policy asks for a closing note, see {@link #close}
     */
    public PersonResult resolve(ConversationId id, String note) {
        permitted(id, Permission.RESOLVE);
        Closing.check(kernel.policy(id.tenant(), kernel.now()).closing(), id, null);
        return run(id, new HostInput.Resolves(Resolution.CONFIRMED, note));
    }

    /**
     * Closes the matter, and writes down what it was and what helped.
     *
     * @param id which conversation
     * @param note what is written down
     * @return what came of it; lost when somebody else was first
     * @throws ClosingNoteException when the policy asks for more to be written down
     */
    public PersonResult close(ConversationId id, ClosingNote note) {
        permitted(id, Permission.RESOLVE);
        Closing.check(kernel.policy(id.tenant(), kernel.now()).closing(), id, note);
        return run(id, new CaseInput.Closes(note.reason(), note.cause(), note.answer(), note.reuse(), note.tags()));
    }

    /**
     * Asks the customer how the current or just resolved episode was, as {@link ChatGovernance#askForRating} does.
     *
     * @param id which conversation
     * @return what came of it
     */
    public PersonResult askForRating(ConversationId id) {
        permitted(id, Permission.RESOLVE);
        return run(id, new HostInput.AsksForRating());
    }

    /**
     * Leaves a private note: never shown to the customer or the AI.
     *
     * @param id which conversation
     * @param text the note, not blank
     * @return what came of it
     */
    public PersonResult note(ConversationId id, String text) {
        permitted(id, Permission.NOTE);
        return run(id, new PersonInput.Notes(written(text, "text")));
    }

    /**
     * Submits a review of an episode that is over.
     *
     * @param id which conversation
     * @param episode the number of the episode
     * @param scorecard the scorecard
     * @param ratings what the person gave for each criterion; those that do not apply are left out
     * @param comment what they wrote beside it, empty for nothing
     * @return what came of it; lost when the episode is not over
     * @throws IllegalArgumentException when a rating is for no criterion of the scorecard, or not on its scale
     */
    public PersonResult review(
            ConversationId id, int episode, Scorecard scorecard, List<CriterionRating> ratings, String comment) {
        permitted(id, Permission.REVIEW);
        scorecard.evaluate(ratings);
        Objects.requireNonNull(comment, "comment");
        return run(id, new PersonInput.FillsIn(caller.agentId(), episode, scorecard, List.copyOf(ratings), comment));
    }

    /**
     * Raises a flag.
     *
     * @param id which conversation
     * @param flag which
     * @return what came of it
     */
    public PersonResult flag(ConversationId id, Flag flag) {
        permitted(id, Permission.FLAG);
        return run(id, new PersonInput.Raises(Objects.requireNonNull(flag, "flag")));
    }

    /**
     * Takes a flag down; it is not raised automatically again in this episode.
     *
     * @param id which conversation
     * @param flag which
     * @return what came of it
     */
    public PersonResult unflag(ConversationId id, Flag flag) {
        permitted(id, Permission.FLAG);
        return run(id, new PersonInput.TakesDown(Objects.requireNonNull(flag, "flag")));
    }

    /**
     * Changes what the AI may do, until the episode ends.
     *
     * @param id which conversation
     * @param settings the settings from now on
     * @return what came of it
     */
    public PersonResult adjustAi(ConversationId id, AiSettings settings) {
        permitted(id, Permission.ADJUST_AI);
        return run(id, new PersonInput.Adjusts(Objects.requireNonNull(settings, "settings")));
    }

    PersonResult run(ConversationId id, Input input) {
        return run(id, (current, now) -> input);
    }

    PersonResult run(ConversationId id, CommandRunner.InputFactory inputs) {
        return run(id, key, inputs);
    }

    private PersonResult run(ConversationId id, @Nullable String commandKey, CommandRunner.InputFactory inputs) {
        return answer(kernel, runner.run(id, caller.actor(), commandKey, null, SeenInput.in(seenEpoch, inputs)));
    }

    static PersonResult answer(Kernel kernel, CommandRunner.Answer answer) {
        if (answer instanceof CommandRunner.Answer.Done done) {
            return new PersonResult.Won(done.result());
        }
        if (answer instanceof CommandRunner.Answer.AlreadySo so) {
            return new PersonResult.Won(
                    TurnResult.nothing(so.current().id(), so.current().version()));
        }
        if (answer instanceof CommandRunner.Answer.NoSlot noSlot) {
            return new PersonResult.NoRoom(noSlot.agent());
        }
        Conversation current = ((CommandRunner.Answer.Lost) answer).current();
        JournalRow last =
                kernel.store().journal(current.id(), current.version() - 1, 1).get(0);
        return new PersonResult.Lost(current, last.actor(), last.at());
    }

    /** Refuses what the person may not do. */
    Conversation permitted(ConversationId id, Permission permission) {
        if (!id.tenant().equals(caller.tenant())) {
            throw new AccessDeniedException(caller, permission, id);
        }
        Conversation conversation = kernel.store().find(id).orElseThrow(() -> new ConversationNotFoundException(id));
        if (!kernel.access().permits(caller, permission, conversation)) {
            throw new AccessDeniedException(caller, permission, id);
        }
        return conversation;
    }

    String content(ConversationId id, int number) {
        List<Text> texts = kernel.store().texts(id, number - 1, 1);
        return texts.isEmpty() ? "" : texts.get(0).content();
    }

    static String written(String text, String name) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
        return text;
    }
}
