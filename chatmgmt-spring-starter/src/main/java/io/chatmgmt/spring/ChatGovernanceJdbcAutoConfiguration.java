package io.chatmgmt.spring;

import io.chatmgmt.governance.TransactionHook;
import io.chatmgmt.store.GovernanceStore;
import io.chatmgmt.store.cache.CachingStore;
import io.chatmgmt.store.jdbc.JdbcStore;
import io.chatmgmt.store.jdbc.SchemaCreation;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.EmbeddedDatabaseConnection;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * Keeps conversations in the application's database where it has a {@link DataSource}, and joins the transactions that
 * Spring manages there. Gives way to a {@link GovernanceStore} of the application.
 */
@AutoConfiguration(
        before = ChatGovernanceAutoConfiguration.class,
        afterName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
@ConditionalOnClass({
    DataSource.class,
    TransactionAwareDataSourceProxy.class,
    EmbeddedDatabaseConnection.class,
    DependsOnDatabaseInitialization.class
})
@ConditionalOnProperty(
        prefix = "chatmgmt",
        name = {"enabled", "jdbc.enabled"},
        havingValue = "true",
        matchIfMissing = true)
@ConditionalOnSingleCandidate(DataSource.class)
@EnableConfigurationProperties(ChatGovernanceProperties.class)
public final class ChatGovernanceJdbcAutoConfiguration {

    /** Called by Spring. */
    public ChatGovernanceJdbcAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    TransactionHook chatGovernanceTransactionHook() {
        return new SpringTransactionHook();
    }

    @Bean
    @ConditionalOnMissingBean
    @DependsOnDatabaseInitialization
    GovernanceStore chatGovernanceStore(
            DataSource dataSource, TransactionHook hook, ChatGovernanceProperties properties) {
        ChatGovernanceProperties.Jdbc jdbc = properties.jdbc();
        JdbcStore store = JdbcStore.builder(new JoiningDataSource(dataSource, hook))
                .tablePrefix(jdbc.tablePrefix())
                .schema(creation(jdbc.initializeSchema(), dataSource))
                .build();
        return jdbc.cache() == 0 ? store : CachingStore.bounded(store, jdbc.cache());
    }

    private static SchemaCreation creation(
            ChatGovernanceProperties.SchemaInitialization initialization, DataSource dataSource) {
        boolean creates = switch (initialization) {
            case NEVER -> false;
            case EMBEDDED -> EmbeddedDatabaseConnection.isEmbedded(dataSource);
            case IF_MISSING -> true;
        };
        return creates ? SchemaCreation.IF_MISSING : SchemaCreation.NEVER;
    }
}
