package io.chatmgmt.governance;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.lifecycle.Input;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a person means who has seen the conversation in a control epoch: gone as soon as another one has begun. */
final class SeenInput implements CommandRunner.InputFactory {

    private final long epoch;
    private final CommandRunner.InputFactory inputs;

    private SeenInput(long epoch, CommandRunner.InputFactory inputs) {
        this.epoch = epoch;
        this.inputs = inputs;
    }

    /** Guards an input, unless the person did not say what they have seen. */
    static CommandRunner.InputFactory in(@Nullable Long epoch, CommandRunner.InputFactory inputs) {
        return epoch == null ? inputs : new SeenInput(epoch, inputs);
    }

    @Override
    public Input make(@Nullable Conversation current, Instant now) {
        return inputs.make(current, now);
    }

    @Override
    public boolean isStillMeant(Conversation current) {
        return current.controlEpoch() == epoch;
    }
}
