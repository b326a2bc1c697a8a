package io.chatmgmt.spring.web;

import io.chatmgmt.conversation.Participant;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, as RFC 9457 has it, with members of this API's own: a code that programs understand, the ids, who was
 * first, and which fields are at fault.
 */
record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable String instance,
        ProblemCode code,
        @Nullable String conversation,
        @Nullable String agent,
        @Nullable Winner by,
        @Nullable Instant at,
        @Nullable RowView row,
        @Nullable String reason,
        List<Field> problems) {

    /** A field that is at fault. */
    record Field(String field, String message) {}

    /** Who was first. */
    record Winner(Participant kind, String id, String name) {}

    static Problem of(ProblemCode code, int status, @Nullable String detail) {
        return new Problem(
                code.type(), code.title(), status, detail, null, code, null, null, null, null, null, null, List.of());
    }

    Problem at(String instance) {
        return new Problem(
                type, title, status, detail, instance, code, conversation, agent, by, at, row, reason, problems);
    }

    Problem about(@Nullable String conversation, @Nullable String agent) {
        return new Problem(
                type, title, status, detail, instance, code, conversation, agent, by, at, row, reason, problems);
    }

    Problem because(String reason) {
        return new Problem(
                type, title, status, detail, instance, code, conversation, agent, by, at, row, reason, problems);
    }

    Problem wonBy(Winner by, Instant at, RowView row) {
        return new Problem(
                type, title, status, detail, instance, code, conversation, agent, by, at, row, reason, problems);
    }

    Problem with(List<Field> problems) {
        return new Problem(
                type, title, status, detail, instance, code, conversation, agent, by, at, row, reason, problems);
    }
}
