package io.chatmgmt.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.access.Caller;
import io.chatmgmt.conversation.Actor;
import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.AiAction;
import io.chatmgmt.conversation.AiFailure;
import io.chatmgmt.conversation.AiSettings;
import io.chatmgmt.conversation.CaseFile;
import io.chatmgmt.conversation.Closure;
import io.chatmgmt.conversation.Confidence;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Customer;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.FollowUpOwner;
import io.chatmgmt.conversation.Handoff;
import io.chatmgmt.conversation.HeldAnswer;
import io.chatmgmt.conversation.Offer;
import io.chatmgmt.conversation.OverrideReason;
import io.chatmgmt.conversation.Participant;
import io.chatmgmt.conversation.Posture;
import io.chatmgmt.conversation.RatingRefusal;
import io.chatmgmt.conversation.Resolution;
import io.chatmgmt.conversation.Role;
import io.chatmgmt.conversation.Text;
import io.chatmgmt.conversation.TextKind;
import io.chatmgmt.conversation.Ticket;
import io.chatmgmt.conversation.TransferKind;
import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.governance.ClosingNote;
import io.chatmgmt.governance.CustomerMessage;
import io.chatmgmt.governance.Desk;
import io.chatmgmt.governance.RatingRefusedException;
import io.chatmgmt.governance.TurnResult;
import io.chatmgmt.lifecycle.Opening;
import io.chatmgmt.lifecycle.PersonInput.Introduction;
import io.chatmgmt.policy.GovernancePolicy;
import io.chatmgmt.policy.GovernancePolicy.Mode;
import io.chatmgmt.response.AiAnswer;
import io.chatmgmt.routing.Agent;
import io.chatmgmt.routing.AgentProfile;
import io.chatmgmt.routing.AgentStatus;
import io.chatmgmt.routing.Capacity;
import io.chatmgmt.testkit.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** A random story at two nodes over one store; after each act, everything that must always hold is checked. */
final class FrontDoorStory {

    private static final int ALL = 10_000;
    private static final List<String> TENANTS = List.of("one", "two");

    private static final List<String> MESSAGES = List.of(
            "Where is my invoice?",
            "agent",
            "I want to speak to a human",
            "This is terrible, the worst service ever",
            "Hm, this is a bit annoying",
            "I want a refund for my last order",
            "Yes, please",
            "No, thanks",
            "ok",
            "My app crashes with an error when I log in",
            "Meine Rechnung ist falsch, können Sie mir bitte helfen?",
            "");

    /** What customers mostly write. */
    private static final List<String> CALM = List.of(
            "Where is my invoice?",
            "How do I change my address?",
            "ok",
            "Can I pay by card?",
            "No, thanks",
            "What are your opening hours?",
            "5",
            "👎",
            "Yes, please");

    private static final String[] QUEUES = {"general", "billing", "technical", "sales"};

    private static final List<Duration> PAUSES = List.of(
            Duration.ofNanos(1_000),
            Duration.ofSeconds(1),
            Duration.ofSeconds(4),
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            Duration.ofMinutes(10),
            Duration.ofMinutes(31),
            Duration.ofHours(24),
            Duration.ofSeconds(-1),
            Duration.ofHours(-1));

    private final GovernanceStore store;
    private final List<GovernancePolicy> choice;
    private final MutableClock clock = MutableClock.at(StoreFixtures.START);
    private final Map<String, GovernancePolicy> policies = new ConcurrentHashMap<>();
    private final List<ChatGovernance> nodes = new ArrayList<>();
    private final Map<ConversationId, ConversationAudit> audits = new HashMap<>();
    private final Map<ConversationId, List<Ticket>> tickets = new HashMap<>();
    private final Map<ConversationId, CustomerMessage> latestMessages = new HashMap<>();
    private final Map<CustomerMessage, TurnResult> messageResults = new HashMap<>();
    private final Map<Ticket, TurnResult> answerResults = new HashMap<>();
    private final StoryChecks checks;
    private Act latest;
    private int messages;

