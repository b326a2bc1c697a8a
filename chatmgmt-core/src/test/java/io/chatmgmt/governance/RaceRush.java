package io.chatmgmt.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Offer;
import io.chatmgmt.conversation.Resolution;
import io.chatmgmt.routing.Agent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Everybody wants the same at the same moment, while nothing else is going on. */
final class RaceRush {

    private static final int CALLS = 50;

    private final RaceFloor floor;
    private final RaceActs acts;
    private final ExecutorService pool;

    RaceRush(RaceFloor floor, RaceActs acts, ExecutorService pool) {
        this.floor = floor;
        this.acts = acts;
        this.pool = pool;
    }

    private record Reply(RaceActs.Answer answer, PersonResult result) {}

    /** All who are shown a conversation say yes: exactly one gets it, unless none of them has room. */
    void everybodyAnswers() throws ExecutionException, InterruptedException {
        List<Conversation> called = floor.store.queued("default", RaceFloor.CALLED, CALLS).stream()
                .filter(row -> row.handoff().call() != null)
                .toList();
        List<Callable<Reply>> answers = new ArrayList<>();
        for (Conversation row : called) {
            for (AgentId agent : row.handoff().call().agents()) {
                RaceActs.Answer answer = new RaceActs.Answer(
                        row.id(), agent, row.handoff().call().number());
                answers.add(() -> new Reply(answer, acts.accept(answer)));
            }
        }
        Map<ConversationId, List<Reply>> replies = new HashMap<>();
        for (Reply reply : run(answers)) {
            replies.computeIfAbsent(reply.answer().id(), id -> new ArrayList<>())
                    .add(reply);
        }
        called.forEach(row -> checkOneHasIt(row, replies.get(row.id())));
    }

    private void checkOneHasIt(Conversation before, List<Reply> replies) {
        List<AgentId> winners = replies.stream()
                .filter(reply -> reply.result().isWon())
                .map(reply -> reply.answer().agent())
                .toList();
        Conversation row = floor.store.find(before.id()).orElseThrow();
        if (winners.isEmpty()) {
            assertThat(replies).as("who has no room for %s", row).noneMatch(reply -> hasRoom(reply, before));
        } else {
            assertThat(winners).as("who got %s", row).containsExactly(row.assignee());
        }
    }

    private boolean hasRoom(Reply reply, Conversation row) {
        Agent agent = floor.governance.agents().get(reply.answer().agent());
        return agent.isRoutable(floor.clock.instant())
                && agent.hasRoomFor(row.handoff().weight());
    }

    /** All fetch what they can: nobody gets what another one has fetched. */
    void everybodyFetches() throws ExecutionException, InterruptedException {
        List<Callable<Map<ConversationId, AgentId>>> hands = new ArrayList<>();
        floor.agents.forEach(agent -> hands.add(() -> fetch(agent)));
        Map<ConversationId, AgentId> fetched = new HashMap<>();
        for (Map<ConversationId, AgentId> hand : run(hands)) {
            assertThat(hand)
                    .as("what others have fetched")
                    .doesNotContainKeys(fetched.keySet().toArray(ConversationId[]::new));
            fetched.putAll(hand);
        }
        fetched.forEach(
                (id, agent) -> assertThat(floor.store.find(id).orElseThrow().assignee())
                        .as("who has fetched %s", id)
                        .isEqualTo(agent));
    }

    private Map<ConversationId, AgentId> fetch(AgentId agent) {
        Map<ConversationId, AgentId> fetched = new HashMap<>();
        Optional<PersonResult> next = acts.fetch(agent, RaceFloor.FETCHED);
        while (next.isPresent()) {
            next.get().won().ifPresent(won -> fetched.put(won.conversation(), agent));
            next = acts.fetch(agent, RaceFloor.FETCHED);
        }
        return fetched;
    }

    /** All come back, take what they can, and finish what they have. */
    void everybodyWorks() throws ExecutionException, InterruptedException {
        floor.agents.forEach(acts::takeBack);
        everybodyAnswers();
        everybodyFetches();
        floor.rows().filter(row -> row.handoff() != null).forEach(this::finish);
    }

    private void finish(Conversation row) {
        Offer offer = row.handoff().offer();
        if (row.assignee() != null) {
            floor.governance.resolve(row.id(), Resolution.CONFIRMED);
        } else if (offer != null) {
            acts.accept(new RaceActs.Answer(row.id(), offer.agent(), offer.number()));
        }
    }

    private <T> List<T> run(List<Callable<T>> all) throws ExecutionException, InterruptedException {
        List<T> done = new ArrayList<>();
        for (Future<T> each : pool.invokeAll(all)) {
            done.add(each.get());
        }
        return done;
    }
}
