package io.chatmgmt.spring.web;

import io.chatmgmt.access.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands the person who is asking to the methods of this package's controllers. Thread-safe. */
final class CallerArgument implements HandlerMethodArgumentResolver {

    private final CallerResolver callers;

    CallerArgument(CallerResolver callers) {
        this.callers = callers;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class && ApiTypes.isOurs(parameter.getContainingClass());
    }

    @Override
    public Caller resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return resolve(request);
    }

    Caller resolve(NativeWebRequest request) {
        HttpServletRequest servletRequest =
                Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class), "request");
        return callers.resolve(servletRequest).orElseThrow(UnauthenticatedException::new);
    }
}
