package io.chatmgmt.governance;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.ChatGovernanceException;

/** There is no such agent. */
public final class AgentNotFoundException extends ChatGovernanceException {

    private static final long serialVersionUID = 1L;

    /**
     * An exception.
     *
     * @param agent which agent
     */
    public AgentNotFoundException(AgentId agent) {
        super("there is no agent " + agent, null, null);
    }
}
