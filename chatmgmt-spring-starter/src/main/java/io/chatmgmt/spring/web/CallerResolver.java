package io.chatmgmt.spring.web;

import io.chatmgmt.access.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Tells who is asking, from what the application's security knows of a request: their tenant, who they are and what they
 * are there for. A bean of this type replaces the starter's own, which takes the principal's name, the roles that the
 * request {@linkplain HttpServletRequest#isUserInRole is in}, and one tenant. Implementations are thread-safe.
 */
@FunctionalInterface
public interface CallerResolver {

    /**
     * Who is asking.
     *
     * @param request the request, after the application's security has seen it
     * @return empty when nobody is signed in
     */
    Optional<Caller> resolve(HttpServletRequest request);
}
