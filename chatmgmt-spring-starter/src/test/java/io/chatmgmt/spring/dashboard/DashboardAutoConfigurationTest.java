package io.chatmgmt.spring.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.chatmgmt.spring.ChatGovernanceAutoConfiguration;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

@DisplayName("Q03, A04: the dashboard of a Spring Boot application")
class DashboardAutoConfigurationTest {

    private static final AutoConfigurations CONFIGURATIONS =
            AutoConfigurations.of(ChatGovernanceAutoConfiguration.class, DashboardAutoConfiguration.class);

    private final WebApplicationContextRunner contexts =
            new WebApplicationContextRunner().withConfiguration(CONFIGURATIONS).withUserConfiguration(Web.class);

    private final WebApplicationContextRunner enabled =
            contexts.withPropertyValues("chatmgmt.dashboard.enabled=true", "chatmgmt.web.enabled=true");

    @Configuration(proxyBeanMethods = false)
    @EnableWebMvc
    static class Web {}

    @Test
    void is_off_until_asked_for() {
        contexts.run(context -> {
            assertThat(context).hasNotFailed().doesNotHaveBean("chatGovernanceDashboard");
            assertThat(answer(context, get("/chatmgmt/")).getStatus()).isEqualTo(404);
        });
    }

    @Test
    void serves_its_page_with_a_policy_that_allows_nothing_but_itself() {
        enabled.run(context -> {
            MockHttpServletResponse page = answer(context, get("/chatmgmt/"));

            assertThat(page.getStatus()).isEqualTo(200);
            assertThat(page.getContentType()).isEqualTo("text/html;charset=UTF-8");
            assertThat(page.getContentAsString()).contains("<main id=\"main\"").contains("data-api=\"api/\"");
            assertThat(page.getHeader("Content-Security-Policy"))
                    .contains("default-src 'none'", "script-src 'self'", "require-trusted-types-for 'script'")
                    .contains("trusted-types 'none'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(page.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(page.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
        });
    }

    @Test
    void sends_whoever_leaves_out_the_slash_to_its_folder() {
        enabled.run(context -> {
            MockHttpServletResponse answer = answer(context, get("/chatmgmt"));

            assertThat(answer.getStatus()).isEqualTo(302);
            assertThat(answer.getHeader("Location")).isEqualTo("/chatmgmt/");
        });
    }

    @Test
    void serves_scripts_and_styles_as_what_they_are() {
        enabled.run(context -> {
            assertThat(answer(context, get("/chatmgmt/js/main.js")).getContentType())
                    .isEqualTo("text/javascript;charset=UTF-8");
            assertThat(answer(context, get("/chatmgmt/css/tokens.css")).getContentType())
                    .isEqualTo("text/css;charset=UTF-8");
            assertThat(answer(context, get("/chatmgmt/icon.svg")).getContentType())
                    .isEqualTo("image/svg+xml");
        });
    }

    @Test
    void does_not_send_again_what_has_not_changed() {
        enabled.run(context -> {
            String tag = answer(context, get("/chatmgmt/js/main.js")).getHeader("ETag");
            MockHttpServletResponse again =
                    answer(context, get("/chatmgmt/js/main.js").header("If-None-Match", String.valueOf(tag)));

            assertThat(tag).isNotNull();
            assertThat(again.getStatus()).isEqualTo(304);
            assertThat(again.getContentAsByteArray()).isEmpty();
        });
    }

    @Test
    void leaves_the_api_and_everything_else_to_others() {
        enabled.run(context -> {
            assertThat(answer(context, get("/chatmgmt/api/me")).getStatus()).isEqualTo(404);
            assertThat(answer(context, get("/chatmgmt/js/none.js")).getStatus()).isEqualTo(404);
            assertThat(answer(context, get("/chatmgmt/Assets.class")).getStatus())
                    .isEqualTo(404);
            assertThat(answer(context, get("/chatmgmt/js/../Assets.class")).getStatus())
                    .isEqualTo(404);
            assertThat(answer(context, get("/chatmgmtjs/main.js")).getStatus()).isEqualTo(404);
            assertThat(answer(context, post("/chatmgmt/")).getStatus()).isNotEqualTo(200);
        });
    }

    @Test
    void lies_where_the_api_lies_or_where_its_path_says() {
        enabled.withPropertyValues("chatmgmt.web.path=/support")
                .run(context -> assertThat(answer(context, get("/support/")).getContentAsString())
                        .contains("data-api=\"api/\""));
        enabled.withPropertyValues("chatmgmt.dashboard.path=/team/board").run(context -> {
            assertThat(answer(context, get("/chatmgmt/")).getStatus()).isEqualTo(404);
            assertThat(answer(context, get("/team/board/")).getContentAsString())
                    .contains("data-api=\"../../chatmgmt/api/\"");
        });
    }

    @Test
    void refuses_a_path_that_is_none() {
        enabled.withPropertyValues("chatmgmt.dashboard.path=board/")
                .run(context ->
                        assertThat(context).getFailure().rootCause().hasMessageContaining("chatmgmt.dashboard.path"));
    }

    @Test
    void stays_away_without_the_web_and_without_a_front_door() {
        new ApplicationContextRunner()
                .withConfiguration(CONFIGURATIONS)
                .withPropertyValues("chatmgmt.dashboard.enabled=true")
                .run(context -> assertThat(context).doesNotHaveBean("chatGovernanceDashboard"));
        new WebApplicationContextRunner()
                .withConfiguration(CONFIGURATIONS)
                .withPropertyValues("chatmgmt.dashboard.enabled=true")
                .withClassLoader(new FilteredClassLoader(DispatcherServlet.class))
                .run(context -> assertThat(context).doesNotHaveBean("chatGovernanceDashboard"));
        enabled.withPropertyValues("chatmgmt.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean("chatGovernanceDashboard"));
    }

    @Test
    void warns_when_nothing_secures_it_and_when_it_has_no_api() {
        assertThat(logged(enabled)).contains("nothing secures this application").doesNotContain("the HTTP API");
        assertThat(logged(contexts.withPropertyValues("chatmgmt.dashboard.enabled=true")))
                .contains("set chatmgmt.web.enabled=true");
        assertThat(logged(contexts)).doesNotContain("dashboard");
    }

    private static String logged(WebApplicationContextRunner runner) {
        PrintStream usual = System.err;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
        try {
            runner.run(context -> assertThat(context).hasNotFailed());
        } finally {
            System.setErr(usual);
        }
        return written.toString(StandardCharsets.UTF_8);
    }

    private static MockHttpServletResponse answer(ApplicationContext context, RequestBuilder request) throws Exception {
        return MockMvcBuilders.webAppContextSetup((WebApplicationContext) context)
                .build()
                .perform(request)
                .andReturn()
                .getResponse();
    }
}
