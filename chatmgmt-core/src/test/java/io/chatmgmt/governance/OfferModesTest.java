package io.chatmgmt.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Call;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Customer;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.HandoffEvent;
import io.chatmgmt.conversation.HandoffState;
import io.chatmgmt.conversation.NobodyReason;
import io.chatmgmt.conversation.Resolution;
import io.chatmgmt.conversation.ReturnCause;
import io.chatmgmt.conversation.TimeLimit;
import io.chatmgmt.conversation.TransferKind;
import io.chatmgmt.lifecycle.Opening;
import io.chatmgmt.lifecycle.PersonInput.Introduction;
import io.chatmgmt.routing.Acceptance;
import io.chatmgmt.routing.AgentStatus;
import io.chatmgmt.routing.HandoffRules.Nobody;
import io.chatmgmt.routing.Ladder;
import io.chatmgmt.routing.OpeningHours;
import io.chatmgmt.routing.QueueRule;
import io.chatmgmt.routing.Shift;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How work reaches people, and what becomes of it when it does not. */
class OfferModesTest {

    @Test
    @DisplayName(
            "D05 T005 of all who are shown a conversation the first who accepts gets it, and only their slot is taken")
    void the_first_who_answers_a_call_gets_it() {
        Floor floor = Floor.under(routing -> routing.rule("general", q -> q.offers(QueueRule.Offers.BROADCAST)));
        AgentId anna = floor.online("anna", 1);
        AgentId ben = floor.online("ben", 1);
        AgentId cleo = floor.online("cleo", 1);
        ConversationId id = floor.request("c-1");
        Call call = floor.handoff(id).call();
        assertThat(call.agents()).containsExactlyInAnyOrder(anna, ben, cleo);
        assertThat(floor.used(anna) + floor.used(ben) + floor.used(cleo)).isZero();

        assertThat(floor.desk(ben).decline(id, call.number()).isWon()).isTrue();
        assertThat(floor.desk(cleo).accept(id, call.number()).isWon()).isTrue();
        assertThat(floor.desk(anna).accept(id, call.number()).isWon()).isFalse();
        assertThat(floor.desk(cleo).accept(id, call.number()).isWon())
                .as("again")
                .isTrue();

        assertThat(floor.row(id).assignee()).isEqualTo(cleo);
        assertThat(floor.used(cleo)).isEqualTo(Floor.CHAT);
        assertThat(floor.used(anna) + floor.used(ben)).isZero();
        assertThat(floor.told)
                .filteredOn(Notification.CallEnded.class::isInstance)
                .singleElement()
                .isEqualTo(new Notification.CallEnded(id, call.number(), List.of(anna)));
    }

    @Test
    @DisplayName("D05 a call that nobody answers is made again, and somebody who comes later is shown it too")
    void a_call_is_made_again() {
        Floor floor = Floor.under(routing -> routing.rule("general", q -> q.offers(QueueRule.Offers.BROADCAST)));
        ConversationId id = floor.request("c-1");
        assertThat(floor.handoff(id).call()).isNull();
        AgentId anna = floor.online("anna", 1);
        int first = floor.handoff(id).call().number();

        floor.pass(Duration.ofSeconds(30));

        Call again = floor.handoff(id).call();
        assertThat(again.agents()).containsExactly(anna);
        assertThat(again.number()).isGreaterThan(first);
    }

    @Test
    @DisplayName("E20 T010 two who fetch get different conversations, in the order of the queue, within their room")
    void who_fetches_gets_the_next_one() {
        Floor floor = Floor.under(routing -> routing.rule("general", q -> q.offers(QueueRule.Offers.PULL)));
        AgentId anna = floor.online("anna", 1);
        AgentId ben = floor.online("ben", 1);
        ConversationId first = floor.request("first");
        ConversationId second = floor.request("second");
        ConversationId third = floor.request("third");
        assertThat(floor.offeredTo(first)).as("nothing is pushed").isNull();

        assertThat(floor.desk(anna).pullNext("general"))
                .hasValueSatisfying(won -> assertThat(won.isWon()).isTrue());
        assertThat(floor.desk(ben).pullNext("general"))
                .hasValueSatisfying(won -> assertThat(won.isWon()).isTrue());
        assertThat(floor.row(first).assignee()).isEqualTo(anna);
        assertThat(floor.row(second).assignee()).isEqualTo(ben);
        assertThat(floor.desk(anna).pullNext("general")).as("no room").isEmpty();
        assertThat(floor.row(third).assignee()).isNull();
        assertThat(floor.desk(anna).pullNext("billing")).isEqualTo(Optional.empty());
    }