    /** A story in an empty store, under the first of some policies until another one takes effect. */
    FrontDoorStory(GovernanceStore store, List<GovernancePolicy> choice) {
        this.store = store;
        this.choice = choice;
        this.checks = new StoryChecks(store, TENANTS);
        for (int i = 0; i < 2; i++) {
            nodes.add(ChatGovernance.builder()
                    .store(store)
                    .clock(clock)
                    .policies((tenant, now) -> policies.getOrDefault(tenant, choice.get(0)))
                    .hours(StoryPolicies.HOURS)
                    .build());
        }
        for (String tenant : TENANTS) {
            register(tenant, "sarah", Capacity.limit(20), Role.AGENT, Role.REVIEWER);
            register(tenant, "tom", Capacity.limit(40), Role.AGENT);
            register(tenant, "sue", Capacity.INHERIT, Role.SUPERVISOR);
            nodes.get(0).agents().status(new AgentId(tenant, "sue"), AgentStatus.ONLINE);
        }
        Set<String> watching = choice.stream()
                .filter(policy -> policy.mode() == Mode.SHADOW)
                .map(GovernancePolicy::version)
                .collect(Collectors.toSet());
        Act.CONVERSATIONS.forEach(id -> audits.put(id, new ConversationAudit(id, watching::contains)));
    }

    private void register(String tenant, String id, Capacity capacity, Role... roles) {
        AgentProfile profile = AgentProfile.of(new AgentId(tenant, id), id, "general", "billing", "technical");
        nodes.get(0).agents().register(profile.with(capacity).with(roles));
    }

    /** Lets one thing happen, and checks everything. */
    void play(Act act) {
        latest = act;
        Map<AgentId, Agent> before = checks.agents();
        perform(act);
        audits.values().forEach(audit -> audit.read(store));
        checks.after(act, before, clock.instant());
    }

    private void perform(Act act) {
        ConversationId id = act.conversationId();
        if (needsConversation(act.kind()) && store.find(id).isEmpty()) {
            return;
        }
        ChatGovernance node = nodes.get(act.node());
        Desk desk = desk(act);
        switch (act.kind()) {
            case CUSTOMER_WRITES -> customerWrites(act, message(act));
            case CUSTOMER_REPEATED -> customerRepeated(act);
            case CUSTOMER_LATE ->
                customerWrites(act, message(act).sentAt(clock.instant().minusSeconds(30)));
            case CUSTOMER_LEAVES -> node.onCustomerLeft(id);
            case CUSTOMER_RATES -> customerRates(act, node);
            case ASK_FOR_RATING -> askForRating(act, node, desk);
            case AI_ANSWERS -> latestTicket(id, 0).forEach(ticket -> aiAnswers(act, ticket));
            case AI_ANSWERS_OLDER -> latestTicket(id, 1 + act.variant() % 3).forEach(ticket -> aiAnswers(act, ticket));
            case AI_REPEATED -> latestTicket(id, 0).forEach(ticket -> aiRepeated(act, ticket));
            case AI_FAILS ->
                latestTicket(id, act.variant() % 7 == 0 ? 1 : 0)
                        .forEach(ticket -> remember(ticket, node.onAiFailure(ticket, pick(AiFailure.values(), act))));
            case AI_WANTS_TURN -> node.requestTicket(id).ifPresent(tickets(id)::add);
            case AGENT_STATUS -> node.agents().status(agentId(act), status(act));
            case AGENT_HEARTBEAT -> node.agents().heartbeat(agentId(act));
            case ACCEPT -> desk.accept(id, offer(id, act), pick(Introduction.values(), act));
            case DECLINE -> desk.decline(id, offer(id, act));
            case JOIN -> desk.join(id, pick(Introduction.values(), act));
            case REPLY -> desk.reply(id, "Hello from " + Act.AGENTS.get(act.agent()));
            case HAND_BACK -> desk.handBack(id, act.variant() % 2 == 0 ? "" : "Told them");
            case TRANSFER -> transfer(act, desk);
            case PULL -> desk.pullNext(pick(QUEUES, act));
            case WRAP_UP -> desk.finishWrapUp(id);
            case EMPLOYMENT -> employ(act);
            case REVIEW -> review(act, desk);
            case CLAIM -> claim(act, desk);
            case TRAINING -> training(act, desk);
            case FOLLOW_UP -> followUp(act, desk);
            case CLOSE -> desk.close(id, ClosingNote.of("solved", "A bug", "Restart it", Closure.Reuse.REUSABLE));
            case CORRECT -> correct(act, desk);
            case ESCALATE -> desk.escalate(id, "Please look");
            case NOTE -> desk.note(id, "An odd one");
            case FLAG -> flag(act, desk);
            case ADJUST -> adjust(act);
            case RESOLVE -> resolve(act);
            case OPEN -> node.open(id, opening(act));
            case DESCRIBE -> describe(act);
            case IDENTIFY -> node.identify(id, Customer.of("kim").with(pick(Customer.Standing.values(), act)));
            case ERASE -> erase(act);
            case ACKNOWLEDGE -> pending(id, act).forEach(text -> node.outbox().acknowledge(id, text));
            case REFUSE -> refuse(act);
            case CLOCK -> clock.advance(PAUSES.get(act.variant()));
            case SWEEP -> node.sweep(ALL);
            case POLICY -> policies.put(id.tenant(), choice.get((act.variant() + 5 * act.agent()) % choice.size()));
        }
    }

