package io.chatmgmt.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatmgmt.access.AccessDeniedException;
import io.chatmgmt.access.Caller;
import io.chatmgmt.access.Permission;
import io.chatmgmt.conversation.Actor;
import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.AiSettings;
import io.chatmgmt.conversation.Closure;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.FollowUpOwner;
import io.chatmgmt.conversation.OverrideReason;
import io.chatmgmt.conversation.Role;
import io.chatmgmt.conversation.Text;
import io.chatmgmt.conversation.TransferKind;
import io.chatmgmt.lifecycle.PersonInput.Introduction;
import io.chatmgmt.response.AiAnswer;
import io.chatmgmt.routing.AgentProfile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** N05: what each role may do at a desk; what no role allows is denied. */
class PermissionMatrixTest {

    private static final ConversationId ID = ConversationId.of("c-1");

    private final List<OutboundMessage> delivered = new ArrayList<>();
    private final ChatGovernance governance =
            ChatGovernance.builder().outbound(delivered::add).build();

    PermissionMatrixTest() {
        governance.agents().register(AgentProfile.of(AgentId.of("kim"), "Kim"));
        governance
                .onCustomerMessage(CustomerMessage.of(ID, "m-1", "How do I change my address?"))
                .ticket()
                .ifPresent(ticket -> governance.onAiAnswer(ticket, AiAnswer.of("In your profile", 0.95)));
    }

    /** Everything that a desk can do. */
    enum Action {
        VIEW(Permission.VIEW, desk -> desk.view(ID)),
        TEXTS(Permission.VIEW, desk -> desk.texts(ID, 0, 10)),
        JOURNAL(Permission.AUDIT, desk -> desk.journal(ID, 0, 10)),
        JOIN(Permission.JOIN, desk -> desk.join(ID)),
        JOIN_QUIETLY(Permission.JOIN, desk -> desk.join(ID, Introduction.SKIP)),
        ACCEPT(Permission.JOIN, desk -> desk.accept(ID, 1)),
        ACCEPT_QUIETLY(Permission.JOIN, desk -> desk.accept(ID, 1, Introduction.SKIP)),
        DECLINE(Permission.JOIN, desk -> desk.decline(ID, 1)),
        REPLY(Permission.REPLY, desk -> desk.reply(ID, "Hello")),
        APPROVE(Permission.REVIEW, desk -> desk.reviews().approve(ID, 1)),
        EDIT(Permission.REVIEW, desk -> desk.reviews().edit(ID, 1, "Hello", OverrideReason.TONE)),
        REPLACE(Permission.REVIEW, desk -> desk.reviews().replace(ID, 1, "Hello", OverrideReason.TONE)),
        DISCARD(Permission.REVIEW, desk -> desk.reviews().discard(ID, 1, OverrideReason.OTHER, "Off topic")),
        CORRECT(Permission.REVIEW, desk -> desk.reviews().correct(ID, 2, "Hello", OverrideReason.INCORRECT)),
        CLAIM(Permission.REVIEW, desk -> desk.reviews().claim(ID, 1)),
        MARK(Permission.REVIEW, desk -> desk.training().mark(ID, 2, OverrideReason.TONE, "Hello", List.of())),
        ACCEPT_MARK(Permission.REVIEW, desk -> desk.training().accept(ID, 2)),
        REJECT_MARK(Permission.REVIEW, desk -> desk.training().reject(ID, 2)),
        USE_MARK(Permission.REVIEW, desk -> desk.training().use(ID, 2)),
        PROMISE(Permission.NOTE, desk -> desk.followUps().promise(ID, OWNER, "Call", LATER, null)),
        MOVE_PROMISE(Permission.NOTE, desk -> desk.followUps().move(ID, 1, OWNER, LATER, null)),
        KEEP_PROMISE(Permission.NOTE, desk -> desk.followUps().done(ID, 1)),
        DROP_PROMISE(Permission.NOTE, desk -> desk.followUps().cancel(ID, 1)),
        CLOSE(Permission.RESOLVE, desk -> desk.close(ID, ClosingNote.of("x", "y", "z", Closure.Reuse.ONE_OFF))),
        ESCALATE(Permission.ESCALATE, desk -> desk.escalate(ID, "Please look")),
        HAND_BACK(Permission.HAND_BACK, desk -> desk.handBack(ID, "")),
        TRANSFER_TO_AGENT(Permission.TRANSFER, desk -> desk.transferToAgent(ID, AgentId.of("kim"), TransferKind.COLD)),
        TRANSFER_TO_QUEUE(Permission.TRANSFER, desk -> desk.transferToQueue(ID, "sales", TransferKind.COLD)),
        FINISH_WRAP_UP(Permission.JOIN, desk -> desk.finishWrapUp(ID)),
        CONTEXT(Permission.VIEW, desk -> desk.context(ID)),
        RESOLVE(Permission.RESOLVE, desk -> desk.resolve(ID, "")),
        ASK_FOR_RATING(Permission.RESOLVE, desk -> desk.askForRating(ID)),
        NOTE(Permission.NOTE, desk -> desk.note(ID, "Hm")),
        FLAG(Permission.FLAG, desk -> desk.flag(ID, Flag.MANUAL)),
        UNFLAG(Permission.FLAG, desk -> desk.unflag(ID, Flag.MANUAL)),
        ADJUST_AI(Permission.ADJUST_AI, desk -> desk.adjustAi(ID, AiSettings.OF_POLICY)),
        ERASE(Permission.ERASE, desk -> desk.privacy().erase(ID.value()));

