package io.chatmgmt.spring.web;

import java.util.Locale;

/** What may go wrong, for programs. */
enum ProblemCode {
    INVALID("The request is not valid"),
    UNAUTHENTICATED("Nobody is signed in"),
    FORBIDDEN("Not permitted"),
    NOT_FOUND("There is no such thing"),
    NOT_WAITING("The conversation does not wait"),
    NOT_OFFERED("The conversation was not offered to anybody"),
    LOST("Somebody was first"),
    NO_ROOM("The agent has no room"),
    NOBODY("Nobody can take it"),
    PRECONDITION_REQUIRED("The request does not say what it is about"),
    UNSUPPORTED("The request is not understood"),
    STORE_UNAVAILABLE("The store does not answer"),
    CONTENTION("Too many want the same at once"),
    INTERNAL("Something went wrong");

    private final String title;

    ProblemCode(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    String type() {
        return "urn:chatmgmt:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