    private static boolean needsConversation(Act.Kind kind) {
        return switch (kind) {
            case CUSTOMER_WRITES,
                    CUSTOMER_LATE,
                    OPEN,
                    AGENT_STATUS,
                    AGENT_HEARTBEAT,
                    PULL,
                    EMPLOYMENT,
                    CLOCK,
                    SWEEP,
                    POLICY -> false;
            default -> true;
        };
    }

    private static <T> T pick(T[] values, Act act) {
        return values[act.variant() % values.length];
    }

    private Desk desk(Act act) {
        String id = Act.AGENTS.get(act.agent());
        Caller caller = act.agent() == 2 ? Caller.supervisor(id) : Caller.reviewer(id);
        return nodes.get(act.node()).desk(caller.in(act.conversationId().tenant()));
    }

    private static AgentId agentId(Act act) {
        return new AgentId(act.conversationId().tenant(), Act.AGENTS.get(act.agent()));
    }

    private static AgentStatus status(Act act) {
        return act.variant() < 8 ? AgentStatus.ONLINE : pick(AgentStatus.values(), act);
    }

    private CustomerMessage message(Act act) {
        messages++;
        String text = act.agent() == 0 ? MESSAGES.get(act.variant()) : CALM.get(act.variant() % CALM.size());
        return CustomerMessage.of(act.conversationId(), "m" + messages, text).from(Customer.of("kim"));
    }

    private Opening opening(Act act) {
        return new Opening(
                Customer.of("kim"),
                "web",
                act.variant() % 3 == 0 ? "de" : null,
                act.variant() % 4 == 0 ? "technical" : null);
    }

    private void customerWrites(Act act, CustomerMessage message) {
        TurnResult result = nodes.get(act.node()).onCustomerMessage(message);
        latestMessages.put(message.conversation(), message);
        messageResults.put(message, result);
        result.ticket().ifPresent(tickets(message.conversation())::add);
    }

    private void customerRates(Act act, ChatGovernance node) {
        ConversationId id = act.conversationId();
        Conversation before = store.find(id).orElseThrow();
        int stars = 1 + act.variant() % 5;
        String comment = act.variant() % 2 == 0 ? "" : "Well";
        try {
            if (act.agent() == 0) {
                node.onRating(id, 1 + act.variant() % 3, stars, comment);
            } else {
                node.onRating(id, stars, comment);
            }
        } catch (RatingRefusedException refused) {
            assertThat(store.find(id)).as("a refused rating changes nothing").contains(before);
            if (refused.reason() == RatingRefusal.NOT_ASKED) {
                assertThat(refused.episode()).isNotEqualTo(before.episode().number());
            }
        }
    }

