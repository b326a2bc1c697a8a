package io.chatmgmt.spring.actuate;

import io.chatmgmt.spring.ChatGovernanceAutoConfiguration;
import io.chatmgmt.spring.SweepStatus;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Registers the {@link GovernanceMeters} where there is a meter registry. */
@AutoConfiguration(
        after = ChatGovernanceAutoConfiguration.class,
        afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBean(type = {"io.chatmgmt.governance.ChatGovernance", "io.micrometer.core.instrument.MeterRegistry"})
public final class ChatGovernanceMetricsAutoConfiguration {

    /** Called by Spring. */
    public ChatGovernanceMetricsAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    GovernanceMeters chatGovernanceMeters(MeterRegistry registry) {
        return new GovernanceMeters(registry);
    }

    @Bean
    @ConditionalOnBean(SweepStatus.class)
    @ConditionalOnMissingBean(name = "chatGovernanceSweepLag")
    TimeGauge chatGovernanceSweepLag(MeterRegistry registry, SweepStatus status) {
        return TimeGauge.builder("chatmgmt.sweep.lag", status, TimeUnit.SECONDS, SweepLag::seconds)
                .description("By how much the sweep is late")
                .register(registry);
    }

    private static final class SweepLag {

        static double seconds(SweepStatus status) {
            return status.lag().toNanos() / 1e9;
        }
    }
}
