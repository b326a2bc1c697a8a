package io.chatmgmt.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.DecisionKind;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.governance.CustomerMessage;
import io.chatmgmt.policy.GovernancePolicy;
import io.chatmgmt.testkit.MutableClock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

@DisplayName("T033: the sweep of the starter")
class SweepingTest {

    private final ApplicationContextRunner contexts = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ChatGovernanceAutoConfiguration.class));

    @Test
    void wakes_for_what_a_commit_has_due_long_before_its_longest_pause() {
        GovernancePolicy impatient = GovernancePolicy.ofDefaults().toBuilder()
                .response(response -> response.answerTimeout(Duration.ofMillis(300)))
                .build();
        contexts.withBean(GovernancePolicy.class, () -> impatient)
                .withUserConfiguration(FallbackWatch.class)
                .withPropertyValues("chatmgmt.sweep.max-pause=60s")
                .run(context -> {
                    ChatGovernance governance = context.getBean(ChatGovernance.class);
                    governance.onCustomerMessage(CustomerMessage.of("c1", "m1", "Where is my invoice?"));
                    assertThat(context.getBean(FallbackWatch.class).seen.await(30, TimeUnit.SECONDS))
                            .isTrue();
                    assertThat(context.getBean(SweepStatus.class).lastReport()).isPresent();
                });
    }

    @Test
    void can_be_left_to_the_application() {
        contexts.withPropertyValues("chatmgmt.sweep.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean(SweepStatus.class));
    }

    @Test
    void ends_with_the_application() {
        contexts.run(context -> {
            Sweeping sweeping = context.getBean(Sweeping.class);
            assertThat(sweeping.isRunning()).isTrue();
            context.close();
            assertThat(sweeping.isRunning()).isFalse();
        });
    }

    @Test
    void is_not_late_before_it_began_and_after_it_ended() {
        MutableClock clock = MutableClock.at("2026-03-01T09:00:00Z");
        Sweeping sweeping = new Sweeping(ChatGovernance.ofDefaults(), clock, 10, Duration.ofSeconds(30));
        clock.advance(Duration.ofDays(1));
        assertThat(sweeping.lag()).isZero();
        sweeping.start();
        sweeping.stop();
        assertThat(sweeping.lag()).isZero();
    }

    @Test
    void tries_again_after_a_failure() throws InterruptedException {
        CountDownLatch failures = new CountDownLatch(2);
        ChatGovernance governance = ChatGovernance.builder()
                .clock(() -> {
                    failures.countDown();
                    throw new IllegalStateException("no time");
                })
                .build();
        Sweeping sweeping = new Sweeping(governance, InstantSource.system(), 10, Duration.ofSeconds(30));
        sweeping.start();
        try {
            assertThat(failures.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(sweeping.lastReport()).isEmpty();
        } finally {
            sweeping.stop();
        }
    }

    /** Waits for the fallback message that time causes. */
    @Configuration(proxyBeanMethods = false)
    static class FallbackWatch {

        private final CountDownLatch seen = new CountDownLatch(1);

        @EventListener
        void on(ConversationCommitted event) {
            JournalRow row = event.journal();
            if (row.decisions().stream().anyMatch(decision -> decision.kind() == DecisionKind.FALLBACK)) {
                seen.countDown();
            }
        }
    }
}
