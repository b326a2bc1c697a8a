package io.chatmgmt.examples.desk;

import io.chatmgmt.conversation.Posture;
import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.governance.Notifier;
import io.chatmgmt.governance.Outbound;
import io.chatmgmt.policy.GovernancePolicy;
import io.chatmgmt.routing.QueueRule;
import io.chatmgmt.routing.RoutingPolicy;
import io.chatmgmt.store.GovernanceStore;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * The desk: the starter does the most of it. What is here is what every host brings along: a policy, an AI, a channel,
 * and who may sign in.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({DeskSecurity.class, SignInController.class, VisitController.class})
class DeskApplication {

    private static final Duration TIME_TO_REVIEW = Duration.ofSeconds(90);

    /** Unsure answers wait for a reviewer, and people who write in the customer's window are left to real people. */
    @Bean
    GovernancePolicy deskPolicy() {
        GovernancePolicy defaults = GovernancePolicy.ofDefaults();
        RoutingPolicy routing = defaults.routing();
        return defaults.toBuilder()
                .response(response -> response.posture(Posture.REVIEW_LOW)
                        .holdFor(TIME_TO_REVIEW)
                        .withoutAnswerTimeout())
                .routing(changes -> routing.queues()
                        .keySet()
                        .forEach(queue -> changes.rule(queue, rule -> rule.region(QueueRule.Need.REQUIRED))))
                .build();
    }

    /** Whoever has a window open reads the conversation itself, so every text has arrived as soon as it is there. */
    @Bean
    Outbound deskOutbound(ObjectProvider<ChatGovernance> governance) {
        return message -> governance.getObject().outbox().acknowledge(message.conversation(), message.number());
    }

    @Bean
    Notifier deskNotifier(ObjectProvider<SampleTraffic> traffic) {
        return notification -> traffic.getObject().notify(notification);
    }

    @Bean
    SampleTraffic sampleTraffic(
            ChatGovernance governance,
            GovernanceStore store,
            GovernancePolicy policy,
            InstantSource clock,
            @Value("${desk.speed:1}") double speed,
            @Value("${desk.past-days:13}") int pastDays) {
        return new SampleTraffic(governance, store, policy, clock, speed, pastDays);
    }

    @Bean
    VisitFeed visitFeed() {
        return new VisitFeed();
    }

    @Bean(destroyMethod = "close")
    PretendAi pretendAi(ChatGovernance governance) {
        return new PretendAi(governance);
    }

    @Bean
    Visits visits(ChatGovernance governance, PretendAi ai) {
        return new Visits(governance, ai);
    }
}
