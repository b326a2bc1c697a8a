package io.chatmgmt.spring.web;

import io.chatmgmt.access.Caller;
import io.chatmgmt.governance.ChatGovernance;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/** Reads a {@link Command} from the path and the headers of a request. Thread-safe. */
final class CommandArgument implements HandlerMethodArgumentResolver {

    private static final int MAX_KEY = 100;

    private final ChatGovernance governance;
    private final CallerArgument callers;

    CommandArgument(ChatGovernance governance, CallerArgument callers) {
        this.governance = governance;
        this.callers = callers;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Command.class;
    }

    @Override
    public Command resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Caller caller = callers.resolve(request);
        String concern = request.getHeader("If-Match");
        return new Command(
                governance,
                caller,
                Ids.conversation(caller, pathVariable(request, "id")),
                key(request.getHeader("Idempotency-Key")),
                concern == null ? null : Concern.parse(concern));
    }

    private static @Nullable String key(@Nullable String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        if (given.length() > MAX_KEY) {
            throw InvalidRequestException.of("Idempotency-Key", "must have at most " + MAX_KEY + " characters");
        }
        return given;
    }

    private static String pathVariable(NativeWebRequest request, String name) {
        Object variables =
                request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        Object value = variables instanceof Map<?, ?> map ? map.get(name) : null;
        return String.valueOf(value);
    }
}
