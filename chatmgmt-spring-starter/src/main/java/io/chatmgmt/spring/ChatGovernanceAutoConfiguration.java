package io.chatmgmt.spring;

import io.chatmgmt.access.AccessPolicy;
import io.chatmgmt.escalation.Ear;
import io.chatmgmt.escalation.EscalationTrigger;
import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.governance.ChatGovernanceBuilder;
import io.chatmgmt.governance.GovernanceListener;
import io.chatmgmt.governance.Notifier;
import io.chatmgmt.governance.Outbound;
import io.chatmgmt.governance.SteadyClock;
import io.chatmgmt.governance.TransactionHook;
import io.chatmgmt.policy.GovernancePolicy;
import io.chatmgmt.policy.PolicySource;
import io.chatmgmt.quality.QualityScorer;
import io.chatmgmt.routing.AgentOrder;
import io.chatmgmt.routing.OpeningHours;
import io.chatmgmt.store.GovernanceStore;
import io.chatmgmt.store.memory.InMemoryStore;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Configures {@link ChatGovernance} from {@code chatmgmt.*} properties and from the application's beans. Each part gives
 * way to a bean of its type: {@link GovernanceStore}, {@link PolicySource} or {@link GovernancePolicy}, {@link Ear},
 * {@link AccessPolicy}, {@link InstantSource}, {@link TransactionHook}, {@link Outbound}, {@link Notifier}, {@link
 * OpeningHours}, {@link AgentOrder}, {@link QualityScorer}, or, within the ear, to a single detector; beans of type {@link
 * EscalationTrigger} and {@link GovernanceListener} are added; a {@link ChatGovernanceBuilderCustomizer} sets the rest.
 */
@AutoConfiguration
@ConditionalOnProperty(prefix = "chatmgmt", name = "enabled", havingValue = "true", matchIfMissing = true)
@EnableConfigurationProperties(ChatGovernanceProperties.class)
public final class ChatGovernanceAutoConfiguration {

    private static final Logger log = LoggerFactory.getLogger(ChatGovernanceAutoConfiguration.class);

    /** Called by Spring. */
    public ChatGovernanceAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    GovernanceStore chatGovernanceStore(ChatGovernanceProperties properties) {
        log.info("chatmgmt keeps conversations in memory: they end with this process");
        return InMemoryStore.bounded(properties.memory().maxConversations());
    }

    @Bean
    @ConditionalOnMissingBean
    InstantSource chatGovernanceClock() {
        return SteadyClock.system();
    }

    @Bean
    @ConditionalOnMissingBean
    PolicySource chatGovernancePolicySource(
            ChatGovernanceProperties properties, ObjectProvider<GovernancePolicy> policy) {
        Resource location = properties.policy().location();
        return location == null
                ? PolicySource.fixed(policy.getIfAvailable(GovernancePolicy::ofDefaults))
                : new PolicyFile(location);
    }

    @Bean
    @ConditionalOnMissingBean
    ChatGovernance chatGovernance(
            GovernanceStore store,
            InstantSource clock,
            PolicySource policies,
            ObjectProvider<Ear> ear,
            ObjectProvider<EscalationTrigger> triggers,
            ObjectProvider<AccessPolicy> access,
            ObjectProvider<TransactionHook> transactions,
            ObjectProvider<AgentOrder> order,
            ObjectProvider<QualityScorer> scorer,
            ObjectProvider<ChatGovernanceBuilderCustomizer> customizers,
            ListableBeanFactory beans) {
        ChatGovernanceBuilder builder =
                ChatGovernance.builder().store(store).clock(clock).policies(policies);
        Optional.ofNullable(ear.getIfAvailable()).or(() -> Hearing.of(beans)).ifPresent(builder::ear);
        triggers.orderedStream().forEach(builder::trigger);
        access.ifAvailable(builder::access);
        transactions.ifAvailable(builder::transactions);
        order.ifAvailable(builder::agentOrder);
        scorer.ifAvailable(builder::qualityScorer);
        Ports.connect(builder, beans);
        customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
        return builder.build();
    }

    @Bean
    EventPublisher chatGovernanceEventPublisher(ApplicationEventPublisher publisher) {
        return new EventPublisher(publisher);
    }

    @Bean
    @ConditionalOnProperty(prefix = "chatmgmt.sweep", name = "enabled", havingValue = "true", matchIfMissing = true)
    Sweeping chatGovernanceSweeping(
            ChatGovernance governance, InstantSource clock, ChatGovernanceProperties properties) {
        return new Sweeping(
                governance,
                clock,
                properties.sweep().limit(),
                properties.sweep().maxPause());
    }

    @Bean
    @ConditionalOnProperty(prefix = "chatmgmt.policy", name = "reload", havingValue = "true")
    PolicyReloading chatGovernancePolicyReloading(PolicySource policies, ChatGovernanceProperties properties) {
        return new PolicyReloading(policies, properties.policy().reloadInterval());
    }

    /** Waits for the application's transactions where Spring manages them. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(TransactionSynchronizationManager.class)
    static class Transactions {

        @Bean
        @ConditionalOnMissingBean
        TransactionHook chatGovernanceTransactionHook() {
            return new SpringTransactionHook();
        }
    }
}
