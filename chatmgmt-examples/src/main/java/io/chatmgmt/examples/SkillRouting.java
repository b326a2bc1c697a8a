package io.chatmgmt.examples;

import io.chatmgmt.access.Caller;
import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Handoff;
import io.chatmgmt.conversation.Offer;
import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.governance.CustomerMessage;
import io.chatmgmt.policy.GovernancePolicy;
import io.chatmgmt.routing.AgentProfile;
import io.chatmgmt.routing.AgentStatus;
import io.chatmgmt.routing.Capacity;
import io.chatmgmt.routing.QueueRule;
import io.chatmgmt.routing.RoutingStrategy;
import java.io.PrintStream;
import java.util.List;

/** Routing by skill and language: who gets a conversation, why, and why another one still waits. */
final class SkillRouting {

    private static final String BILLING = "billing";
    private static final int CHAT = 20;

    private SkillRouting() {}

    static void run(PrintStream out) {
        GovernancePolicy policy = GovernancePolicy.builder()
                .routing(routing -> routing.strategy(RoutingStrategy.SKILL_BEST)
                        .rule(BILLING, queue -> queue.minLevel(2).language(QueueRule.Need.REQUIRED)))
                .build();
        ChatGovernance governance = ChatGovernance.builder().policy(policy).build();
        agent(governance, "ada", 5, "de");
        agent(governance, "ben", 3, "de");
        agent(governance, "cleo", 1, "de");

        for (String id : List.of("c-1", "c-2", "c-3")) {
            ConversationId conversation = ConversationId.of(id);
            governance.onCustomerMessage(CustomerMessage.of(conversation, "m-1", "Hallo"));
            governance.setLanguage(conversation, "de");
            governance.setTopic(conversation, BILLING);
            governance.onCustomerMessage(
                    CustomerMessage.of(conversation, "m-2", "Ich möchte mit einem Menschen sprechen"));
            tell(governance, governance.conversations().get(conversation), out);
        }
    }

    private static void agent(ChatGovernance governance, String id, int level, String language) {
        AgentId agent = AgentId.of(id);
        governance
                .agents()
                .register(AgentProfile.of(agent, id)
                        .skilled(BILLING, level)
                        .speaking(language, AgentProfile.MAX_LEVEL)
                        .with(Capacity.limit(CHAT)));
        governance.agents().status(agent, AgentStatus.ONLINE);
    }

    private static void tell(ChatGovernance governance, Conversation conversation, PrintStream out) {
        Handoff handoff = conversation.handoff();
        Offer offer = handoff == null ? null : handoff.offer();
        if (offer == null) {
            governance
                    .explanations()
                    .whyWaiting(conversation.id())
                    .ifPresent(why -> out.println(conversation.id().value() + " waits. " + why.sentence()));
            return;
        }
        governance
                .explanations()
                .whyChosen(conversation.id())
                .ifPresent(why -> out.println(conversation.id().value() + ": " + why.sentence()));
        governance.desk(Caller.agent(offer.agent().value())).accept(conversation.id(), offer.number());
    }
}
