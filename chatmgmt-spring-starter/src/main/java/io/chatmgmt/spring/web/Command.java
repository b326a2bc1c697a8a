package io.chatmgmt.spring.web;

import io.chatmgmt.access.Caller;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.governance.Desk;
import org.jspecify.annotations.Nullable;

/**
 * What a request wants to do with one conversation: who, with which, about what, and under which key. Immutable.
 *
 * @param governance the front door
 * @param caller who wants it
 * @param id with which conversation
 * @param key the request's idempotency key, null for none
 * @param concern what the request says that it is about, null for nothing
 */
record Command(
        ChatGovernance governance,
        Caller caller,
        ConversationId id,
        @Nullable String key,
        @Nullable Concern concern) {

    /** The person's desk, for something that depends on nothing that others may change. */
    Desk desk() {
        Desk desk = governance.desk(caller);
        return key == null ? desk : desk.once(key);
    }

    /** The person's desk, for something that they want in the conversation as they have seen it. */
    Desk deskInSeenEpoch() {
        Concern seen = needed(Concern.Kind.EPOCH);
        return seen.isAny() ? desk() : desk().inEpoch(seen.number());
    }

    /** The number of the offer that the request is about. */
    int offer() {
        return Math.toIntExact(needed(Concern.Kind.OFFER).number());
    }

    /** The number of the ticket whose held answer the request is about. */
    int ticket() {
        return Math.toIntExact(needed(Concern.Kind.TICKET).number());
    }

    private Concern needed(Concern.Kind kind) {
        Concern given = concern;
        if (given == null) {
            throw new PreconditionRequiredException(kind);
        }
        if (given.kind() != kind && !(given.isAny() && kind == Concern.Kind.EPOCH)) {
            throw InvalidRequestException.of("If-Match", "must be like " + kind.example());
        }
        return given;
    }
}
