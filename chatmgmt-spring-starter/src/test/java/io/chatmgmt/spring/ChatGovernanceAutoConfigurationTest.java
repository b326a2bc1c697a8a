package io.chatmgmt.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatmgmt.access.AccessPolicy;
import io.chatmgmt.access.Caller;
import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.QualityScore;
import io.chatmgmt.conversation.ReasonCode;
import io.chatmgmt.conversation.TopicGuess;
import io.chatmgmt.escalation.EscalationTrigger;
import io.chatmgmt.escalation.EscalationTriggers;
import io.chatmgmt.escalation.TopicClassifier;
import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.governance.CustomerMessage;
import io.chatmgmt.governance.GovernanceListener;
import io.chatmgmt.governance.Outbound;
import io.chatmgmt.governance.TurnResult;
import io.chatmgmt.policy.GovernancePolicy;
import io.chatmgmt.policy.PolicySource;
import io.chatmgmt.quality.QualityScorer;
import io.chatmgmt.routing.AgentOrder;
import io.chatmgmt.routing.AgentProfile;
import io.chatmgmt.routing.AgentStatus;
import io.chatmgmt.routing.OpeningHours;
import io.chatmgmt.routing.RoutingStrategy;
import io.chatmgmt.routing.Shift;
import io.chatmgmt.store.GovernanceStore;
import io.chatmgmt.store.memory.InMemoryStore;
import io.chatmgmt.testkit.MutableClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@DisplayName("Q03: the front door of a Spring Boot application")
class ChatGovernanceAutoConfigurationTest {

