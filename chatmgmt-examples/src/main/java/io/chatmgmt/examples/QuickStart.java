package io.chatmgmt.examples;

import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.governance.CustomerMessage;
import io.chatmgmt.governance.TurnResult;
import io.chatmgmt.response.AiAnswer;
import java.io.PrintStream;

/** The shortest way through the front door: a message comes in, the AI answers, and the customer asks for a person. */
final class QuickStart {

    private QuickStart() {}

    static void run(PrintStream channel) {
        ChatGovernance governance = ChatGovernance.ofDefaults();

        TurnResult asked =
                governance.onCustomerMessage(CustomerMessage.of("c-1", "m-1", "Where do I find my invoice?"));
        asked.texts().forEach(text -> channel.println(text.content()));

        asked.ticket().ifPresent(ticket -> {
            TurnResult answered = governance.onAiAnswer(ticket, AiAnswer.of("Under Settings, then Billing.", 0.93));
            answered.texts().forEach(text -> channel.println(text.content()));
        });

        TurnResult insisted = governance.onCustomerMessage(CustomerMessage.of("c-1", "m-2", "Can I speak to a human?"));
        insisted.texts().forEach(text -> channel.println(text.content()));
        insisted.decisions().forEach(decision -> channel.println(decision.kind() + " " + decision.queue()));
    }
}
