package io.chatmgmt.examples;

import io.chatmgmt.conversation.Customer;
import io.chatmgmt.escalation.EscalationTrigger;
import io.chatmgmt.escalation.EscalationTriggers;
import io.chatmgmt.escalation.Moment;
import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.governance.CustomerMessage;
import io.chatmgmt.governance.TurnResult;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;

/** An escalation trigger of one's own: an outage at a customer of the enterprise plan calls a person at once. */
final class CustomTrigger {

    private CustomTrigger() {}

    static void run(PrintStream out) {
        EscalationTrigger enterprise = EscalationTriggers.when(
                "ENTERPRISE_OUTAGE",
                facts -> facts.moment() == Moment.CUSTOMER_MESSAGE
                        && facts.attribute("plan").equals("enterprise")
                        && facts.text().toLowerCase(Locale.ROOT).contains("outage"));

        ChatGovernance governance = ChatGovernance.builder().trigger(enterprise).build();

        Customer customer =
                new Customer("u-1", "Ada", "", Customer.Standing.REGULAR, "EU", Map.of("plan", "enterprise"));
        TurnResult result =
                governance.onCustomerMessage(CustomerMessage.of("c-1", "m-1", "We have an outage since this morning")
                        .from(customer));
        result.decisions().forEach(decision -> decision.reasons().forEach(reason -> out.println(reason.sentence())));
    }
}