    private static void askForRating(Act act, ChatGovernance node, Desk desk) {
        if (act.variant() % 2 == 0) {
            node.askForRating(act.conversationId());
        } else {
            desk.askForRating(act.conversationId());
        }
    }

    private void customerRepeated(Act act) {
        CustomerMessage message = latestMessages.get(act.conversationId());
        if (message != null) {
            assertSame(nodes.get(act.node()).onCustomerMessage(message), messageResults.get(message));
        }
    }

    private List<Ticket> tickets(ConversationId id) {
        return tickets.computeIfAbsent(id, key -> new ArrayList<>());
    }

    /** The latest ticket that the host knows of, or one before it; none when there are not so many. */
    private List<Ticket> latestTicket(ConversationId id, int before) {
        Ticket open = store.find(id).orElseThrow().ai().ticket();
        if (open != null && !tickets(id).contains(open)) {
            tickets(id).add(open);
        }
        List<Ticket> all = tickets(id);
        int index = all.size() - 1 - before;
        return index < 0 ? List.of() : List.of(all.get(index));
    }

    private void aiAnswers(Act act, Ticket ticket) {
        double[] confidences = {0.95, 0.4, 0.9, 0.8999, 0.7, 0.6999, 0.5, 0.2, 0.95, 0.5, 0.9, 0.95};
        AiAction[] actions = {
            AiAction.CONTINUE, AiAction.CONTINUE, AiAction.CONTINUE, AiAction.CONTINUE, AiAction.CONTINUE,
            AiAction.CONTINUE, AiAction.CONTINUE, AiAction.CONTINUE, AiAction.HANDOFF, AiAction.HANDOFF,
            AiAction.RESOLVE, AiAction.DOES_NOT_KNOW
        };
        Confidence confidence = act.variant() == 3 && act.agent() == 0
                ? Confidence.unknown()
                : Confidence.of(confidences[act.variant()]);
        boolean wordless = act.agent() == 2 && act.variant() % 4 == 1;
        String text = wordless ? "" : "Answer " + act.variant();
        AiAnswer answer = new AiAnswer(text, confidence, actions[act.variant()], act.variant() % 5 == 4 ? 1 : 0);
        remember(ticket, nodes.get(act.node()).onAiAnswer(ticket, answer));
    }

    private void aiRepeated(Act act, Ticket ticket) {
        TurnResult first = answerResults.get(ticket);
        if (first != null) {
            assertSame(nodes.get(act.node()).onAiAnswer(ticket, AiAnswer.of("Other words", 0.3)), first);
        }
    }

    private void remember(Ticket ticket, TurnResult result) {
        TurnResult first = answerResults.putIfAbsent(ticket, result);
        if (first != null) {
            assertSame(result, first);
        }
        result.ticket().ifPresent(tickets(ticket.conversation())::add);
    }

    private static void assertSame(TurnResult repeated, TurnResult first) {
        assertThat(repeated.version()).isEqualTo(first.version());
        assertThat(repeated.decisions()).isEqualTo(first.decisions());
        assertThat(repeated.texts()).isEqualTo(first.texts());
        assertThat(repeated.ticket()).isEqualTo(first.ticket());
    }

    private int offer(ConversationId id, Act act) {
        Handoff handoff = store.find(id).orElseThrow().handoff();
        Offer offer = handoff == null ? null : handoff.offer();
        return offer == null ? 1 + act.variant() : offer.number();
    }

    private void transfer(Act act, Desk desk) {
        ConversationId id = act.conversationId();
        TransferKind kind = act.variant() % 2 == 0 ? TransferKind.WARM : TransferKind.COLD;
        if (act.variant() < 6) {
            String to = Act.AGENTS.get((act.agent() + 1 + act.variant() % 2) % Act.AGENTS.size());
            desk.transferToAgent(id, new AgentId(id.tenant(), to), kind);
        } else {
            desk.transferToQueue(id, pick(QUEUES, act), kind);
        }
    }

