package io.chatmgmt.spring.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.governance.CustomerMessage;
import io.chatmgmt.governance.TurnResult;
import io.chatmgmt.policy.GovernancePolicy;
import io.chatmgmt.response.AiAnswer;
import io.chatmgmt.spring.ChatGovernanceAutoConfiguration;
import io.chatmgmt.testkit.MutableClock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

@DisplayName("Q03: what operators see of the front door")
class ActuatorTest {

    private final MutableClock clock = MutableClock.at("2026-03-01T09:00:00Z");
    private final ApplicationContextRunner contexts = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    ChatGovernanceAutoConfiguration.class,
                    ChatGovernanceActuatorAutoConfiguration.class,
                    ChatGovernanceMetricsAutoConfiguration.class))
            .withBean(InstantSource.class, () -> clock);

    @Test
    void messages_and_decisions_are_counted() {
        contexts.withBean(MeterRegistry.class, SimpleMeterRegistry::new).run(context -> {
            ChatGovernance governance = context.getBean(ChatGovernance.class);
            TurnResult asked = governance.onCustomerMessage(CustomerMessage.of("c1", "m1", "Where is my invoice?"));
            governance.onAiAnswer(asked.ticket().orElseThrow(), AiAnswer.of("Under Billing.", 0.9));
            MeterRegistry registry = context.getBean(MeterRegistry.class);
            assertThat(registry.get("chatmgmt.messages")
                            .tag("author", "customer")
                            .counter()
                            .count())
                    .isEqualTo(1);
            assertThat(registry.get("chatmgmt.messages")
                            .tag("author", "ai")
                            .counter()
                            .count())
                    .isEqualTo(1);
            assertThat(registry.get("chatmgmt.decisions")
                            .tag("kind", "deliver")
                            .counter()
                            .count())
                    .isEqualTo(1);
            assertThat(registry.get("chatmgmt.answers.confidence").summary().mean())
                    .isEqualTo(0.9);
        });
    }

    @Test
    void meters_are_few_and_never_grow() {
        contexts.withBean(MeterRegistry.class, SimpleMeterRegistry::new).run(context -> {
            MeterRegistry registry = context.getBean(MeterRegistry.class);
            int before = registry.getMeters().size();
            ChatGovernance governance = context.getBean(ChatGovernance.class);
            for (int i = 0; i < 50; i++) {
                governance.onCustomerMessage(CustomerMessage.of("c" + i, "m1", "I want to talk to a person"));
            }
            assertThat(registry.getMeters()).hasSize(before);
            Set<String> names = registry.getMeters().stream()
                    .map(meter -> meter.getId().getName())
                    .collect(Collectors.toSet());
            assertThat(names)
                    .containsExactlyInAnyOrder(
                            "chatmgmt.messages",
                            "chatmgmt.decisions",
                            "chatmgmt.outbound.retries",
                            "chatmgmt.answers.confidence",
                            "chatmgmt.sweep.lag");
        });
    }

    @Test
    void there_are_no_meters_without_a_registry() {
        contexts.run(context -> assertThat(context).doesNotHaveBean(GovernanceMeters.class));
    }

    @Test
    void there_are_no_meters_without_micrometer() {
        contexts.withClassLoader(new FilteredClassLoader(MeterRegistry.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean("chatGovernanceMeters"));
    }

    @Test
    void health_is_up_while_time_acts() {
        contexts.run(context -> assertThat(
                        health(context.getBean(HealthIndicator.class)).getStatus())
                .isEqualTo(Status.UP));
    }

    @Test
    void health_is_down_while_work_is_stuck() {
        GovernancePolicy policy = GovernancePolicy.ofDefaults();
        contexts.withPropertyValues("chatmgmt.sweep.enabled=false").run(context -> {
            ChatGovernance governance = context.getBean(ChatGovernance.class);
            governance.onCustomerMessage(CustomerMessage.of("c1", "m1", "Where is my invoice?"));
            assertThat(governance.conversations().get(ConversationId.of("c1")).dueAt())
                    .isNotNull();
            clock.advance(
                    policy.response().answerTimeout().duration().orElseThrow().plus(Duration.ofSeconds(29)));
            assertThat(health(context.getBean(HealthIndicator.class)).getStatus())
                    .isEqualTo(Status.UP);
            clock.advance(Duration.ofSeconds(1));
            Health stuck = health(context.getBean(HealthIndicator.class));
            assertThat(stuck.getStatus()).isEqualTo(Status.DOWN);
            assertThat(stuck.getDetails()).containsEntry("stuck", "1");
        });
    }

    @Test
    void health_and_meters_show_texts_that_nobody_acknowledges() {
        contexts.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
                .withPropertyValues("chatmgmt.sweep.enabled=false")
                .run(context -> {
                    ChatGovernance governance = context.getBean(ChatGovernance.class);
                    governance.onCustomerMessage(CustomerMessage.of("c1", "m1", "Where is my invoice?"));
                    clock.advance(Duration.ofMinutes(2));
                    governance.sweep(100);
                    assertThat(health(context.getBean(HealthIndicator.class)).getDetails())
                            .containsEntry("outboundRetries", "0");
                    clock.advance(Duration.ofMinutes(4));
                    governance.sweep(100);
                    Health health = health(context.getBean(HealthIndicator.class));
                    assertThat(health.getStatus()).isEqualTo(Status.UP);
                    assertThat(health.getDetails()).containsEntry("outboundRetries", "1");
                    assertThat(context.getBean(MeterRegistry.class)
                                    .get("chatmgmt.outbound.retries")
                                    .counter()
                                    .count())
                            .isEqualTo(1);
                    clock.advance(OutboundWatch.WINDOW);
                    assertThat(health(context.getBean(HealthIndicator.class)).getDetails())
                            .containsEntry("outboundRetries", "0");
                });
    }

    @Test
    void health_can_be_switched_off() {
        contexts.withPropertyValues("management.health.chatmgmt.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean(HealthIndicator.class));
    }

    @Test
    void the_endpoint_is_there_only_when_exposed() {
        contexts.run(context -> assertThat(context).doesNotHaveBean(GovernanceEndpoint.class));
        contexts.withPropertyValues("management.endpoints.web.exposure.include=chatmgmt")
                .run(context -> assertThat(context.getBean(GovernanceEndpoint.class)
                                .describe()
                                .policyVersion())
                        .isEqualTo(GovernancePolicy.ofDefaults().version()));
    }

    @Test
    void nothing_is_there_without_an_actuator() {
        contexts.withClassLoader(new FilteredClassLoader(Endpoint.class, HealthIndicator.class))
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(ChatGovernance.class));
    }

    private static Health health(HealthIndicator indicator) {
        Health health = indicator.health(true);
        assertThat(health).isNotNull();
        return health;
    }
}