    private final ApplicationContextRunner contexts = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ChatGovernanceAutoConfiguration.class));

    @Test
    void is_there_without_a_word_of_configuration() {
        contexts.run(context -> {
            assertThat(context).hasSingleBean(ChatGovernance.class).hasSingleBean(Sweeping.class);
            assertThat(context.getBean(GovernanceStore.class)).isInstanceOf(InMemoryStore.class);
            assertThat(ask(context.getBean(ChatGovernance.class), "c1", "Where is my invoice?")
                            .ticket())
                    .isPresent();
        });
    }

    @Test
    void says_in_one_line_that_it_keeps_everything_in_memory() {
        String line = "chatmgmt keeps conversations in memory: they end with this process";
        assertThat(printed(contexts).lines())
                .filteredOn(each -> each.contains(line))
                .hasSize(1);
        assertThat(printed(contexts.withBean(GovernanceStore.class, InMemoryStore::ofDefaults)))
                .doesNotContain(line);
    }

    private static String printed(ApplicationContextRunner contexts) {
        PrintStream usual = System.err;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream kept = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            System.setErr(kept);
            contexts.run(context -> assertThat(context).hasNotFailed());
        } finally {
            System.setErr(usual);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void has_the_defaults_of_the_core() {
        contexts.run(context -> {
            ChatGovernanceProperties properties = context.getBean(ChatGovernanceProperties.class);
            assertThat(properties.memory().maxConversations()).isEqualTo(InMemoryStore.DEFAULT_MAX_CONVERSATIONS);
            InstantSource clock = context.getBean(InstantSource.class);
            assertThat(context.getBean(PolicySource.class)
                            .policyFor("default", clock.instant())
                            .version())
                    .isEqualTo(GovernancePolicy.ofDefaults().version());
        });
    }

    @Test
    void stays_away_when_switched_off() {
        contexts.withPropertyValues("chatmgmt.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean(ChatGovernance.class));
    }

    @Test
    void gives_way_to_one_of_the_application() {
        ChatGovernance own = ChatGovernance.ofDefaults();
        contexts.withBean(ChatGovernance.class, () -> own)
                .run(context ->
                        assertThat(context.getBean(ChatGovernance.class)).isSameAs(own));
    }

    @Test
    void keeps_conversations_in_the_store_of_the_application() {
        InMemoryStore own = InMemoryStore.bounded(10);
        contexts.withBean(GovernanceStore.class, () -> own).run(context -> {
            ask(context.getBean(ChatGovernance.class), "c1", "Hello");
            assertThat(own.find(ConversationId.of("c1"))).isPresent();
        });
    }

    @Test
    void decides_by_the_policy_bean_of_the_application() {
        GovernancePolicy own = GovernancePolicy.ofDefaults().toBuilder()
                .escalation(escalation -> escalation.lowConfidence(0.5, 2))
                .build();
        contexts.withBean(GovernancePolicy.class, () -> own)
                .run(context -> assertThat(versionInForce(context.getBean(PolicySource.class)))
                        .isEqualTo(own.version()));
    }

    @Test
    void takes_time_from_the_clock_of_the_application() {
        MutableClock clock = MutableClock.at("2026-03-01T09:00:00Z");
        contexts.withBean(InstantSource.class, () -> clock)
                .withPropertyValues("chatmgmt.sweep.enabled=false")
                .run(context -> {
                    ChatGovernance governance = context.getBean(ChatGovernance.class);
                    ask(governance, "c1", "Hello");
                    assertThat(governance
                                    .conversations()
                                    .get(ConversationId.of("c1"))
                                    .openedAt())
                            .isEqualTo("2026-03-01T09:00:00Z");
                });
    }

    @Test
    void asks_triggers_of_the_application_as_well() {
        EscalationTrigger own =
                EscalationTriggers.when("OWN", facts -> facts.text().contains("zebra"));
        contexts.withBean(EscalationTrigger.class, () -> own).run(context -> {
            ChatGovernance governance = context.getBean(ChatGovernance.class);
            assertThat(reasons(ask(governance, "c1", "a zebra"))).contains("OWN");
            assertThat(reasons(ask(governance, "c2", "I want to talk to a real person")))
                    .contains(ReasonCode.HUMAN_REQUEST);
        });
    }

    @Test
    void asks_the_access_policy_of_the_application() {
        AccessPolicy nobody = (caller, permission, conversation) -> false;
        contexts.withBean(AccessPolicy.class, () -> nobody).run(context -> {
            ChatGovernance governance = context.getBean(ChatGovernance.class);
            ask(governance, "c1", "Hello");
            assertThatThrownBy(() -> governance.desk(Caller.supervisor("s")).view(ConversationId.of("c1")))
                    .isInstanceOf(io.chatmgmt.access.AccessDeniedException.class);
        });
    }

    @Test
    void hears_with_a_detector_of_the_application_beside_the_built_in_ones() {
        TopicClassifier topics = (text, language) -> Optional.of(new TopicGuess("zebras", 0.9, List.of()));
        contexts.withBean(TopicClassifier.class, () -> topics).run(context -> {
            ChatGovernance governance = context.getBean(ChatGovernance.class);
            ask(governance, "c1", "Where is my invoice?");
            assertThat(governance
                            .conversations()
                            .get(ConversationId.of("c1"))
                            .topic()
                            .code())
                    .isEqualTo("zebras");
            assertThat(reasons(ask(governance, "c2", "I want to talk to a real person")))
                    .contains(ReasonCode.HUMAN_REQUEST);
        });
    }

    @Test
    void scores_by_the_scorer_of_the_application() {
        QualityScorer own = (facts, policy) -> Optional.of(new QualityScore(42, List.of(), "own"));
        contexts.withBean(QualityScorer.class, () -> own).run(context -> {
            ChatGovernance governance = context.getBean(ChatGovernance.class);
            ask(governance, "c1", "Where is my invoice?");
            assertThat(governance
                            .reports()
                            .quality(ConversationId.of("c1"))
                            .orElseThrow()
                            .scorer())
                    .isEqualTo("own");
        });
    }

    @Test
    void asks_the_opening_hours_of_the_application_which_may_use_the_front_door() {
        contexts.withUserConfiguration(Hours.class).run(context -> {
            ChatGovernance governance = context.getBean(ChatGovernance.class);
            governance
                    .agents()
                    .register(AgentProfile.of(new AgentId("default", "sarah"), "Sarah", "general")
                            .workingBy("nights"));
            assertThat(governance
                            .agents()
                            .status(new AgentId("default", "sarah"), AgentStatus.ONLINE)
                            .isRoutable(Instant.now()))
                    .isFalse();
            assertThat(context.getBean(Hours.class).asked).contains("nights");
        });
    }

    @Test
    void chooses_agents_by_the_order_of_the_application() {
        AgentOrder own = (agent, demand) -> agent.id().value().equals("zoe") ? 0 : 1;
        GovernancePolicy custom = GovernancePolicy.ofDefaults().toBuilder()
                .routing(routing -> routing.strategy(RoutingStrategy.CUSTOM))
                .build();
        contexts.withBean(AgentOrder.class, () -> own)
                .withBean(GovernancePolicy.class, () -> custom)
                .run(context -> {
                    ChatGovernance governance = context.getBean(ChatGovernance.class);
                    for (String id : List.of("anna", "zoe")) {
                        governance.agents().register(AgentProfile.of(new AgentId("default", id), id, "general"));
                        governance.agents().status(new AgentId("default", id), AgentStatus.ONLINE);
                    }
                    ask(governance, "c1", "I want to talk to a real person");
                    assertThat(governance
                                    .conversations()
                                    .get(ConversationId.of("c1"))
                                    .handoff()
                                    .offer()
                                    .agent()
                                    .value())
                            .isEqualTo("zoe");
                });
    }

    @Test
    void works_with_virtual_threads() {
        contexts.withPropertyValues("spring.threads.virtual.enabled=true")
                .run(context -> assertThat(ask(context.getBean(ChatGovernance.class), "c1", "Hello")
                                .ticket())
                        .isPresent());
    }

    @Test
    void calls_customizers_last_and_in_order() {
        List<String> calls = new ArrayList<>();
        contexts.withBean("one", ChatGovernanceBuilderCustomizer.class, () -> builder -> calls.add("one"))
                .withBean("two", ChatGovernanceBuilderCustomizer.class, () -> builder -> {
                    calls.add("two");
                    builder.triggers(List.of());
                })
                .run(context -> {
                    assertThat(calls).containsExactly("one", "two");
                    assertThat(reasons(ask(
                                    context.getBean(ChatGovernance.class), "c1", "I want to talk to a real person")))
                            .isEmpty();
                });
    }

    @Test
    void delivers_through_an_outbound_bean_that_itself_uses_the_front_door() {
        contexts.withUserConfiguration(Channel.class).run(context -> {
            ChatGovernance governance = context.getBean(ChatGovernance.class);
            governance
                    .agents()
                    .register(io.chatmgmt.routing.AgentProfile.of(new AgentId("default", "sarah"), "Sarah", "general"));
            ask(governance, "c1", "Hello");
            governance.desk(Caller.agent("sarah")).join(ConversationId.of("c1"));
            assertThat(context.getBean(Channel.class).delivered).hasSize(1);
            assertThat(governance.outbox().pending(ConversationId.of("c1"))).isEmpty();
        });
    }

    @Test
    void lets_a_listener_bean_fail_alone() {
        List<String> heard = new ArrayList<>();
        contexts.withBean("broken", GovernanceListener.class, () -> new GovernanceListener() {
                    @Override
                    public void onCommitted(JournalRow row, Conversation conversation) {
                        throw new IllegalStateException("broken");
                    }
                })
                .withBean("sound", GovernanceListener.class, () -> new GovernanceListener() {
                    @Override
                    public void onCommitted(JournalRow row, Conversation conversation) {
                        heard.add(row.conversation().value());
                    }
                })
                .run(context -> {
                    ask(context.getBean(ChatGovernance.class), "c1", "Hello");
                    assertThat(heard).containsExactly("c1");
                });
    }

    @Test
    void publishes_application_events() {
        contexts.withUserConfiguration(Events.class).run(context -> {
            ask(context.getBean(ChatGovernance.class), "c1", "Hello");
            assertThat(context.getBean(Events.class).heard)
                    .singleElement()
                    .satisfies(event -> assertThat(event.conversation().id()).isEqualTo(ConversationId.of("c1")));
        });
    }

    @Test
    void works_without_spring_transactions() {
        contexts.withClassLoader(new FilteredClassLoader(TransactionSynchronizationManager.class))
                .run(context -> assertThat(ask(context.getBean(ChatGovernance.class), "c1", "Hello")
                                .ticket())
                        .isPresent());
    }

    @Test
    void bounds_the_store_in_memory() {
        contexts.withPropertyValues("chatmgmt.memory.max-conversations=1").run(context -> {
            ChatGovernance governance = context.getBean(ChatGovernance.class);
            ask(governance, "c1", "Hello");
            assertThatThrownBy(() -> ask(governance, "c2", "Hello"))
                    .isInstanceOf(io.chatmgmt.store.StoreFullException.class);
        });
    }

    @Test
    void refuses_properties_that_cannot_work_and_names_them() {
        refuses("chatmgmt.memory.max-conversations=0", "chatmgmt.memory.max-conversations must be at least 1");
        refuses("chatmgmt.sweep.limit=0", "chatmgmt.sweep.limit must be at least 1");
        refuses("chatmgmt.sweep.max-pause=0s", "chatmgmt.sweep.max-pause must be positive");
        refuses("chatmgmt.sweep.max-pause=2m", "chatmgmt.sweep.max-pause must be at most 1m");
        refuses("chatmgmt.policy.reload-interval=-1s", "chatmgmt.policy.reload-interval must be positive");
    }

    private void refuses(String property, String message) {
        contexts.withPropertyValues(property)
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining(message));
    }

    private static String versionInForce(PolicySource policies) {
        return policies.policyFor("default", Instant.EPOCH).version();
    }

    private static TurnResult ask(ChatGovernance governance, String conversation, String text) {
        return governance.onCustomerMessage(CustomerMessage.of(conversation, "m-" + text.hashCode(), text));
    }

    private static List<String> reasons(TurnResult result) {
        return result.decisions().stream()
                .flatMap(decision -> decision.reasons().stream())
                .map(reason -> reason.code())
                .toList();
    }

    /** Opening hours that look at the front door. */
    @Configuration(proxyBeanMethods = false)
    static class Hours {

        private final List<String> asked = new ArrayList<>();

        @Bean
        OpeningHours openingHours(ChatGovernance governance) {
            return (tenant, calendar, now) -> {
                asked.add(calendar);
                governance.missedWakeUps();
                return new Shift(Shift.State.CLOSED, null);
            };
        }
    }

    /** A channel that acknowledges what it has delivered. */
    @Configuration(proxyBeanMethods = false)
    static class Channel {

        private final List<String> delivered = new ArrayList<>();

        @Bean
        Outbound outbound(ChatGovernance governance) {
            return message -> {
                delivered.add(message.content());
                governance.outbox().acknowledge(message.conversation(), message.number());
            };
        }
    }

    /** Hears the application events. */
    @Configuration(proxyBeanMethods = false)
    static class Events {

        private final List<ConversationCommitted> heard = new ArrayList<>();

        @EventListener
        void on(ConversationCommitted event) {
            heard.add(event);
        }
    }
}
