package io.chatmgmt.spring.web;

import io.chatmgmt.conversation.NobodyReason;
import org.jspecify.annotations.Nullable;

/** What came of a command: whether something changed by it, and the conversation as it is then. */
record CommandView(
        long version,
        boolean changed,
        RowView row,
        @Nullable NobodyReason nobody) {}
