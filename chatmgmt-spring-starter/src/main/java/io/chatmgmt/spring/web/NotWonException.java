package io.chatmgmt.spring.web;

import io.chatmgmt.governance.PersonResult;

/** A command that did not take effect. */
final class NotWonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient PersonResult result;
    private final transient Command command;

    NotWonException(PersonResult result, Command command) {
        super("not won", null, false, false);
        this.result = result;
        this.command = command;
    }

    PersonResult result() {
        return result;
    }

    Command command() {
        return command;
    }
}
