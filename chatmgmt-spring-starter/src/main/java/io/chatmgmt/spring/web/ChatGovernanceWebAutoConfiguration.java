package io.chatmgmt.spring.web;

import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.quality.Scorecard;
import io.chatmgmt.spring.ChatGovernanceAutoConfiguration;
import io.chatmgmt.spring.ChatGovernanceProperties;
import io.chatmgmt.store.GovernanceStore;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts the front door on the web: JSON for what is going on, commands of people, and a live feed. Off by default; whoever
 * switches it on protects {@code chatmgmt.web.path} with the application's security, CSRF included.
 */
@AutoConfiguration(
        after = ChatGovernanceAutoConfiguration.class,
        beforeName = "org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration")
@ConditionalOnProperty(prefix = "chatmgmt.web", name = "enabled", havingValue = "true")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({DispatcherServlet.class, HttpServletRequest.class, JsonMapper.class, WebMvcConfigurer.class})
@ConditionalOnBean(ChatGovernance.class)
public final class ChatGovernanceWebAutoConfiguration {

    /** Called by Spring. */
    public ChatGovernanceWebAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    CallerResolver chatGovernanceCallerResolver(ChatGovernanceProperties properties) {
        return new ServletCallerResolver(
                properties.web().tenant(), properties.web().rolePrefix());
    }

    @Bean
    @ConditionalOnMissingBean
    Scorecard chatGovernanceScorecard() {
        return Scorecard.ofDefaults();
    }

    @Bean
    ApiParts chatGovernanceApiParts(
            ChatGovernance governance,
            GovernanceStore store,
            InstantSource clock,
            Scorecard scorecard,
            ChatGovernanceProperties properties) {
        return new ApiParts(
                governance,
                store,
                clock,
                scorecard,
                properties.web().readOnly() ? ApiMode.READ_ONLY : ApiMode.COMMANDS);
    }

    @Bean
    ApiMvcConfigurer chatGovernanceMvcConfigurer(ChatGovernance governance, CallerResolver callers) {
        return new ApiMvcConfigurer(governance, callers);
    }

    @Bean
    FeedHub chatGovernanceFeedHub(
            ChatGovernance governance,
            GovernanceStore store,
            InstantSource clock,
            ApiParts parts,
            ChatGovernanceProperties properties) {
        ChatGovernanceProperties.Feed feed = properties.web().feed();
        return new FeedHub(
                governance,
                store,
                parts.rows(),
                parts.agents(),
                ApiJson.mapper(),
                clock,
                feed.pollInterval(),
                feed.maxAge());
    }

    @Bean
    FeedController chatGovernanceFeedController(
            ChatGovernance governance, FeedHub hub, InstantSource clock, ChatGovernanceProperties properties) {
        return new FeedController(
                governance, hub, clock, properties.web().feed().buffer().toBytes());
    }

    @Bean
    ProblemAdvice chatGovernanceProblemAdvice(ApiParts parts) {
        return parts.problemAdvice();
    }

    /** What shows. */
    @Configuration(proxyBeanMethods = false)
    static class Reading {

        @Bean
        MeController chatGovernanceMeController(ApiParts parts) {
            return parts.me();
        }

        @Bean
        OverviewController chatGovernanceOverviewController(ApiParts parts) {
            return parts.overview();
        }

        @Bean
        ConversationsController chatGovernanceConversationsController(ApiParts parts) {
            return parts.conversations();
        }

        @Bean
        HistoryController chatGovernanceHistoryController(ApiParts parts) {
            return parts.history();
        }

        @Bean
        WaitingController chatGovernanceWaitingController(ApiParts parts) {
            return parts.waiting();
        }

        @Bean
        HeldAnswersController chatGovernanceHeldAnswersController(ApiParts parts) {
            return parts.heldAnswers();
        }

        @Bean
        QueueController chatGovernanceQueueController(ApiParts parts) {
            return parts.queue();
        }

        @Bean
        AgentsController chatGovernanceAgentsController(ApiParts parts) {
            return parts.agentsController();
        }

        @Bean
        MetricsController chatGovernanceMetricsController(ApiParts parts) {
            return parts.metrics();
        }

        @Bean
        HoursController chatGovernanceHoursController(ApiParts parts) {
            return parts.hours();
        }

        @Bean
        RatingsController chatGovernanceRatingsController(ApiParts parts) {
            return parts.ratings();
        }

        @Bean
        QualityController chatGovernanceQualityController(ApiParts parts) {
            return parts.quality();
        }

        @Bean
        PolicyController chatGovernancePolicyController(ApiParts parts) {
            return parts.policy();
        }
    }

    /** What acts; not there at all where the API only shows. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(prefix = "chatmgmt.web", name = "read-only", havingValue = "false", matchIfMissing = true)
    static class Acting {

        @Bean
        HandoffCommands chatGovernanceHandoffCommands(ApiParts parts) {
            return parts.handoffCommands();
        }

        @Bean
        TalkCommands chatGovernanceTalkCommands(ApiParts parts) {
            return parts.talkCommands();
        }

        @Bean
        CaseCommands chatGovernanceCaseCommands(ApiParts parts) {
            return parts.caseCommands();
        }

        @Bean
        AgentCommands chatGovernanceAgentCommands(ApiParts parts) {
            return parts.agentCommands();
        }
    }
}
