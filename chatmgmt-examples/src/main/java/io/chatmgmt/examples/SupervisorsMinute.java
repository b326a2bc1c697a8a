package io.chatmgmt.examples;

import io.chatmgmt.access.Caller;
import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.ConfidenceBand;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.FollowUpOwner;
import io.chatmgmt.conversation.OverrideReason;
import io.chatmgmt.conversation.Role;
import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.governance.CustomerMessage;
import io.chatmgmt.governance.Desk;
import io.chatmgmt.governance.LedgerLine;
import io.chatmgmt.governance.LiveRow;
import io.chatmgmt.governance.WaitingReview;
import io.chatmgmt.policy.GovernancePolicy;
import io.chatmgmt.response.AiAnswer;
import io.chatmgmt.response.BandRule;
import io.chatmgmt.routing.AgentProfile;
import io.chatmgmt.routing.AgentStatus;
import io.chatmgmt.store.LiveFilter;
import io.chatmgmt.store.LiveSort;
import io.chatmgmt.testkit.MutableClock;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What a supervisor does in a minute: list, filter, let a held answer go out, note, promise, and export for training. */
final class SupervisorsMinute {

    private static final Instant START = Instant.parse("2026-03-16T10:00:00Z");

    private SupervisorsMinute() {}

    static void run(PrintStream screen) throws IOException {
        MutableClock clock = MutableClock.at(START);
        ChatGovernance governance = ChatGovernance.builder()
                .clock(clock)
                .policy(GovernancePolicy.builder()
                        .response(response -> response.rule(ConfidenceBand.LOW, BandRule.hold()))
                        .build())
                .build();
        AgentId sue = AgentId.of("sue");
        governance
                .agents()
                .register(AgentProfile.of(sue, "Sue", "general", "billing", "technical", "sales")
                        .with(Role.SUPERVISOR));
        governance.agents().status(sue, AgentStatus.ONLINE);
        chat(governance, "c-1", "How do I change my address?", AiAnswer.of("Under Settings, then Profile.", 0.95));
        chat(governance, "c-2", "Until when is your shop open?", AiAnswer.of("Until five.", 0.41));
        Desk desk = governance.desk(Caller.supervisor("sue"));

        screen.println("All that is open:");
        list(desk, LiveFilter.open(), screen);
        screen.println("Where the AI is not sure:");
        LiveFilter unsure = LiveFilter.builder()
                .confidences(desk.live().range(ConfidenceBand.LOW), desk.live().range(ConfidenceBand.UNKNOWN))
                .build();
        list(desk, unsure, screen);

        clock.advance(Duration.ofSeconds(20));
        WaitingReview held = desk.reviews().waiting(10).get(0);
        ConversationId id = held.conversation().id();
        screen.println("Held: " + held.words());
        desk.reviews().claim(id, held.answer().ticket());
        desk.reviews()
                .edit(id, held.answer().ticket(), "Until six, and on Saturdays until two.", OverrideReason.INCOMPLETE);
        desk.note(id, "Opening hours in the knowledge base are out of date.");
        desk.followUps()
                .promise(
                        id,
                        FollowUpOwner.agent(sue),
                        "Tell the customer about the holidays",
                        START.plus(Duration.ofDays(1)),
                        START.plus(Duration.ofHours(23)));

        Instant end = clock.instant().plusSeconds(1);
        LedgerLine line = desk.reviews().ledger(START, end, null, 10).lines().get(0);
        screen.println(line.by().id() + " " + line.entry().action() + " because "
                + line.entry().reason() + " after " + line.entry().after().toSeconds() + " s");
        desk.training().mark(id, line.entry().original(), OverrideReason.INCOMPLETE, "", List.of("opening-hours"));
        StringBuilder training = new StringBuilder();
        desk.training().export(START, end, training);
        screen.print(training);
    }

    private static void chat(ChatGovernance governance, String id, String question, AiAnswer answer) {
        governance
                .onCustomerMessage(CustomerMessage.of(id, "m-1", question))
                .ticket()
                .ifPresent(ticket -> governance.onAiAnswer(ticket, answer));
    }

    private static void list(Desk desk, LiveFilter filter, PrintStream screen) {
        LiveSort longestWaiting = LiveSort.ascending(LiveSort.Key.WAITING);
        for (LiveRow row : desk.live().list(filter, longestWaiting, null, 20).rows()) {
            screen.println("  " + row.conversation().id().value() + "  " + row.status() + "  "
                    + row.status().primaryAction() + "  "
                    + row.latestMessage().map(text -> text.content()).orElse(""));
        }
    }
}
