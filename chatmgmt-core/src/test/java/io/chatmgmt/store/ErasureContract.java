package io.chatmgmt.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatmgmt.access.AccessDeniedException;
import io.chatmgmt.access.Caller;
import io.chatmgmt.conversation.Actor;
import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Control;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Customer;
import io.chatmgmt.conversation.DecisionKind;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.FollowUpOwner;
import io.chatmgmt.conversation.LifecycleEvent;
import io.chatmgmt.conversation.OverrideReason;
import io.chatmgmt.conversation.Posture;
import io.chatmgmt.conversation.Resolution;
import io.chatmgmt.conversation.Role;
import io.chatmgmt.conversation.Ticket;
import io.chatmgmt.governance.ChatGovernance;
import io.chatmgmt.governance.CustomerMessage;
import io.chatmgmt.governance.Desk;
import io.chatmgmt.governance.Erasure;
import io.chatmgmt.governance.PrivacyDesk;
import io.chatmgmt.governance.TurnResult;
import io.chatmgmt.metrics.Dimension;
import io.chatmgmt.metrics.Measure;
import io.chatmgmt.metrics.Quarter;
import io.chatmgmt.metrics.RollupQuery;
import io.chatmgmt.metrics.Totals;
import io.chatmgmt.policy.GovernancePolicy;
import io.chatmgmt.response.AiAnswer;
import io.chatmgmt.routing.AgentProfile;
import io.chatmgmt.routing.AgentStatus;
import io.chatmgmt.testkit.MutableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Erasing a customer at the front door, whatever is going on, and removing what is over. */
public abstract class ErasureContract extends StoreContract {

    private static final ConversationId ID = ConversationId.of("c-1");
    private static final Customer KIM = new Customer(
            "kim-4711",
            "Kimberley",
            "kimberley@example.org",
            Customer.Standing.VIP,
            "",
            Map.of("plan", "platinum-kim", "town", "Atlantis"));

    /** What must not be found anywhere afterwards. */
    private static final List<String> SECRETS =
            List.of("kim-4711", "Kimberley", "kimberley@example.org", "Atlantis", "platinum-kim", "sesame");

    private final MutableClock clock = MutableClock.at(StoreFixtures.START);
    private ChatGovernance governance;

    /** All that the store holds, as text. */
    protected List<String> everything() {
        List<String> all = new ArrayList<>();
        for (ConversationId id : List.of(ID, ConversationId.of("c-2"))) {
            all.add(StoreFixtures.content(store, id).toString());
        }
        return all;
    }

    @BeforeEach
    final void open() {
        governance = house(GovernancePolicy.ofDefaults());
    }

    private ChatGovernance house(GovernancePolicy policy) {
        return ChatGovernance.builder().store(store).clock(clock).policy(policy).build();
    }

    private PrivacyDesk admin() {
        return governance
                .desk(new Caller(ConversationId.DEFAULT_TENANT, Actor.supervisor("ada"), Set.of(Role.ADMIN)))
                .privacy();
    }

    private TurnResult write(ConversationId id, String message, String text) {
        return governance.onCustomerMessage(
                CustomerMessage.of(id, message, text).from(KIM));
    }

    private Ticket ask(String message) {
        return write(ID, message, "What is the sesame word for my door?")
                .ticket()
                .orElseThrow();
    }

    private AgentId anna(Role... roles) {
        AgentId anna = AgentId.of("anna");
        governance.agents().register(AgentProfile.of(anna, "Anna", "general").with(roles));
        governance.agents().status(anna, AgentStatus.ONLINE);
        return anna;
    }

    private Conversation now() {
        return governance.conversations().get(ID);
    }

    private void assertForgotten() {
        for (String each : everything()) {
            assertThat(each).doesNotContainIgnoringCase(SECRETS.toArray(String[]::new));
        }
        assertThat(now()).isEqualTo(Conversation.fold(now().customer(), store.journal(ID, 0, 1_000)));
    }

    @Test
    @DisplayName("N01 a customer is erased from all conversations, and the journal says so without saying who it was")
    void a_customer_is_erased() {
        governance.onAiAnswer(ask("m-1"), AiAnswer.of("It is sesame.", 0.95));
        governance.resolve(ID, Resolution.CONFIRMED);
        governance.onRating(ID, 5, "sesame!");
        write(ConversationId.of("c-2"), "m-1", "sesame again");
        assertThat(everything()).anyMatch(each -> each.contains("sesame"));

        Erasure erasure = admin().erase("kim-4711");

        assertThat(erasure).isEqualTo(new Erasure(KIM.erased().id(), 2, 4, 0));
        assertForgotten();
        assertThat(now().customer()).isEqualTo(KIM.erased());
        assertThat(now().episode().rating()).isEqualTo(5);
        assertThat(now().episode().resolution()).isEqualTo(Resolution.CONFIRMED);
        assertThat(store.journal(ID, now().version() - 1, 1))
                .singleElement()
                .satisfies(row -> assertThat(row.actor()).isEqualTo(Actor.supervisor("ada")))
                .satisfies(row -> assertThat(row.events()).containsExactly(new LifecycleEvent.Erased(3)));
    }