    private void employ(Act act) {
        if (act.variant() < 4) {
            nodes.get(act.node()).agents().deactivate(agentId(act));
        } else {
            nodes.get(act.node()).agents().reactivate(agentId(act));
        }
    }

    private void review(Act act, Desk desk) {
        ConversationId id = act.conversationId();
        HeldAnswer held = store.find(id).orElseThrow().ai().held();
        int ticket = held == null || act.variant() > 9 ? 1 + act.variant() : held.ticket();
        switch (act.variant() % 4) {
            case 0 -> desk.reviews().approve(id, ticket);
            case 1 -> desk.reviews().edit(id, ticket, "Edited", OverrideReason.TONE);
            case 2 -> desk.reviews().replace(id, ticket, "Replaced", OverrideReason.INCORRECT);
            default -> desk.reviews().discard(id, ticket, OverrideReason.OTHER, "No");
        }
    }

    private void claim(Act act, Desk desk) {
        HeldAnswer held = store.find(act.conversationId()).orElseThrow().ai().held();
        desk.reviews().claim(act.conversationId(), held == null ? 1 + act.variant() : held.ticket());
    }

    private void training(Act act, Desk desk) {
        ConversationId id = act.conversationId();
        for (Text text : store.texts(id, 0, ALL)) {
            boolean words = text.kind() == TextKind.MESSAGE || text.kind() == TextKind.DRAFT;
            if (words && text.author().kind() == Participant.AI && text.number() % 3 == act.variant() % 3) {
                switch (act.variant() % 4) {
                    case 0 -> desk.training().mark(id, text.number(), OverrideReason.TONE, "Better", List.of("tag"));
                    case 1 -> desk.training().mark(id, text.number(), OverrideReason.INCOMPLETE, "", List.of());
                    case 2 -> desk.training().accept(id, text.number());
                    default -> desk.training().use(id, text.number());
                }
                return;
            }
        }
    }

    private void followUp(Act act, Desk desk) {
        ConversationId id = act.conversationId();
        CaseFile file = store.find(id).orElseThrow().caseFile();
        int number = Math.max(1, file.lastFollowUp() - act.variant() % 2);
        Instant due = clock.instant().plusSeconds(60L * act.variant());
        switch (act.variant() % 5) {
            case 0, 1 -> desk.followUps().promise(id, FollowUpOwner.queue("billing"), "Call back", due, null);
            case 2 ->
                desk.followUps().promise(id, FollowUpOwner.agent(agentId(act)), "Write", due, due.minusSeconds(30));
            case 3 -> desk.followUps().move(id, number, FollowUpOwner.queue("general"), due, null);
            default -> desk.followUps().done(id, number);
        }
    }

    private void correct(Act act, Desk desk) {
        store.texts(act.conversationId(), 0, ALL).stream()
                .filter(text -> text.kind() == TextKind.MESSAGE && text.author().kind() == Participant.AI)
                .findFirst()
                .ifPresent(text -> {
                    if (act.variant() % 2 == 0) {
                        desk.reviews()
                                .correct(act.conversationId(), text.number(), "Corrected", OverrideReason.INCORRECT);
                    } else {
                        desk.reviews()
                                .correct(act.conversationId(), text.number(), "Corrected", OverrideReason.OTHER, "Law");
                    }
                });
    }

    private static void flag(Act act, Desk desk) {
        Flag flag = pick(Flag.values(), act);
        if (act.agent() == 0) {
            desk.flag(act.conversationId(), flag);
        } else {
            desk.unflag(act.conversationId(), flag);
        }
    }

    private void adjust(Act act) {
        Posture posture = act.variant() < Posture.values().length ? Posture.values()[act.variant()] : null;
        Double threshold = act.variant() % 3 == 0 ? 0.9 : null;
        nodes.get(act.node())
                .desk(Caller.supervisor("sue").in(act.conversationId().tenant()))
                .adjustAi(act.conversationId(), new AiSettings(posture, threshold, null, null, null));
    }

