package io.chatmgmt.spring.dashboard;

import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.spring.ChatGovernanceAutoConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Serves the dashboard when {@code chatmgmt.dashboard.enabled} is true. It is a page over the HTTP API, which has to be
 * switched on as well, and asks for no permission of its own: whoever may call the API sees what the API shows them.
 */
@AutoConfiguration(after = ChatGovernanceAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({DispatcherServlet.class, RouterFunction.class})
@ConditionalOnBean(ChatGovernance.class)
@ConditionalOnProperty(prefix = "chatmgmt.dashboard", name = "enabled", havingValue = "true")
@EnableConfigurationProperties(DashboardProperties.class)
public final class DashboardAutoConfiguration {

    private static final Logger log = LoggerFactory.getLogger(DashboardAutoConfiguration.class);
    private static final String SECURITY = "org.springframework.security.web.SecurityFilterChain";

    /** Called by Spring. */
    public DashboardAutoConfiguration() {}

    @Bean
    RouterFunction<ServerResponse> chatGovernanceDashboard(DashboardProperties properties, Environment environment) {
        String api = environment.getProperty("chatmgmt.web.path", "/chatmgmt");
        String path = properties.path() == null ? api : properties.path();
        return new DashboardRoutes(path, new Assets(relative(path, api) + "api/")).routes();
    }

    /** The way from the page to what the API lies under: empty when they lie under the same path. */
    private static String relative(String path, String api) {
        return path.equals(api)
                ? ""
                : "../".repeat((int) path.chars().filter(c -> c == '/').count()) + api.substring(1) + '/';
    }

    @Bean
    SmartInitializingSingleton chatGovernanceDashboardCheck(ListableBeanFactory beans, Environment environment) {
        return () -> {
            if (!isSecured(beans)) {
                log.warn("the chatmgmt dashboard is on and nothing secures this application:"
                        + " whoever reaches it can try to act; add a security filter chain");
            }
            if (!environment.getProperty("chatmgmt.web.enabled", Boolean.class, false)) {
                log.warn("the chatmgmt dashboard is on and the HTTP API that it needs is not:"
                        + " set chatmgmt.web.enabled=true");
            }
        };
    }

    private static boolean isSecured(ListableBeanFactory beans) {
        ClassLoader loader = DashboardAutoConfiguration.class.getClassLoader();
        return ClassUtils.isPresent(SECURITY, loader)
                && beans.getBeanNamesForType(ClassUtils.resolveClassName(SECURITY, loader), true, false).length > 0;
    }
}
