package io.chatmgmt.spring.dashboard;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the environment says about the dashboard. Immutable; checked when the application starts.
 *
 * @param enabled Whether the dashboard is served.
 * @param path Path of the dashboard, beginning with a slash; that of the HTTP API when absent.
 */
@ConfigurationProperties("chatmgmt.dashboard")
public record DashboardProperties(
        @DefaultValue("false") boolean enabled, @Nullable String path) {

    /** Checks the path. */
    public DashboardProperties {
        if (path != null && !path.matches("(/[A-Za-z0-9._~-]+)+")) {
            throw new IllegalArgumentException(
                    "chatmgmt.dashboard.path must begin with a slash and must not end with one: " + path);
        }
    }
}
