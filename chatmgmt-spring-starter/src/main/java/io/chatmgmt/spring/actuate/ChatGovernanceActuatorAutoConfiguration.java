package io.chatmgmt.spring.actuate;

import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.policy.PolicySource;
import io.chatmgmt.spring.ChatGovernanceAutoConfiguration;
import io.chatmgmt.spring.SweepStatus;
import io.chatmgmt.store.GovernanceStore;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Adds health and the endpoint {@code chatmgmt} where the application has an actuator. */
@AutoConfiguration(after = ChatGovernanceAutoConfiguration.class)
@ConditionalOnBean(ChatGovernance.class)
public final class ChatGovernanceActuatorAutoConfiguration {

    /** Called by Spring. */
    public ChatGovernanceActuatorAutoConfiguration() {}

    /** Health, at {@code /actuator/health}. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
    @ConditionalOnEnabledHealthIndicator("chatmgmt")
    static class HealthConfiguration {

        @Bean
        OutboundWatch chatGovernanceOutboundWatch() {
            return new OutboundWatch();
        }

        @Bean
        @ConditionalOnMissingBean(name = {"chatmgmtHealthIndicator", "chatmgmtHealthContributor"})
        GovernanceHealthIndicator chatmgmtHealthContributor(
                GovernanceStore store, InstantSource clock, ObjectProvider<SweepStatus> sweep, OutboundWatch outbound) {
            return new GovernanceHealthIndicator(store, clock, sweep::getIfAvailable, outbound);
        }
    }

    /** The endpoint, at {@code /actuator/chatmgmt}. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
    @ConditionalOnAvailableEndpoint(endpoint = GovernanceEndpoint.class)
    static class EndpointConfiguration {

        @Bean
        @ConditionalOnMissingBean
        GovernanceEndpoint chatGovernanceEndpoint(
                PolicySource policies, InstantSource clock, ObjectProvider<SweepStatus> sweep) {
            return new GovernanceEndpoint(policies, clock, sweep::getIfAvailable);
        }
    }
}
