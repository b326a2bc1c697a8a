package io.chatmgmt.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatmgmt.access.AccessDeniedException;
import io.chatmgmt.access.Caller;
import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.AiFailure;
import io.chatmgmt.conversation.AiSettings;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Customer;
import io.chatmgmt.conversation.CustomerHistory;
import io.chatmgmt.conversation.DecisionKind;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.OverrideReason;
import io.chatmgmt.conversation.Resolution;
import io.chatmgmt.conversation.Role;
import io.chatmgmt.conversation.Ticket;
import io.chatmgmt.policy.GovernancePolicy;
import io.chatmgmt.policy.PolicySource;
import io.chatmgmt.response.AiAnswer;
import io.chatmgmt.routing.AgentProfile;
import io.chatmgmt.routing.AgentStatus;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** N08: two tenants that use the same ids for everything never meet, whichever entry is taken. */
class TenantIsolationTest {

    private static final ConversationId MINE = new ConversationId("one", "c-1");
    private static final ConversationId THEIRS = new ConversationId("two", "c-1");

    private final ChatGovernance governance = ChatGovernance.ofDefaults();
    private final Ticket mine = ask(MINE);
    private final Ticket theirs = ask(THEIRS);

    private Ticket ask(ConversationId id) {
        return governance
                .onCustomerMessage(CustomerMessage.of(id, "m-1", "How do I change my address?")
                        .from(Customer.of("kim")))
                .ticket()
                .orElseThrow();
    }

    /** What the host does in its own tenant. */
    enum Entry {
        MESSAGE((governance, id) ->
                governance.onCustomerMessage(CustomerMessage.of(id, "m-2", "I want to speak to a human"))),
        REPEATED((governance, id) ->
                governance.onCustomerMessage(CustomerMessage.of(id, "m-1", "How do I change my address?"))),
        TICKET((governance, id) -> governance.requestTicket(id)),
        LEFT((governance, id) -> governance.onCustomerLeft(id)),
        RATING((governance, id) -> governance.onRating(id, 1, "Bad")),
        ASK_FOR_RATING((governance, id) -> governance.askForRating(id)),
        RESOLVE((governance, id) -> governance.resolve(id, Resolution.CONFIRMED)),
        TOPIC((governance, id) -> governance.setTopic(id, "refund")),
        LANGUAGE((governance, id) -> governance.setLanguage(id, "de")),
        IDENTIFY((governance, id) -> governance.identify(id, Customer.of("ada"))),
        OPEN((governance, id) ->
                governance.open(id, CustomerMessage.of(id, "m", "").opening())),
        ACKNOWLEDGE((governance, id) -> governance.outbox().acknowledge(id, 1)),
        DESK((governance, id) -> {
            Desk desk = governance.desk(Caller.supervisor("sue").in(id.tenant()));
            desk.escalate(id, "Please look");
            desk.flag(id, Flag.MANUAL);
            desk.adjustAi(id, AiSettings.OF_POLICY);
            desk.note(id, "Hm");
            desk.resolve(id, "");
        });

        private final BiConsumer<ChatGovernance, ConversationId> call;

        Entry(BiConsumer<ChatGovernance, ConversationId> call) {
            this.call = call;
        }
    }

    @ParameterizedTest
    @EnumSource(Entry.class)
    @DisplayName("N08 T159 what one tenant does leaves the other's conversation of the same id as it was")
    void what_one_tenant_does_leaves_the_other_alone(Entry entry) {
        Conversation before = governance.conversations().get(THEIRS);

        entry.call.accept(governance, MINE);

        assertThat(governance.conversations().get(THEIRS)).isEqualTo(before);
        assertThat(governance.conversations().journal(THEIRS, 0, 10)).hasSize(1);
        assertThat(governance.conversations().history(THEIRS)).hasSize(1);
    }

    @Test
    @DisplayName("N08 tickets of the same number answer in their own tenant only")
    void tickets_answer_in_their_own_tenant() {
        assertThat(mine.number()).isEqualTo(theirs.number());

        assertThat(governance
                        .onAiAnswer(mine, AiAnswer.of("In your profile", 0.95))
                        .decided(DecisionKind.DELIVER))
                .isTrue();
        assertThat(governance.onAiFailure(theirs, AiFailure.ERROR).decided(DecisionKind.FALLBACK))
                .isTrue();
        assertThat(governance.conversations().get(MINE).counts().ai()).isEqualTo(1);
        assertThat(governance.conversations().get(THEIRS).counts().ai()).isZero();
    }

    /** What a person does with a conversation of another tenant. */
    enum Foreign {
        VIEW(desk -> desk.view(THEIRS)),
        TEXTS(desk -> desk.texts(THEIRS, 0, 10)),
        JOURNAL(desk -> desk.journal(THEIRS, 0, 10)),
        JOIN(desk -> desk.join(THEIRS)),
        ACCEPT(desk -> desk.accept(THEIRS, 1)),
        DECLINE(desk -> desk.decline(THEIRS, 1)),
        REPLY(desk -> desk.reply(THEIRS, "Hello")),
        APPROVE(desk -> desk.reviews().approve(THEIRS, 1)),
        EDIT(desk -> desk.reviews().edit(THEIRS, 1, "Hello", OverrideReason.TONE)),
        REPLACE(desk -> desk.reviews().replace(THEIRS, 1, "Hello", OverrideReason.TONE)),
        DISCARD(desk -> desk.reviews().discard(THEIRS, 1, OverrideReason.OTHER, "")),
        CORRECT(desk -> desk.reviews().correct(THEIRS, 1, "Hello", OverrideReason.OTHER)),
        ESCALATE(desk -> desk.escalate(THEIRS, "Please look")),
        HAND_BACK(desk -> desk.handBack(THEIRS, "")),
        RESOLVE(desk -> desk.resolve(THEIRS, "")),
        NOTE(desk -> desk.note(THEIRS, "Hm")),
        FLAG(desk -> desk.flag(THEIRS, Flag.MANUAL)),
        UNFLAG(desk -> desk.unflag(THEIRS, Flag.MANUAL)),
        ADJUST_AI(desk -> desk.adjustAi(THEIRS, AiSettings.OF_POLICY));