    @Test
    @DisplayName("N01 erasing again changes nothing and says what was done before")
    void erasing_again_changes_nothing() {
        write(ID, "m-1", "sesame");
        admin().erase("kim-4711");
        Conversation erased = now();

        assertThat(admin().erase("kim-4711")).isEqualTo(new Erasure(KIM.erased().id(), 0, 0, 1));
        assertThat(admin().erase(KIM.erased().id()).conversations()).isZero();
        assertThat(admin().erase("nobody").conversations()).isZero();
        assertThat(now()).isEqualTo(erased);
    }

    @Test
    @DisplayName("T125 figures stay as they were, also when they are counted again from the journals")
    void figures_stay() {
        governance.onAiAnswer(ask("m-1"), AiAnswer.of("It is sesame.", 0.95));
        governance.resolve(ID, Resolution.CONFIRMED);
        governance.onRating(ID, 2, "No sesame");
        write(ConversationId.of("c-2"), "m-1", "sesame again");
        governance.resolve(ConversationId.of("c-2"), Resolution.ABANDONED);
        clock.advance(Duration.ofHours(1));
        governance.reports().figures(ConversationId.DEFAULT_TENANT);
        String before = totals();

        admin().erase("kim-4711");
        governance.sweep(100);
        governance.reports().figures(ConversationId.DEFAULT_TENANT);

        assertThat(totals()).isEqualTo(before);
        new FiguresAudit(store, ConversationId.DEFAULT_TENANT, StoreFixtures.START, clock.instant())
                .check(List.of(ID, ConversationId.of("c-2")));
        assertThat(KIM.erased().number()).isEqualTo(KIM.number());
    }

    private String totals() {
        int from = Quarter.of(StoreFixtures.START);
        return store
                .totals(new RollupQuery(
                        ConversationId.DEFAULT_TENANT,
                        EnumSet.allOf(Measure.class),
                        EnumSet.allOf(Dimension.class),
                        List.of(from, Quarter.of(clock.instant()) + 1)))
                .stream()
                .map(ErasureContract::told)
                .toList()
                .toString();
    }

    private static String told(Totals totals) {
        StringBuilder told = new StringBuilder();
        for (Measure measure : Measure.values()) {
            for (Dimension dimension : measure.dimensions()) {
                for (String slice : totals.slices(measure, dimension)) {
                    told.append(measure)
                            .append(dimension)
                            .append(slice)
                            .append(totals.of(measure, dimension, slice).count())
                            .append(' ')
                            .append(totals.of(measure, dimension, slice).sum())
                            .append('\n');
                }
            }
        }
        return told.toString();
    }

    @Test
    @DisplayName("T157 a conversation that is offered ends, the agent is free, and the offer cannot be accepted")
    void erased_while_offered() {
        AgentId anna = anna(Role.AGENT);
        write(ID, "m-1", "I want to speak to a human about sesame");
        int offer = now().handoff().offer().number();

        admin().erase("kim-4711");

        assertThat(store.findAgent(anna).orElseThrow().used()).isZero();
        assertThat(governance.desk(Caller.agent("anna")).accept(ID, offer).isWon())
                .isFalse();
        assertEnded();
    }

    @Test
    @DisplayName("T157 T044 a conversation that an agent has ends, and the agent is free")
    void erased_while_an_agent_has_it() {
        AgentId anna = anna(Role.AGENT);
        write(ID, "m-1", "I want to speak to a human about sesame");
        Desk desk = governance.desk(Caller.agent("anna"));
        desk.accept(ID, now().handoff().offer().number());
        desk.reply(ID, "Hello Kimberley");
        desk.note(ID, "Kimberley wants sesame");
        desk.followUps()
                .promise(
                        ID,
                        FollowUpOwner.agent(anna),
                        "Send sesame",
                        clock.instant().plusSeconds(60),
                        null);

        admin().erase("kim-4711");

        assertThat(store.findAgent(anna).orElseThrow().used()).isZero();
        assertThat(desk.reply(ID, "Are you there?").isWon()).isFalse();
        assertThat(now().caseFile().followUps()).isEmpty();
        assertEnded();
        clock.advance(Duration.ofMinutes(5));
        governance.sweep(100);
        assertThat(now().flags().has(Flag.FOLLOW_UP_OVERDUE)).isFalse();
    }