    @Test
    @DisplayName("D06 who is not asked has the conversation at once, in one commit")
    void who_is_not_asked_has_it_at_once() {
        Floor floor = Floor.under(routing -> {});
        AgentId anna = floor.online("anna", 1, profile -> profile.with(Acceptance.AUTOMATIC), "general");
        ConversationId id = floor.request("c-1");

        assertThat(floor.row(id).assignee()).isEqualTo(anna);
        assertThat(floor.used(anna)).isEqualTo(Floor.CHAT);
        assertThat(floor.handoff(id).state()).isEqualTo(HandoffState.CONNECTED);
    }

    @Test
    @DisplayName(
            "D21 T044 after a conversation the slot stays taken for a while, and is freed once: by time or by hand")
    void an_agent_is_left_in_peace_for_a_while() {
        Floor floor = Floor.under(routing -> routing.rules(rules -> rules.wrapUp(Duration.ofMinutes(1))));
        AgentId anna = floor.online("anna", 1);
        ConversationId id = floor.accepted("c-1", anna);
        floor.desk(anna).resolve(id, "Done");
        ConversationId next = floor.request("c-2");
        assertThat(floor.used(anna)).isEqualTo(Floor.CHAT);
        assertThat(floor.offeredTo(next)).isNull();

        floor.pass(Duration.ofSeconds(58));
        assertThat(floor.offeredTo(next)).isNull();
        SweepReport report = floor.pass(Duration.ofSeconds(1));
        assertThat(floor.offeredTo(next)).isEqualTo(anna);
        assertThat(report.matched()).isZero();

        floor.accept(next, anna);
        floor.desk(anna).handBack(next, "");
        assertThat(floor.desk(anna).finishWrapUp(next).isWon()).isTrue();
        assertThat(floor.used(anna)).isZero();
        floor.pass(Duration.ofMinutes(2));
        assertThat(floor.used(anna)).isZero();
    }

    @Test
    @DisplayName("D15 T067 who accepts and says nothing loses the conversation again, for others first")
    void who_says_nothing_loses_it() {
        Floor floor = Floor.under(routing -> {});
        AgentId anna = floor.online("anna", 1);
        ConversationId id = floor.request("c-1");
        floor.desk(anna).accept(id, floor.offer(id).number(), Introduction.SKIP);
        AgentId ben = floor.online("ben", 1);
        floor.pass(Duration.ofSeconds(119));
        assertThat(floor.row(id).assignee()).isEqualTo(anna);

        floor.pass(Duration.ofSeconds(1));

        assertThat(floor.events(id, HandoffEvent.Returned.class))
                .singleElement()
                .satisfies(returned -> assertThat(returned.cause()).isEqualTo(ReturnCause.UNANSWERED));
        assertThat(floor.offeredTo(id)).isEqualTo(ben);
        assertThat(floor.used(anna)).isZero();
    }

    @Test
    @DisplayName("D07 T074 a customer who writes while waiting is asked for patience, at most every five minutes")
    void the_waiting_are_asked_for_patience() {
        Floor floor = Floor.under(routing -> {});
        ConversationId id = floor.request("c-1");
        assertThat(floor.writes(id, "m-2", "Hello?").texts()).isEmpty();
        floor.clock.advance(Duration.ofMinutes(5));
        assertThat(floor.writes(id, "m-3", "Is anybody there?").texts()).hasSize(1);
        assertThat(floor.writes(id, "m-4", "Please").texts()).isEmpty();
        floor.clock.advance(Duration.ofMinutes(5));
        assertThat(floor.writes(id, "m-5", "Hello").texts()).hasSize(1);
        assertThat(floor.events(id, HandoffEvent.Calmed.class)).hasSize(2);
    }