        private final Consumer<Desk> action;

        Foreign(Consumer<Desk> action) {
            this.action = action;
        }
    }

    @ParameterizedTest
    @EnumSource(Foreign.class)
    @DisplayName("N08 T159 a person of one tenant is denied everything in another, whatever their role")
    void a_person_is_denied_everything_in_another_tenant(Foreign foreign) {
        Caller sue = new Caller("one", Caller.supervisor("sue").actor(), Set.of(Role.values()));

        assertThatThrownBy(() -> foreign.action.accept(governance.desk(sue))).isInstanceOf(AccessDeniedException.class);
        assertThat(governance.conversations().get(THEIRS).version()).isEqualTo(1);
    }

    @Test
    @DisplayName("N08 a person of another tenant is denied, not told whether the conversation exists")
    void nobody_learns_what_exists_in_another_tenant() {
        Desk desk = governance.desk(Caller.supervisor("sue").in("one"));

        assertThatThrownBy(() -> desk.view(new ConversationId("two", "no such conversation")))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> desk.view(new ConversationId("one", "no such conversation")))
                .isInstanceOf(ConversationNotFoundException.class);
    }

    @Test
    @DisplayName("N08 work is offered to agents of its own tenant only, and slots are theirs")
    void work_is_offered_within_the_tenant() {
        AgentId stranger = online("two", "sarah");
        governance.onCustomerMessage(CustomerMessage.of(MINE, "m-2", "I want to speak to a human"));
        governance.sweep(100);
        assertThat(governance.conversations().get(MINE).handoff().offer()).isNull();
        assertThat(governance.agents().get(stranger).used()).isZero();

        AgentId colleague = online("one", "sarah");

        assertThat(governance.conversations().get(MINE).handoff().offer().agent())
                .isEqualTo(colleague);
        assertThat(governance.agents().get(colleague).used()).isEqualTo(20);
        assertThat(governance.agents().get(stranger).used()).isZero();
        assertThat(governance.agents().list("one")).hasSize(1);
    }

    @Test
    @DisplayName("N08 reviewers of another tenant hold nothing here")
    void reviewers_review_within_the_tenant() {
        AgentId rae = new AgentId("two", "rae");
        governance.agents().register(AgentProfile.of(rae, "Rae").with(Role.REVIEWER));
        governance.agents().status(rae, AgentStatus.ONLINE);

        assertThat(governance.onAiAnswer(mine, AiAnswer.of("Perhaps", 0.4)).decided(DecisionKind.DELIVER))
                .isTrue();
        assertThat(governance.onAiAnswer(theirs, AiAnswer.of("Perhaps", 0.4)).decided(DecisionKind.HOLD))
                .isTrue();
    }

    @Test
    @DisplayName("N08 a customer id of another tenant is another customer")
    void customers_are_known_within_the_tenant() {
        governance.resolve(THEIRS, Resolution.ASSUMED);

        governance.onCustomerMessage(CustomerMessage.of(new ConversationId("three", "c-1"), "m-1", "Hello")
                .from(Customer.of("kim")));
        governance.onCustomerMessage(CustomerMessage.of(new ConversationId("two", "c-2"), "m-1", "Hello")
                .from(Customer.of("kim")));

        assertThat(history("three", "c-1")).isEqualTo(CustomerHistory.NONE);
        assertThat(history("two", "c-2").earlierEpisodes()).isEqualTo(1);
    }

    private CustomerHistory history(String tenant, String id) {
        return governance
                .conversations()
                .get(new ConversationId(tenant, id))
                .episode()
                .history();
    }

    @Test
    @DisplayName("N08 lists show the tenant's own")
    void lists_show_the_tenants_own() {
        assertThat(governance.conversations().open("one", null, 10))
                .extracting(Conversation::id)
                .containsExactly(MINE);
        assertThat(governance.conversations().open("two", null, 10))
                .extracting(Conversation::id)
                .containsExactly(THEIRS);
        assertThat(governance.conversations().open("three", null, 10)).isEmpty();
    }

    @Test
    @DisplayName("N08 O02 each tenant has a policy of its own")
    void each_tenant_has_a_policy_of_its_own() {
        GovernancePolicy shadow =
                GovernancePolicy.builder().mode(GovernancePolicy.Mode.SHADOW).build();
        ChatGovernance two = ChatGovernance.builder()
                .policies(PolicySource.perTenant(
                        Map.of("one", PolicySource.fixed(shadow)), PolicySource.fixed(GovernancePolicy.ofDefaults())))
                .build();
        for (ConversationId id : new ConversationId[] {MINE, THEIRS}) {
            two.onCustomerMessage(CustomerMessage.of(id, "m-1", "I want to speak to a human"));
        }

        assertThat(two.conversations().get(MINE).handoff()).isNull();
        assertThat(two.conversations().get(THEIRS).handoff()).isNotNull();
        assertThat(two.conversations().journal(MINE, 0, 1).get(0).policyVersion())
                .isEqualTo(shadow.version());
    }

    private AgentId online(String tenant, String id) {
        AgentId agent = new AgentId(tenant, id);
        governance.agents().register(AgentProfile.of(agent, id, "general"));
        governance.agents().status(agent, AgentStatus.ONLINE);
        return agent;
    }
}
