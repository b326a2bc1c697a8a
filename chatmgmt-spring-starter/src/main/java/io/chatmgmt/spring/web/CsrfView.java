package io.chatmgmt.spring.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanWrapperImpl;
import org.springframework.beans.BeansException;

/** What a page has to send with its commands so that the application's CSRF protection lets them pass. */
record CsrfView(String header, String token) {

    /** Where Spring Security, which need not be there, leaves its token. */
    private static final String ATTRIBUTE = "_csrf";

    /** The token of a request, null when there is no protection that uses one. */
    static @Nullable CsrfView of(HttpServletRequest request) {
        Object given = request.getAttribute(ATTRIBUTE);
        if (given == null) {
            return null;
        }
        try {
            BeanWrapperImpl token = new BeanWrapperImpl(given);
            return new CsrfView(
                    String.valueOf(token.getPropertyValue("headerName")),
                    String.valueOf(token.getPropertyValue("token")));
        } catch (BeansException e) {
            return null;
        }
    }
}
