package io.chatmgmt.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.access.Caller;
import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.HandoffState;
import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.governance.CustomerMessage;
import io.chatmgmt.routing.AgentProfile;
import io.chatmgmt.routing.AgentStatus;
import io.chatmgmt.store.GovernanceStore;
import io.chatmgmt.store.cache.CachingStore;
import io.chatmgmt.store.jdbc.JdbcStore;
import io.chatmgmt.store.jdbc.SchemaException;
import io.chatmgmt.store.memory.InMemoryStore;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("Q03: the front door of a Spring Boot application with a database")
class ChatGovernanceJdbcAutoConfigurationTest {

    private static final ConversationId ID = ConversationId.of("c-1");

    private final ApplicationContextRunner contexts = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    DataSourceAutoConfiguration.class,
                    DataSourceTransactionManagerAutoConfiguration.class,
                    ChatGovernanceJdbcAutoConfiguration.class,
                    ChatGovernanceAutoConfiguration.class))
            .withPropertyValues(
                    "spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1",
                    "chatmgmt.sweep.enabled=false");

    @Test
    void keeps_conversations_in_the_data_source_behind_a_cache() {
        contexts.run(context -> {
            assertThat(context.getBean(GovernanceStore.class)).isInstanceOf(CachingStore.class);
            ask(context, "Hello");
            assertThat(count(context, "chatmgmt_conversation")).isEqualTo(1);
        });
    }

    @Test
    void does_without_a_cache_when_told_to() {
        contexts.withPropertyValues("chatmgmt.jdbc.cache=0")
                .run(context ->
                        assertThat(context.getBean(GovernanceStore.class)).isInstanceOf(JdbcStore.class));
    }

    @Test
    void names_its_tables_as_told() {
        contexts.withPropertyValues("chatmgmt.jdbc.table-prefix=desk_").run(context -> {
            ask(context, "Hello");
            assertThat(count(context, "desk_conversation")).isEqualTo(1);
        });
    }

    @Test
    void creates_tables_in_an_embedded_database_only_unless_told_otherwise() {
        String file = "spring.datasource.url=jdbc:h2:file:./target/h2/" + UUID.randomUUID();
        contexts.withPropertyValues(file).run(context -> {
            assertThat(context).getFailure().rootCause().isInstanceOf(SchemaException.class);
            FailureAnalysis analysis = new SchemaFailureAnalyzer().analyze(context.getStartupFailure());
            assertThat(analysis.getAction()).contains("chatmgmt.jdbc.initialize-schema");
        });
        contexts.withPropertyValues(file, "chatmgmt.jdbc.initialize-schema=if-missing")
                .run(context -> assertThat(context).hasNotFailed());
        contexts.withPropertyValues("chatmgmt.jdbc.initialize-schema=never")
                .run(context -> assertThat(context).hasFailed());
    }

    @Test
    void stays_in_memory_when_switched_off_and_without_the_classes() {
        contexts.withPropertyValues("chatmgmt.jdbc.enabled=false")
                .run(context ->
                        assertThat(context.getBean(GovernanceStore.class)).isInstanceOf(InMemoryStore.class));
        contexts.withClassLoader(new FilteredClassLoader(TransactionAwareDataSourceProxy.class))
                .run(context ->
                        assertThat(context.getBean(GovernanceStore.class)).isInstanceOf(InMemoryStore.class));
        contexts.withPropertyValues("chatmgmt.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean(GovernanceStore.class));
    }

    @Test
    void gives_way_to_a_store_of_the_application() {
        InMemoryStore own = InMemoryStore.bounded(10);
        contexts.withBean(GovernanceStore.class, () -> own)
                .run(context ->
                        assertThat(context.getBean(GovernanceStore.class)).isSameAs(own));
    }

    @Test
    void refuses_properties_that_cannot_work_and_names_them() {
        contexts.withPropertyValues("chatmgmt.jdbc.table-prefix=drop table")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("chatmgmt.jdbc.table-prefix must be letters"));
        contexts.withPropertyValues("chatmgmt.jdbc.cache=-1")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("chatmgmt.jdbc.cache must not be negative"));
    }

    @Test
    void joins_the_transaction_of_the_application() {
        contexts.run(context -> {
            TransactionTemplate transaction =
                    new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
            transaction.executeWithoutResult(status -> {
                ask(context, "Hello");
                status.setRollbackOnly();
            });
            assertThat(context.getBean(ChatGovernance.class).conversations().find(ID))
                    .isEmpty();
            transaction.executeWithoutResult(status -> ask(context, "Hello"));
            assertThat(context.getBean(ChatGovernance.class).conversations().find(ID))
                    .isPresent();
        });
    }

    @Test
    @DisplayName("what follows a commit of the application is committed, too, in a transaction of its own")
    void matches_after_the_commit_in_a_transaction_of_its_own() {
        contexts.run(context -> {
            ChatGovernance governance = context.getBean(ChatGovernance.class);
            governance.agents().register(AgentProfile.of(AgentId.of("sarah"), "Sarah", "general"));
            governance.agents().status(AgentId.of("sarah"), AgentStatus.ONLINE);
            new TransactionTemplate(context.getBean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
                ask(context, "Can I speak to a human?");
                assertThat(governance.conversations().get(ID).handoff().state()).isEqualTo(HandoffState.QUEUED);
            });
            assertThat(governance.conversations().get(ID).handoff().state()).isEqualTo(HandoffState.OFFERED);
            assertThat(governance.agents().get(AgentId.of("sarah")).used()).isEqualTo(20);
        });
    }

    @Test
    @DisplayName("an agent who comes online within a transaction of the application gets work once it is committed")
    void agents_are_found_work_after_the_commit() {
        contexts.run(context -> {
            ChatGovernance governance = context.getBean(ChatGovernance.class);
            governance.agents().register(AgentProfile.of(AgentId.of("sarah"), "Sarah", "general"));
            ask(context, "Can I speak to a human?");
            TransactionTemplate transaction =
                    new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
            transaction.executeWithoutResult(status -> {
                governance.agents().status(AgentId.of("sarah"), AgentStatus.ONLINE);
                assertThat(governance.conversations().get(ID).handoff().state()).isEqualTo(HandoffState.QUEUED);
            });
            assertThat(governance.conversations().get(ID).handoff().state()).isEqualTo(HandoffState.OFFERED);
            assertThat(governance
                            .desk(Caller.agent("sarah"))
                            .accept(
                                    ID,
                                    governance
                                            .conversations()
                                            .get(ID)
                                            .handoff()
                                            .offer()
                                            .number())
                            .isWon())
                    .isTrue();
        });
    }

    private static void ask(AssertableApplicationContext context, String text) {
        context.getBean(ChatGovernance.class).onCustomerMessage(CustomerMessage.of("c-1", "m-1", text));
    }

    private static int count(AssertableApplicationContext context, String table) {
        return new JdbcTemplate(context.getBean(DataSource.class))
                .queryForObject("SELECT COUNT(*) FROM " + table, Integer.class);
    }
}
