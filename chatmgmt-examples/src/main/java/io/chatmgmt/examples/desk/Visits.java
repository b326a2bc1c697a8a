package io.chatmgmt.examples.desk;

import io.chatmgmt.conversation.Actor;
import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Control;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Customer;
import io.chatmgmt.conversation.Text;
import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.governance.CustomerMessage;
import io.chatmgmt.governance.TurnResult;
import io.chatmgmt.lifecycle.Opening;
import io.chatmgmt.routing.Agent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The channel of the desk: what somebody does in the customer's window, and what they see there. Thread-safe. */
final class Visits {

    private static final String PREFIX = "visit-";

    private final ChatGovernance governance;
    private final PretendAi ai;

    Visits(ChatGovernance governance, PretendAi ai) {
        this.governance = governance;
        this.ai = ai;
    }

    /**
     * Who sits in front of the window.
     *
     * @param conversation their conversation
     * @param customer who they said they are
     */
    record Visitor(ConversationId conversation, Customer customer) {

        Opening opening() {
            return new Opening(customer, "web", null, null);
        }
    }

    /**
     * What the window shows.
     *
     * @param state {@code AI}, {@code WAITING}, {@code PERSON} or {@code RESOLVED}
     * @param with the name of the person, empty for nobody
     * @param rating what the customer has given, 0 for nothing yet
     * @param lines what was said
     */
    record Window(String state, String with, int rating, List<Line> lines) {}

    /**
     * Something that was said.
     *
     * @param number its number
     * @param from {@code CUSTOMER}, {@code AI}, {@code AGENT} or {@code SYSTEM}
     * @param name who of the team it was, empty for the others
     * @param text the words
     * @param at when
     */
    record Line(int number, String from, String name, String text, Instant at) {}

    Visitor begin(String name, String email) {
        String id = UUID.randomUUID().toString();
        Customer customer = new Customer(
                PREFIX + id, name, email, Customer.Standing.REGULAR, Staff.REGION, Map.of("window", "desk"));
        Visitor visitor = new Visitor(ConversationId.of(PREFIX + id), customer);
        governance.open(visitor.conversation(), visitor.opening());
        return visitor;
    }

    void write(Visitor visitor, String message, String text) {
        TurnResult result = governance.onCustomerMessage(
                new CustomerMessage(visitor.conversation(), message, text, null, visitor.opening()));
        result.ticket().ifPresent(ticket -> ai.ask(ticket, text));
    }

    void rate(Visitor visitor, int stars, String comment) {
        governance.onRating(visitor.conversation(), stars, comment);
    }

    void leave(Visitor visitor) {
        governance.onCustomerLeft(visitor.conversation());
    }

    Window look(Visitor visitor) {
        Conversation now = governance.conversations().get(visitor.conversation());
        List<Line> lines = governance.conversations().history(visitor.conversation()).stream()
                .map(this::line)
                .toList();
        return new Window(state(now), name(now.assignee()), now.episode().rating(), lines);
    }

    private static String state(Conversation now) {
        if (!now.isOpen()) {
            return "RESOLVED";
        }
        if (now.control() == Control.HUMAN && now.assignee() != null) {
            return "PERSON";
        }
        return now.handoff() != null && now.handoff().isWaiting() ? "WAITING" : "AI";
    }

    private Line line(Text text) {
        Actor author = text.author();
        String from = author.kind().name().equals("SUPERVISOR")
                ? "AGENT"
                : author.kind().name();
        return new Line(
                text.number(),
                from,
                author.isPerson() ? name(AgentId.of(author.id())) : "",
                text.content(),
                text.sentAt());
    }

    private String name(@Nullable AgentId id) {
        return id == null
                ? ""
                : governance
                        .agents()
                        .find(id)
                        .map(Agent::profile)
                        .map(profile -> profile.name())
                        .orElse(id.value());
    }
}