    @Test
    @DisplayName(
            "M08 texts for those who wait can say the place in line and the wait, as they are when the text is written")
    void texts_can_say_the_place_in_line() {
        String own = "Place {{queue.position}}, {{wait.p50}} to {{wait.p90}} min";
        Floor floor = Floor.of(
                policy -> policy.wording(
                        words -> words.text("en", "ESCALATION_REQUESTED", own).text("en", "HOLDING", own)),
                OpeningHours.ALWAYS);
        floor.online("anna", 1);
        ConversationId served = floor.accepted("c-1", AgentId.of("anna"));
        floor.request("c-2");
        String asked = floor.ask(ConversationId.of("c-3")).texts().get(0).content();
        assertThat(asked).matches("Place 2, \\d+ to \\d+ min");
        assertThat(minutes(asked, 2)).isGreaterThan(minutes(asked, 1));

        floor.governance.resolve(served, Resolution.HUMAN);
        floor.accept(ConversationId.of("c-2"), AgentId.of("anna"));
        floor.clock.advance(Duration.ofMinutes(5));
        String waiting = floor.writes(ConversationId.of("c-3"), "m-2", "Hello?")
                .texts()
                .get(0)
                .content();
        assertThat(waiting).startsWith("Place 1, ");
        assertThat(minutes(waiting, 2)).isPositive();
    }

    @Test
    @DisplayName("M08 while nobody is there, a text that wants a figure gives way to the next one")
    void a_text_without_its_figure_gives_way() {
        Floor floor = Floor.of(
                policy -> policy.wording(words -> words.text("en", "ESCALATION_REQUESTED", "Place {{queue.position}}")),
                OpeningHours.ALWAYS);
        assertThat(floor.ask(ConversationId.of("c-1")).texts().get(0).content())
                .doesNotContain("Place", "{")
                .contains("connecting you");
    }

    private static int minutes(String text, int figure) {
        return Integer.parseInt(text.split("\\D+")[figure + 1]);
    }

    @Test
    @DisplayName("E05 T097 T027 waiting work gives up what it asked for, exactly at its time, and finds somebody then")
    void work_gives_up_what_it_asked_for() {
        Floor floor = Floor.under(routing -> routing.rule(
                "general",
                q -> q.minLevel(4)
                        .language(QueueRule.Need.REQUIRED)
                        .ladder(new Ladder(
                                TimeLimit.of(Duration.ofSeconds(60)),
                                TimeLimit.never(),
                                TimeLimit.of(Duration.ofSeconds(120)),
                                TimeLimit.never(),
                                TimeLimit.never()))));
        AgentId anna = floor.online("anna", 1, profile -> profile.skilled("general", 3), "general");
        ConversationId id = floor.request("c-1");
        Instant start = floor.handoff(id).enqueuedAt();
        floor.clock.set(start.plusSeconds(60));
        floor.governance.sweep(100);
        assertThat(floor.handoff(id).path().rung()).isEqualTo(Ladder.ANY_LEVEL);
        assertThat(floor.offeredTo(id)).as("the language still counts").isNull();

        floor.clock.set(start.plusSeconds(120).minusNanos(1_000));
        floor.governance.sweep(100);
        assertThat(floor.offeredTo(id)).isNull();
        floor.clock.set(start.plusSeconds(120));
        SweepReport report = floor.governance.sweep(100);
        assertThat(floor.offeredTo(id)).isEqualTo(anna);
        assertThat(report.matched()).isZero();
    }

    @Test
    @DisplayName("E09 T025 T026 work overflows at its time, once to each queue, and is flagged when nothing is left")
    void work_overflows() {
        Floor floor = Floor.under(routing -> routing.rule(
                        "general",
                        q -> q.overflow("sales").ladder(Ladder.NONE.overflowingAfter(Duration.ofSeconds(60))))
                .rule(
                        "sales",
                        q -> q.overflow("billing").ladder(Ladder.NONE.overflowingAfter(Duration.ofSeconds(90)))));
        ConversationId id = floor.request("c-1");
        floor.pass(Duration.ofSeconds(58));
        assertThat(floor.handoff(id).queue()).isEqualTo("general");
        floor.pass(Duration.ofSeconds(1));
        assertThat(floor.handoff(id).queue()).isEqualTo("sales");
        floor.pass(Duration.ofSeconds(89));
        assertThat(floor.handoff(id).queue()).as("each queue has its own time").isEqualTo("sales");
        floor.pass(Duration.ofSeconds(1));
        assertThat(floor.handoff(id).queue()).isEqualTo("billing");
        floor.pass(Duration.ofMinutes(60));
        assertThat(floor.handoff(id).queue()).isEqualTo("billing");
        assertThat(floor.events(id, HandoffEvent.Transferred.class)).hasSize(2);
        assertThat(floor.offeredTo(id)).isNull();
        AgentId ben = floor.online("ben", 1, "billing");
        assertThat(floor.offeredTo(id)).isEqualTo(ben);
    }

