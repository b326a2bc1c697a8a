package io.chatmgmt.spring.web;

import java.util.List;

/** A request that means nothing, with what is wrong with it. */
final class InvalidRequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem.Field> fields;

    private InvalidRequestException(List<Problem.Field> fields) {
        super(fields.get(0).field() + " " + fields.get(0).message(), null, false, false);
        this.fields = List.copyOf(fields);
    }

    static InvalidRequestException of(String field, String message) {
        return new InvalidRequestException(List.of(new Problem.Field(field, message)));
    }

    List<Problem.Field> fields() {
        return fields;
    }
}
