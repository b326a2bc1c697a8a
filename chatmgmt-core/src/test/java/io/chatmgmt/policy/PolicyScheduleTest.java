package io.chatmgmt.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PolicyScheduleTest {

    private static final Instant NINE = Instant.parse("2026-03-01T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant ELEVEN = Instant.parse("2026-03-01T11:00:00Z");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final GovernancePolicy first = policy(1);
    private final GovernancePolicy second = policy(2);
    private final GovernancePolicy third = policy(3);
    private final PolicySchedule schedule = PolicySchedule.of(first);

    @Test
    void the_first_policy_has_always_held() {
        assertThat(schedule.at(Instant.MIN)).isSameAs(first);
        assertThat(schedule.at(Instant.MAX)).isSameAs(first);
    }

    @Test
    void a_policy_for_later_holds_from_its_instant_on() {
        schedule.activate(second, TEN);

        assertThat(schedule.at(TEN.minusNanos(1))).isSameAs(first);
        assertThat(schedule.at(TEN)).isSameAs(second);
        assertThat(schedule.policyFor("acme", NOON)).isSameAs(second);
    }

    @Test
    void activations_hold_in_the_order_of_their_instants() {
        schedule.activate(third, ELEVEN);
        schedule.activate(second, TEN);

        assertThat(List.of(schedule.at(NINE), schedule.at(TEN), schedule.at(ELEVEN)))
                .containsExactly(first, second, third);
        assertThat(schedule.versions()).containsExactly(first.version(), second.version(), third.version());
    }

    @Test
    void of_two_activations_at_one_instant_the_later_call_holds() {
        schedule.activate(second, TEN);
        schedule.activate(third, TEN);

        assertThat(schedule.at(TEN)).isSameAs(third);
    }

    @Test
    void a_rollback_restores_the_policy_before_and_keeps_the_past() {
        schedule.activate(second, TEN);

        assertThat(schedule.rollback(ELEVEN)).contains(first);
        assertThat(schedule.at(ELEVEN)).isSameAs(first);
        assertThat(schedule.at(TEN)).isSameAs(second);
    }

    @Test
    void rollbacks_go_further_back_and_not_forth() {
        schedule.activate(second, TEN);
        schedule.activate(third, ELEVEN);

        assertThat(schedule.rollback(NOON)).contains(second);
        assertThat(schedule.rollback(NOON)).contains(first);
        assertThat(schedule.rollback(NOON)).isEmpty();
        assertThat(schedule.at(NOON)).isSameAs(first);
    }

    @Test
    void a_rollback_goes_past_what_was_rolled_back_before() {
        schedule.activate(second, TEN);
        schedule.rollback(ELEVEN);
        schedule.activate(third, ELEVEN);

        assertThat(schedule.rollback(NOON)).contains(first);
    }

    @Test
    void a_policy_that_was_activated_twice_is_rolled_back_once() {
        schedule.activate(second, TEN);
        schedule.activate(second, ELEVEN);

        assertThat(schedule.rollback(NOON)).contains(first);
    }

    @Test
    void a_rollback_leaves_what_is_planned() {
        schedule.activate(second, NINE);
        schedule.activate(third, NOON);

        assertThat(schedule.rollback(TEN)).contains(first);
        assertThat(schedule.at(NOON)).isSameAs(third);
    }

    @Test
    void without_an_earlier_policy_a_rollback_changes_nothing() {
        schedule.activate(second, NOON);

        assertThat(schedule.rollback(TEN)).isEmpty();
        assertThat(schedule.activations()).hasSize(2);
    }

    @Test
    void every_policy_that_ever_held_is_found_by_its_version() {
        schedule.activate(second, TEN);
        schedule.rollback(ELEVEN);

        assertThat(schedule.find(second.version())).contains(second);
        assertThat(schedule.find("unknown")).isEmpty();
        assertThat(schedule.versions()).containsExactly(first.version(), second.version());
        assertThat(schedule.activations())
                .containsExactly(
                        new PolicySchedule.Activation(Instant.MIN, first),
                        new PolicySchedule.Activation(TEN, second),
                        new PolicySchedule.Activation(ELEVEN, first));
    }

    @Test
    void no_activation_is_lost_to_another_thread() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        for (int i = 0; i < 400; i++) {
            Instant from = NINE.plusSeconds(i);
            threads.execute(() -> schedule.activate(second, from));
        }
        threads.shutdown();

        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(schedule.activations()).hasSize(401);
    }

    @Test
    void tenants_have_policies_of_their_own() {
        schedule.activate(second, TEN);
        PolicySource source = PolicySource.perTenant(Map.of("acme", schedule), PolicySource.fixed(third));

        assertThat(source.policyFor("acme", NINE)).isSameAs(first);
        assertThat(source.policyFor("acme", TEN)).isSameAs(second);
        assertThat(source.policyFor("other", TEN)).isSameAs(third);
    }

    private static GovernancePolicy policy(int failures) {
        return GovernancePolicy.builder().escalation(e -> e.failures(failures)).build();
    }
}
