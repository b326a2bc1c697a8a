package io.chatmgmt.spring.web;

/** What a request asks for does not exist at the moment. */
final class NothingSuchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemCode code;

    NothingSuchException(ProblemCode code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    ProblemCode code() {
        return code;
    }
}