        private final Permission permission;
        private final Consumer<Desk> action;

        Action(Permission permission, Consumer<Desk> action) {
            this.permission = permission;
            this.action = action;
        }
    }

    private static final FollowUpOwner OWNER = FollowUpOwner.queue("billing");
    private static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");

    private static final Map<Role, Set<Permission>> MATRIX = Map.of(
            Role.VIEWER, Set.of(Permission.VIEW),
            Role.AUDITOR, Set.of(Permission.VIEW, Permission.AUDIT),
            Role.AGENT,
                    Set.of(
                            Permission.VIEW,
                            Permission.JOIN,
                            Permission.REPLY,
                            Permission.ESCALATE,
                            Permission.HAND_BACK,
                            Permission.TRANSFER,
                            Permission.RESOLVE,
                            Permission.NOTE,
                            Permission.FLAG),
            Role.REVIEWER, Set.of(Permission.VIEW, Permission.REVIEW, Permission.NOTE, Permission.FLAG),
            Role.SUPERVISOR, EnumSet.complementOf(EnumSet.of(Permission.ERASE)),
            Role.ADMIN, Set.of(Permission.VIEW, Permission.AUDIT, Permission.ADJUST_AI, Permission.ERASE));

    static Stream<Arguments> matrix() {
        return Stream.of(Role.values())
                .flatMap(role -> Stream.of(Action.values()).map(action -> Arguments.of(role, action)));
    }

    private Desk desk(Role... roles) {
        return governance.desk(new Caller(ConversationId.DEFAULT_TENANT, Actor.agent("kim"), Set.of(roles)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("matrix")
    @DisplayName("N05 T158 each role may do what the matrix says, at every entry")
    void each_role_may_do_what_the_matrix_says(Role role, Action action) {
        long version = governance.conversations().get(ID).version();

        if (MATRIX.get(role).contains(action.permission)) {
            assertThatCode(() -> action.action.accept(desk(role))).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> action.action.accept(desk(role)))
                    .isInstanceOfSatisfying(AccessDeniedException.class, denied -> {
                        assertThat(denied.permission()).isEqualTo(action.permission);
                        assertThat(denied.conversation()).contains(ID);
                    });
            assertThat(governance.conversations().get(ID).version()).isEqualTo(version);
        }
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    @DisplayName("N05 without any role everything is denied")
    void without_a_role_everything_is_denied(Action action) {
        assertThatThrownBy(() -> action.action.accept(desk())).isInstanceOf(AccessDeniedException.class);
    }

    @ParameterizedTest
    @EnumSource(Permission.class)
    @DisplayName("N05 every permission is needed by something")
    void every_permission_is_needed(Permission permission) {
        assertThat(Action.values()).anyMatch(action -> action.permission == permission);
    }

    @Test
    void roles_add_up() {
        desk(Role.AGENT, Role.REVIEWER).reviews().correct(ID, 2, "In your settings", OverrideReason.INCORRECT);
        assertThat(desk(Role.AGENT, Role.REVIEWER).join(ID).isWon()).isTrue();
    }

    @Test
    void a_policy_of_ones_own_decides_instead() {
        ChatGovernance strict = ChatGovernance.builder()
                .access((caller, permission, conversation) -> permission == Permission.NOTE)
                .build();
        strict.onCustomerMessage(CustomerMessage.of(ID, "m-1", "Hello"));
        Desk desk = strict.desk(Caller.supervisor("sue"));

        assertThat(desk.note(ID, "Hm").isWon()).isTrue();
        assertThatThrownBy(() -> desk.view(ID)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    @DisplayName("T158 watching leaves no trace that the customer or the AI could notice")
    void watching_is_invisible() {
        long version = governance.conversations().get(ID).version();
        Desk desk = desk(Role.SUPERVISOR);

        desk.view(ID);
        desk.texts(ID, 0, 10);
        desk.journal(ID, 0, 10);

        assertThat(governance.conversations().get(ID).version()).isEqualTo(version);
        assertThat(delivered).isEmpty();
    }

    @Test
    @DisplayName("T158 what the team writes among itself never reaches the channel or the AI's prompt")
    void the_teams_words_stay_with_the_team() {
        Desk desk = desk(Role.SUPERVISOR);
        desk.note(ID, "secret note");
        desk.escalate(ID, "secret reason");
        desk.join(ID);
        desk.handBack(ID, "secret hand-back note");
        desk.resolve(ID, "secret closing note");

        assertThat(governance.conversations().history(ID))
                .extracting(Text::content)
                .noneMatch(content -> content.contains("secret"));
        assertThat(delivered).extracting(OutboundMessage::content).noneMatch(content -> content.contains("secret"));
        assertThat(governance.outbox().pending(ID))
                .extracting(OutboundMessage::content)
                .noneMatch(content -> content.contains("secret"));
        assertThat(desk.texts(ID, 0, 100))
                .extracting(Text::content)
                .filteredOn(content -> content.contains("secret"))
                .hasSize(4);
    }

    @Test
    @DisplayName("T158 a note cannot be taken to the customer by its number either")
    void a_note_is_not_refused_into_the_outbox() {
        desk(Role.SUPERVISOR).note(ID, "secret note");
        int note = governance.conversations().get(ID).numbers().texts();

        for (int number : new int[] {note, 1, note + 1, 0, -1}) {
            assertThatThrownBy(() -> governance.outbox().refuse(ID, number))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("text");
        }
        assertThat(governance.outbox().pending(ID)).isEmpty();
    }
}