    private void resolve(Act act) {
        if (act.variant() % 2 == 0) {
            nodes.get(act.node()).resolve(act.conversationId(), pick(Resolution.values(), act));
        } else {
            desk(act).resolve(act.conversationId(), act.variant() % 3 == 0 ? "Done" : "");
        }
    }

    private void describe(Act act) {
        if (act.variant() % 2 == 0) {
            nodes.get(act.node()).setTopic(act.conversationId(), act.variant() > 5 ? "refund" : "sales");
        } else {
            nodes.get(act.node()).setLanguage(act.conversationId(), act.variant() > 5 ? "de" : "en");
        }
    }

    /** What comes in again afterwards gets its first answer, without its words. */
    private void erase(Act act) {
        String tenant = act.conversationId().tenant();
        Caller admin = new Caller(tenant, Actor.supervisor("ada"), Set.of(Role.ADMIN));
        nodes.get(act.node()).desk(admin).privacy().erase("kim");
        for (ConversationId id : Act.CONVERSATIONS) {
            if (id.tenant().equals(tenant)) {
                latestMessages.remove(id);
                answerResults.keySet().removeIf(ticket -> ticket.conversation().equals(id));
                store.find(id)
                        .ifPresent(row -> assertThat(row.customer().isErased()).isTrue());
                assertThat(store.texts(id, 0, ALL))
                        .allSatisfy(text -> assertThat(text.content()).isEmpty());
            }
        }
    }

    private List<Integer> pending(ConversationId id, Act act) {
        List<Integer> numbers = new ArrayList<>();
        store.find(id).orElseThrow().outbound().forEach(text -> numbers.add(text.number()));
        return numbers.isEmpty() ? List.of() : List.of(numbers.get(act.variant() % numbers.size()));
    }

    private void refuse(Act act) {
        ConversationId id = act.conversationId();
        List<Text> texts = store.texts(id, 0, ALL);
        if (texts.isEmpty()) {
            return;
        }
        int number = texts.get(act.variant() * texts.size() / Act.VARIANTS).number();
        try {
            nodes.get(act.node()).outbox().refuse(id, number);
        } catch (IllegalArgumentException notForTheCustomer) {
            Text text = store.texts(id, number - 1, 1).get(0);
            boolean message = text.kind() == TextKind.MESSAGE || text.kind() == TextKind.CORRECTION;
            assertThat(message && text.author().kind() != Participant.CUSTOMER).isFalse();
        }
    }

    /** Everything that the store knows, to be compared with another run. */
    List<Object> everything() {
        List<Object> everything = new ArrayList<>();
        for (ConversationId id : Act.CONVERSATIONS) {
            everything.add(store.find(id));
            everything.add(store.journal(id, 0, ALL));
            everything.add(store.texts(id, 0, ALL));
        }
        everything.add(checks.agents());
        return everything;
    }

    /** Whether the figures are what the journals say, whoever counted them when. */
    void checkFigures() {
        for (String tenant : TENANTS) {
            nodes.get(1).reports().figures(tenant);
            new FiguresAudit(store, tenant, StoreFixtures.START.minus(Duration.ofDays(2)), latestMoment())
                    .check(Act.CONVERSATIONS);
        }
    }

    private Instant latestMoment() {
        Instant latestMoment = clock.instant();
        for (ConversationId id : Act.CONVERSATIONS) {
            Instant lastAt = store.find(id).map(Conversation::lastAt).orElse(latestMoment);
            latestMoment = lastAt.isAfter(latestMoment) ? lastAt : latestMoment;
        }
        return latestMoment;
    }

    /** Where the story is, for messages. */
    @Override
    public String toString() {
        return latest + " at " + clock.instant() + " in "
                + policies.getOrDefault(latest.conversationId().tenant(), choice.get(0));
    }
}
