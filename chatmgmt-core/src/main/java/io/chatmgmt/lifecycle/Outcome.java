package io.chatmgmt.lifecycle;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationEvent;
import io.chatmgmt.conversation.SlotChange;
import io.chatmgmt.conversation.Text;
import java.util.List;

/** What an input causes. Immutable. */
public sealed interface Outcome {

    /**
     * The conversation changes.
     *
     * @param row its next version
     * @param events what happens
     * @param texts what is written
     * @param slots what it does to the capacity of agents
     */
    record Changed(Conversation row, List<ConversationEvent> events, List<Text> texts, List<SlotChange> slots)
            implements Outcome {

        /** Copies the lists. */
        public Changed {
            events = List.copyOf(events);
            texts = List.copyOf(texts);
            slots = List.copyOf(slots);
        }
    }

    /** The input asks for what is already so: nothing happens. */
    record Unchanged() implements Outcome {

        static final Unchanged INSTANCE = new Unchanged();
    }

    /** What the input concerns is gone, or somebody else was first: nothing happens. */
    record Lost() implements Outcome {

        static final Lost INSTANCE = new Lost();
    }
}
