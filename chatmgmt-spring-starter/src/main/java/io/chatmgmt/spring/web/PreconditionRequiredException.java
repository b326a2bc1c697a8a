package io.chatmgmt.spring.web;

/** A command does not say what it is about. */
final class PreconditionRequiredException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PreconditionRequiredException(Concern.Kind kind) {
        super("If-Match must say what this is about, like " + kind.example(), null, false, false);
    }
}
