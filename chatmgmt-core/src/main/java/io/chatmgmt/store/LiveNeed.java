package io.chatmgmt.store;

import io.chatmgmt.conversation.Control;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.Handoff;

/** What a conversation may need from people: each is a counter and a filter with the same meaning. */
public enum LiveNeed {
    /** A person is needed and none has written since; see {@link Conversation#isUnattended()}. */
    UNATTENDED {
        @Override
        public boolean isFeltBy(Conversation row) {
            return row.isUnattended();
        }
    },
    /** A person is needed and nobody has it: under human control or with a handoff, without an agent. */
    UNASSIGNED {
        @Override
        public boolean isFeltBy(Conversation row) {
            return row.isOpen() && row.assignee() == null && (row.control() == Control.HUMAN || row.handoff() != null);
        }
    },
    /** It waits in a queue, with or without a live offer. */
    QUEUED {
        @Override
        public boolean isFeltBy(Conversation row) {
            Handoff handoff = row.handoff();
            return handoff != null && handoff.isWaiting();
        }
    },
    /** Something that was promised to the customer is still to be done; resolved conversations may have it, too. */
    FOLLOW_UP {
        @Override
        public boolean isFeltBy(Conversation row) {
            return !row.caseFile().followUps().isEmpty();
        }
    },
    /** An answer of the AI waits for a reviewer. */
    REVIEW {
        @Override
        public boolean isFeltBy(Conversation row) {
            return row.ai().held() != null;
        }
    };

    /**
     * Whether a conversation needs it.
     *
     * @param row the conversation
     * @return true when it does
     */
    public abstract boolean isFeltBy(Conversation row);
}
