package io.chatmgmt.store;

import static io.chatmgmt.store.StoreFixtures.START;
import static io.chatmgmt.store.StoreFixtures.following;
import static io.chatmgmt.store.StoreFixtures.opening;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatmgmt.conversation.Actor;
import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.SlotChange;
import io.chatmgmt.conversation.Text;
import io.chatmgmt.conversation.TextKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommitTest {

    private final Commit first = opening("c-1").customerWrites("Hello").build();
    private final Commit second = following(first.row()).noted("A note").build();

    @Test
    void a_commit_expects_the_version_before_its_own() {
        assertThat(first.expectedVersion()).isZero();
        assertThat(second.expectedVersion()).isEqualTo(1);
    }

    @Test
    void row_and_journal_belong_together() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Commit(second.row(), first.journal(), List.of(), List.of()))
                .withMessageContaining("version 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Commit(opening("c-2").build().row(), first.journal(), List.of(), List.of()))
                .withMessageContaining("default/c-2");
    }

    @Test
    void texts_come_in_order_of_number() {
        List<Text> twice = List.of(text(4), text(4));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Commit(first.row(), first.journal(), twice, List.of()))
                .withMessageContaining("4, 4");
        assertThat(new Commit(first.row(), first.journal(), List.of(text(1), text(7)), List.of()).texts())
                .hasSize(2);
    }

    @Test
    void nobody_can_change_a_commit() {
        List<Text> texts = new ArrayList<>(List.of(text(1)));
        List<SlotChange> slots = new ArrayList<>(List.of(new SlotChange.Release(AgentId.of("anna"), 1)));
        Commit commit = new Commit(first.row(), first.journal(), texts, slots);
        texts.clear();
        slots.clear();
        assertThat(commit.texts()).hasSize(1);
        assertThat(commit.slots()).hasSize(1);
        assertThatThrownBy(() -> commit.texts().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    private static Text text(int number) {
        return new Text(number, TextKind.MESSAGE, Actor.CUSTOMER, START, START, 0, "text " + number);
    }
}