    @Test
    @DisplayName("T157 a held answer is dropped, and nobody can let it go out any more")
    void erased_while_held() {
        governance = house(GovernancePolicy.builder()
                .response(response -> response.posture(Posture.DRAFT_ONLY))
                .build());
        anna(Role.AGENT, Role.REVIEWER);
        Ticket ticket = ask("m-1");
        governance.onAiAnswer(ticket, AiAnswer.of("It is sesame.", 0.95));
        assertThat(now().ai().held()).isNotNull();

        admin().erase("kim-4711");

        Desk reviewer = governance.desk(Caller.reviewer("anna"));
        assertThat(reviewer.reviews().approve(ID, ticket.number()).isWon()).isFalse();
        assertThat(reviewer.reviews()
                        .edit(ID, ticket.number(), "Hm", OverrideReason.TONE)
                        .isWon())
                .isFalse();
        assertEnded();
    }

    @Test
    @DisplayName("T157 a text that waits for delivery is not offered again, and an answer under way is stale")
    void erased_before_delivery() {
        anna(Role.AGENT);
        write(ID, "m-1", "I want to speak to a human about sesame");
        governance.desk(Caller.agent("anna")).accept(ID, now().handoff().offer().number());
        assertThat(now().outbound()).isNotEmpty();
        admin().erase("kim-4711");
        assertThat(now().outbound()).isEmpty();
        assertEnded();

        ConversationId second = ConversationId.of("c-2");
        Ticket ticket = write(second, "m-1", "sesame?").ticket().orElseThrow();
        admin().erase("kim-4711");
        TurnResult late = governance.onAiAnswer(ticket, AiAnswer.of("It is sesame.", 0.95));
        assertThat(late.texts()).isEmpty();
        assertThat(late.decisions())
                .singleElement()
                .satisfies(decision -> assertThat(decision.kind()).isEqualTo(DecisionKind.STALE));
    }

    @Test
    @DisplayName("T157 a message that is imported again stays forgotten, and a new one begins something new")
    void imported_again() {
        ask("m-1");
        admin().erase("kim-4711");

        TurnResult again = write(ID, "m-1", "What is the sesame word for my door?");

        assertThat(again.version()).isEqualTo(1);
        assertForgotten();
        assertThat(write(ID, "m-2", "I am new here").ticket()).isPresent();
        assertThat(now().episode().number()).isEqualTo(2);
        assertThat(now().triggers().questions()).hasSizeLessThanOrEqualTo(1);
        assertThat(now().customer()).isEqualTo(KIM);

        assertThat(admin().erase("kim-4711").conversations()).isEqualTo(1);
        assertForgotten();
    }

    @Test
    @DisplayName("N01 what is written about somebody erased can be erased, too")
    void words_that_come_later_can_be_erased() {
        write(ID, "m-1", "sesame");
        admin().erase("kim-4711");
        governance.desk(Caller.supervisor("sue")).note(ID, "Kimberley said sesame");

        assertThat(admin().erase("kim-4711")).isEqualTo(new Erasure(KIM.erased().id(), 1, 2, 0));
        assertForgotten();
        assertThat(admin().erase("kim-4711")).isEqualTo(new Erasure(KIM.erased().id(), 0, 0, 1));
    }

    @Test
    @DisplayName("N05 whoever may not erase does not, and nothing has changed")
    void whoever_may_not_erase_does_not() {
        write(ID, "m-1", "sesame");
        Conversation before = now();
        PrivacyDesk supervisor = governance.desk(Caller.supervisor("sue")).privacy();

        assertThatThrownBy(() -> supervisor.erase("kim-4711")).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> supervisor.removeResolved(clock.instant(), 10))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(admin().erase("KIM-4711").conversations()).isZero();
        assertThat(now()).isEqualTo(before);
    }

    @Test
    @DisplayName("N02 what is over for long enough is removed in batches, and figures stay")
    void what_is_over_is_removed_in_batches() {
        for (int i = 0; i < 5; i++) {
            ConversationId id = ConversationId.of("old-" + i);
            write(id, "m-1", "sesame");
            governance.resolve(id, Resolution.CONFIRMED);
            clock.advance(Duration.ofSeconds(1));
        }
        ask("m-1");
        governance.sweep(100);
        governance.reports().figures(ConversationId.DEFAULT_TENANT);
        governance.reports().figures(ConversationId.DEFAULT_TENANT);
        clock.advance(Duration.ofDays(1));
        governance.sweep(100);
        String before = totals();

        assertThat(admin().removeResolved(clock.instant(), 3)).isEqualTo(3);
        assertThat(store.find(ConversationId.of("old-0"))).isEmpty();
        assertThat(store.find(ConversationId.of("old-4"))).isPresent();
        assertThat(admin().removeResolved(clock.instant(), 3)).isEqualTo(2);
        assertThat(admin().removeResolved(clock.instant(), 3)).isZero();
        assertThat(store.find(ID)).isPresent();
        assertThat(totals()).isEqualTo(before);
    }

    private void assertEnded() {
        assertForgotten();
        Conversation row = now();
        assertThat(row.isOpen()).isFalse();
        assertThat(row.episode().resolution()).isEqualTo(Resolution.ERASED);
        assertThat(row.control()).isEqualTo(Control.AI);
        assertThat(row.handoff()).isNull();
        assertThat(row.ai().held()).isNull();
    }
}
