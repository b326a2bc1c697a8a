package io.chatmgmt.spring;

import io.chatmgmt.governance.ChatGovernanceBuilder;

/**
 * Sets what properties and beans cannot express, before the front door is built. Beans of this type are called in their
 * order, after everything that the starter sets itself.
 */
@FunctionalInterface
public interface ChatGovernanceBuilderCustomizer {

    /**
     * Changes the builder.
     *
     * @param builder the builder, with all that the starter has set
     */
    void customize(ChatGovernanceBuilder builder);
}