    @Test
    @DisplayName("D18 T067 what waits for a day is flagged as stuck, and stays in its place")
    void nothing_is_stuck_in_silence() {
        Floor floor = Floor.under(routing -> {});
        ConversationId id = floor.request("c-1");
        floor.pass(Duration.ofHours(24));

        assertThat(floor.row(id).flags().has(Flag.STUCK)).isTrue();
        assertThat(floor.handoff(id).state()).isEqualTo(HandoffState.QUEUED);
        assertThat(floor.told).anyMatch(Notification.Stuck.class::isInstance);
    }

    @Test
    @DisplayName("E10 T067 who has waited as long as one may is told, and the AI goes on")
    void nobody_waits_longer_than_they_may() {
        Floor floor =
                Floor.under(routing -> routing.rule("general", q -> q.maxWait(TimeLimit.of(Duration.ofMinutes(10)))));
        ConversationId id = floor.request("c-1");
        floor.pass(Duration.ofMinutes(10));

        assertThat(floor.row(id).handoff()).isNull();
        assertThat(floor.governance.outbox().pending(id)).hasSize(1);
        assertThat(floor.row(id).ai().ticket()).as("the AI is asked").isNotNull();
    }

    @Test
    @DisplayName("D10 T066 T050 T075 nobody there: the policy decides, the customer is told, and the result says why")
    void nobody_is_there() {
        Floor floor = Floor.under(routing -> routing.rules(rules -> rules.nobodyOnline(Nobody.STAY_WITH_AI)));
        ConversationId id = ConversationId.of("c-1");
        TurnResult result = floor.ask(id);

        assertThat(result.nobody()).contains(NobodyReason.NO_AGENT_ONLINE);
        assertThat(result.texts()).hasSize(1);
        assertThat(result.ticket()).as("the AI goes on").isPresent();
        assertThat(floor.row(id).handoff()).isNull();
        assertThat(floor.row(id).flags().has(Flag.ESCALATION_WANTED)).isTrue();
        assertThat(floor.told).anyMatch(Notification.NobodyAvailable.class::isInstance);
    }

    @Test
    @DisplayName("D10 out of hours people promise to come back, and say when")
    void out_of_hours_people_come_back() {
        Instant opens = Instant.parse("2026-01-06T08:00:00Z");
        Floor floor = Floor.of(
                policy -> policy.routing(r -> r.rule("general", q -> q.hours("office"))),
                (tenant, calendar, now) -> now.isBefore(opens) ? new Shift(Shift.State.CLOSED, opens) : Shift.ALWAYS);
        ConversationId id = ConversationId.of("c-1");
        TurnResult result = floor.ask(id);

        assertThat(result.nobody()).contains(NobodyReason.OUT_OF_HOURS);
        assertThat(floor.events(id, HandoffEvent.NotQueued.class))
                .singleElement()
                .satisfies(promise -> {
                    assertThat(promise.callBack()).isEqualTo(HandoffEvent.NotQueued.CallBack.PROMISED);
                    assertThat(promise.backAt()).isEqualTo(opens);
                });
        floor.clock.set(opens);
        assertThat(floor.governance
                        .onCustomerMessage(CustomerMessage.of(id, "m-9", "I want to speak to a human"))
                        .nobody())
                .isEmpty();
    }

    @Test
    @DisplayName("E21 T028 work that nobody has the skill for goes to the default queue")
    void work_for_nobody_goes_to_the_default_queue() {
        Floor floor = Floor.under(routing -> {});
        AgentId anna = floor.online("anna", 1);
        ConversationId id = ConversationId.of("c-1");
        floor.governance.open(id, new Opening(Customer.of("kim"), "web", null, "sales"));
        floor.ask(id);

        assertThat(floor.handoff(id).queue()).isEqualTo("general");
        assertThat(floor.offeredTo(id)).isEqualTo(anna);
    }

