package io.chatmgmt.spring.web;

import io.chatmgmt.governance.ChatGovernance;
import java.util.List;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Teaches Spring MVC this package's arguments and bodies, and nothing that changes the application's own. */
final class ApiMvcConfigurer implements WebMvcConfigurer {

    private final ChatGovernance governance;
    private final CallerResolver callers;

    ApiMvcConfigurer(ChatGovernance governance, CallerResolver callers) {
        this.governance = governance;
        this.callers = callers;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        CallerArgument caller = new CallerArgument(callers);
        resolvers.add(caller);
        resolvers.add(new CommandArgument(governance, caller));
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
        builder.addCustomConverter(new ApiBodyConverter(ApiJson.mapper()));
    }
}
