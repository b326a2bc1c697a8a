package io.chatmgmt.spring.web;

/** Nobody is signed in. */
final class UnauthenticatedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnauthenticatedException() {
        super("nobody is signed in", null, false, false);
    }
}