    @Test
    @DisplayName("T004 T009 a late yes counts while the work is still there, and not once it was offered on")
    void a_late_yes() {
        Floor floor = Floor.under(routing -> {});
        AgentId anna = floor.online("anna", 1);
        ConversationId id = floor.request("c-1");
        int offer = floor.offer(id).number();
        floor.clock.advance(Duration.ofSeconds(31));
        assertThat(floor.desk(anna).accept(id, offer).isWon()).isTrue();

        ConversationId other = ConversationId.of("c-2");
        AgentId ben = floor.online("ben", 1);
        floor.ask(other);
        int late = floor.offer(other).number();
        floor.pass(Duration.ofSeconds(31));
        assertThat(floor.desk(anna).accept(other, late).isWon())
                .as("it was not offered to her")
                .isFalse();
        AgentId cleo = floor.online("cleo", 1);
        assertThat(floor.offeredTo(other)).isEqualTo(cleo);
        assertThat(floor.desk(ben).accept(other, late).isWon()).isFalse();
        assertThat(floor.desk(ben).accept(other, floor.offer(other).number()).isWon())
                .as("with somebody else's number")
                .isFalse();
        assertThat(floor.accept(other, cleo).isWon()).isTrue();
        assertThat(floor.used(ben)).isZero();

        floor.governance.agents().status(ben, AgentStatus.AWAY);
        AgentId dora = floor.online("dora", 1);
        ConversationId third = floor.request("c-3");
        int last = floor.offer(third).number();
        floor.pass(Duration.ofSeconds(31));
        assertThat(floor.offeredTo(third)).isNull();
        assertThat(floor.desk(dora).accept(third, last).isWon())
                .as("nobody else was asked")
                .isTrue();
        assertThat(floor.used(dora)).isEqualTo(Floor.CHAT);
    }

    @Test
    @DisplayName("T004 whoever passed work on says no late yes to what somebody else was asked")
    void passing_on_is_no_refusal() {
        Floor floor = Floor.under(routing -> {});
        AgentId anna = floor.online("anna", 1);
        ConversationId id = floor.accepted("c-1", anna);
        AgentId ben = floor.online("ben", 1);
        floor.desk(anna).transferToAgent(id, ben, TransferKind.WARM);
        int asked = floor.offer(id).number();
        floor.desk(anna).transferToQueue(id, "billing", TransferKind.COLD);

        assertThat(floor.desk(anna).accept(id, asked).isWon()).isFalse();
        assertThat(floor.row(id).assignee()).isNull();
    }

    @Test
    @DisplayName(
            "T046 T083 the customer's last agent comes first, waits a little for room, and is not waited for when gone")
    void the_last_agent_comes_first() {
        Floor floor = Floor.under(routing -> {});
        AgentId zoe = floor.online("zoe", 1);
        ConversationId id = floor.accepted("c-1", zoe);
        floor.desk(zoe).resolve(id, "");
        AgentId anna = floor.online("anna", 5);
        floor.clock.advance(Duration.ofHours(1));
        floor.writes(id, "m-2", "I want to speak to a human");
        assertThat(floor.offeredTo(id)).as("the last agent").isEqualTo(zoe);
        floor.accept(id, zoe);
        floor.desk(zoe).resolve(id, "");

        floor.governance.agents().status(anna, AgentStatus.AWAY);
        ConversationId filler = floor.request("filler");
        floor.accept(filler, zoe);
        floor.governance.agents().status(anna, AgentStatus.ONLINE);
        floor.writes(id, "m-3", "I want to speak to a human");
        assertThat(floor.offeredTo(id))
                .as("online, but full: a little patience")
                .isNull();
        SweepReport report = floor.pass(Duration.ofSeconds(30));
        assertThat(floor.offeredTo(id)).isEqualTo(anna);
        assertThat(report.matched()).isZero();
        assertThat(floor.used(zoe)).as("no way around the limit").isEqualTo(Floor.CHAT);

        floor.accept(id, anna);
        floor.governance.resolve(id, Resolution.CONFIRMED);
        floor.governance.agents().status(anna, AgentStatus.OFFLINE);
        floor.desk(zoe).resolve(filler, "");
        floor.writes(id, "m-4", "I want to speak to a human");
        assertThat(floor.offeredTo(id)).as("gone: nobody waits").isEqualTo(zoe);
    }
}
