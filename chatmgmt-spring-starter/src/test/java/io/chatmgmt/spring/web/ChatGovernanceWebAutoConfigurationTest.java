package io.chatmgmt.spring.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.access.Caller;
import io.chatmgmt.conversation.Role;
import io.chatmgmt.quality.Scorecard;
import io.chatmgmt.spring.ChatGovernanceAutoConfiguration;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("Q03: the HTTP API of a Spring Boot application")
class ChatGovernanceWebAutoConfigurationTest {

    private static final AutoConfigurations PARTS = AutoConfigurations.of(
            DispatcherServletAutoConfiguration.class,
            WebMvcAutoConfiguration.class,
            HttpMessageConvertersAutoConfiguration.class,
            ChatGovernanceAutoConfiguration.class,
            ChatGovernanceWebAutoConfiguration.class);

    private final WebApplicationContextRunner off = new WebApplicationContextRunner()
            .withConfiguration(PARTS)
            .withPropertyValues("chatmgmt.sweep.enabled=false");
    private final WebApplicationContextRunner on = off.withPropertyValues("chatmgmt.web.enabled=true");

    @Test
    void is_off_by_default() {
        off.run(context -> assertThat(context)
                .hasNotFailed()
                .doesNotHaveBean(ConversationsController.class)
                .doesNotHaveBean(FeedHub.class)
                .doesNotHaveBean(CallerResolver.class));
    }

    @Test
    void is_there_when_switched_on() {
        on.run(context -> assertThat(context)
                .hasSingleBean(ConversationsController.class)
                .hasSingleBean(HandoffCommands.class)
                .hasSingleBean(FeedHub.class));
    }

    @Test
    void stays_away_without_the_front_door() {
        on.withPropertyValues("chatmgmt.enabled=false")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(ConversationsController.class));
    }

    @Test
    void stays_away_where_there_is_no_servlet_container() {
        new ApplicationContextRunner()
                .withConfiguration(PARTS)
                .withPropertyValues("chatmgmt.web.enabled=true", "chatmgmt.sweep.enabled=false")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(ConversationsController.class));
    }

    @Test
    void stays_away_without_the_classes_that_it_needs() {
        for (Class<?> missing : new Class<?>[] {DispatcherServlet.class, JsonMapper.class}) {
            new ApplicationContextRunner()
                    .withConfiguration(AutoConfigurations.of(
                            ChatGovernanceAutoConfiguration.class, ChatGovernanceWebAutoConfiguration.class))
                    .withPropertyValues("chatmgmt.web.enabled=true", "chatmgmt.sweep.enabled=false")
                    .withClassLoader(new FilteredClassLoader(missing))
                    .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(ConversationsController.class));
        }
    }

    @Test
    void is_mapped_below_the_path_that_is_told() {
        on.withPropertyValues("chatmgmt.web.path=/support/desk")
                .run(context -> assertThat(context.getBean(RequestMappingHandlerMapping.class)
                                .getHandlerMethods()
                                .keySet())
                        .filteredOn(mapping ->
                                mapping.getPatternValues().contains("/support/desk/api/conversations/{id}/join"))
                        .hasSize(1));
    }

    @Test
    void maps_no_command_in_read_only_mode() {
        on.withPropertyValues("chatmgmt.web.read-only=true")
                .run(context -> assertThat(context.getBean(RequestMappingHandlerMapping.class)
                                .getHandlerMethods()
                                .keySet())
                        .filteredOn(
                                mapping -> mapping.getPatternValues().stream().anyMatch(each -> each.contains("/api/")))
                        .isNotEmpty()
                        .allSatisfy(mapping -> assertThat(
                                        mapping.getMethodsCondition().toString())
                                .isEqualTo("[GET]")));
    }

    @Test
    @DisplayName("nothing is changed by a GET, in any mode")
    void changes_nothing_by_get() {
        on.run(context -> context.getBean(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, method) -> {
                    if (method.getBeanType().getSimpleName().endsWith("Commands")) {
                        assertThat(mapping.getMethodsCondition().toString()).matches("\\[(POST|PUT|DELETE)]");
                    }
                }));
    }

    @Test
    void gives_way_to_beans_of_the_application() {
        CallerResolver own = request -> Optional.empty();
        Scorecard card = new Scorecard("own", 3, Scorecard.ofDefaults().sections());
        on.withBean(CallerResolver.class, () -> own)
                .withBean(Scorecard.class, () -> card)
                .run(context -> {
                    assertThat(context.getBean(CallerResolver.class)).isSameAs(own);
                    assertThat(context.getBean(Scorecard.class)).isSameAs(card);
                });
    }

    @Test
    void takes_people_from_the_principal_and_the_prefixed_roles() {
        on.withPropertyValues("chatmgmt.web.tenant=acme", "chatmgmt.web.role-prefix=desk-")
                .run(context -> {
                    CallerResolver callers = context.getBean(CallerResolver.class);
                    assertThat(callers.resolve(request(null))).isEmpty();
                    Caller caller = callers.resolve(request("nadia", "desk-SUPERVISOR", "ADMIN"))
                            .orElseThrow();
                    assertThat(caller.tenant()).isEqualTo("acme");
                    assertThat(caller.actor().id()).isEqualTo("nadia");
                    assertThat(caller.roles()).isEqualTo(Set.of(Role.SUPERVISOR));
                });
    }

    private static HttpServletRequest request(String name, String... roles) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        if (name != null) {
            Principal principal = () -> name;
            request.setUserPrincipal(principal);
        }
        for (String role : roles) {
            request.addUserRole(role);
        }
        return request;
    }

    @Test
    void refuses_properties_that_cannot_work_and_names_them() {
        refuses("chatmgmt.web.path=chatmgmt", "chatmgmt.web.path must be like /chatmgmt");
        refuses("chatmgmt.web.path=/chatmgmt/", "chatmgmt.web.path must be like /chatmgmt");
        refuses("chatmgmt.web.tenant= ", "chatmgmt.web.tenant must not be blank");
        refuses("chatmgmt.web.feed.poll-interval=0s", "chatmgmt.web.feed.poll-interval must be positive");
        refuses("chatmgmt.web.feed.max-age=-1s", "chatmgmt.web.feed.max-age must be positive");
        refuses("chatmgmt.web.feed.buffer=0B", "chatmgmt.web.feed.buffer must be at least 1");
    }

    private void refuses(String property, String message) {
        on.withPropertyValues(property)
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining(message));
    }
}
