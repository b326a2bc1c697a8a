package io.chatmgmt.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationEvent;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Handoff;
import io.chatmgmt.conversation.HandoffEvent;
import io.chatmgmt.conversation.Resolution;
import io.chatmgmt.conversation.TransferKind;
import io.chatmgmt.routing.AgentStatus;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What customers and agents do in a race, and what the agents were told came of it. Thread-safe. */
final class RaceActs {

    /** A number that nobody was asked with. */
    private static final int NEVER = 1_000_000;

    private final RaceFloor floor;
    private final Set<Taking> told = ConcurrentHashMap.newKeySet();
    private final Queue<Answer> late = new ConcurrentLinkedQueue<>();
    private final Queue<ConversationId> inHand = new ConcurrentLinkedQueue<>();

    RaceActs(RaceFloor floor) {
        this.floor = floor;
    }

    /** A conversation that became an agent's with one of its versions. */
    record Taking(ConversationId id, long version, AgentId agent) {}

    /** An agent may say yes or no to something. */
    record Answer(ConversationId id, AgentId agent, int offer) {}

    /** Every conversation that somebody was told is theirs. */
    Set<Taking> told() {
        return told;
    }

    void act(Random random, int round) {
        AgentId agent = pick(floor.agents, random);
        if (random.nextInt(4) == 0) {
            change(agent, random);
            return;
        }
        ConversationId id = next(random);
        Conversation row = floor.store.find(id).orElse(null);
        if (row == null || row.handoff() == null) {
            floor.ask(id, "m-" + round + "-" + random.nextInt(1_000_000), random);
        } else {
            handle(row, agent, random);
            putBack(row);
        }
    }

    /** Every other act is about something that an agent has or had. */
    private ConversationId next(Random random) {
        ConversationId id = random.nextBoolean() ? inHand.poll() : null;
        return id == null ? pick(floor.conversations, random) : id;
    }

    private void putBack(Conversation row) {
        if (row.assignee() != null) {
            inHand.add(row.id());
        }
    }

    private void handle(Conversation row, AgentId agent, Random random) {
        ConversationId id = row.id();
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> accept(answer(row, agent, random));
            case 3 -> decline(answer(row, agent, random));
            case 4 -> late.add(answer(row, agent, random));
            case 5 -> desk(row, agent).transferToAgent(id, agent, pick(TransferKind.WARM, TransferKind.COLD, random));
            case 6 -> desk(row, agent).transferToQueue(id, pick(RaceFloor.QUEUES, random), TransferKind.COLD);
            case 7, 8 -> desk(row, agent).transferToQueue(id, pick(RaceFloor.QUEUES, random), TransferKind.WARM);
            case 9 -> acceptUnasked(row, agent);
            default -> floor.governance.resolve(id, Resolution.CONFIRMED);
        }
    }

    private void change(AgentId agent, Random random) {
        Agents agents = floor.governance.agents();
        switch (random.nextInt(6)) {
            case 0 -> agents.status(agent, pick(List.of(AgentStatus.values()), random));
            case 1 -> agents.status(agent, AgentStatus.ONLINE);
            case 2 -> employ(agent, random);
            case 3 -> fetch(agent, pick(RaceFloor.QUEUES, random));
            case 4 -> answerLate();
            default -> floor.governance.sweep(200);
        }
    }

    private void employ(AgentId agent, Random random) {
        if (random.nextInt(20) == 0) {
            floor.governance.agents().deactivate(agent);
        } else {
            takeBack(agent);
        }
    }

    /** An agent is there again. */
    void takeBack(AgentId agent) {
        floor.governance.agents().reactivate(agent);
        floor.governance.agents().status(agent, AgentStatus.ONLINE);
    }

    private void answerLate() {
        Answer answer = late.poll();
        if (answer != null) {
            accept(answer);
        }
    }

    PersonResult accept(Answer answer) {
        return note(answer.agent(), floor.desk(answer.agent()).accept(answer.id(), answer.offer()));
    }

    /** Somebody says yes to what others may have been asked. */
    private void acceptUnasked(Conversation row, AgentId agent) {
        accept(new Answer(row.id(), agent, row.numbers().offers()));
    }

    private void decline(Answer answer) {
        floor.desk(answer.agent()).decline(answer.id(), answer.offer());
    }

    /** An agent helps themselves; empty when there is nothing for them. */
    Optional<PersonResult> fetch(AgentId agent, String queue) {
        return floor.desk(agent).pullNext(queue).map(result -> note(agent, result));
    }

    private PersonResult note(AgentId agent, PersonResult result) {
        result.won().ifPresent(won -> {
            for (ConversationEvent event : won.events()) {
                if (event instanceof HandoffEvent.Accepted accepted) {
                    assertThat(accepted.agent()).as("who takes it").isEqualTo(agent);
                    if (told.add(new Taking(won.conversation(), won.version(), agent))) {
                        inHand.add(won.conversation());
                    }
                }
            }
        });
        return result;
    }

    /** Of those whom a conversation is shown to, or of others when it is shown to nobody. */
    private static Answer answer(Conversation row, AgentId other, Random random) {
        Handoff handoff = row.handoff();
        if (handoff.offer() != null) {
            return new Answer(row.id(), handoff.offer().agent(), handoff.offer().number());
        }
        if (handoff.call() != null) {
            return new Answer(
                    row.id(),
                    pick(handoff.call().agents(), random),
                    handoff.call().number());
        }
        return new Answer(row.id(), row.assignee() == null ? other : row.assignee(), NEVER);
    }

    private Desk desk(Conversation row, AgentId other) {
        return floor.desk(row.assignee() == null ? other : row.assignee());
    }

    private static <T> T pick(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private static <T> T pick(T one, T other, Random random) {
        return random.nextBoolean() ? one : other;
    }
}
