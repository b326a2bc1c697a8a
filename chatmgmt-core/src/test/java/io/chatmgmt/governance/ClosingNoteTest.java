package io.chatmgmt.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Closure;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Resolution;
import io.chatmgmt.quality.ClosingPolicy;
import io.chatmgmt.routing.OpeningHours;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What people have to write down when they close a conversation. */
class ClosingNoteTest {

    private final Floor floor =
            Floor.of(policy -> policy.closing(ClosingPolicy.required(1, "solved", "refunded")), OpeningHours.ALWAYS);
    private final AgentId anna = floor.online("anna", 1);
    private final ConversationId id = floor.accepted("c-1", anna);

    private static ClosingNote note(String reason, String... tags) {
        return new ClosingNote(reason, "a double charge", "a refund", Closure.Reuse.ONE_OFF, List.of(tags));
    }

    @Test
    @DisplayName("A15 without a note a person cannot close, and nothing changes")
    void a_note_is_required() {
        long version = floor.row(id).version();

        assertThatThrownBy(() -> floor.desk(anna).resolve(id, "done"))
                .isInstanceOf(ClosingNoteException.class)
                .hasMessageContaining("note: a closing note is required");

        assertThat(floor.row(id).version()).isEqualTo(version);
    }

    @Test
    @DisplayName("A15 a note with another reason and too few tags is refused with both problems")
    void every_problem_is_named() {
        assertThatThrownBy(() -> floor.desk(anna).close(id, note("whatever")))
                .asInstanceOf(InstanceOfAssertFactories.type(ClosingNoteException.class))
                .extracting(ClosingNoteException::problems, InstanceOfAssertFactories.list(String.class))
                .containsExactly(
                        "reason: must be one of [refunded, solved], is whatever",
                        "tags: at least 1 are required, there are 0");
    }

    @Test
    @DisplayName("A15 D23 a note as it is asked for closes the conversation")
    void a_complete_note_closes() {
        assertThat(floor.desk(anna).close(id, note("refunded", "billing")).isWon())
                .isTrue();

        assertThat(floor.row(id).isOpen()).isFalse();
        assertThat(floor.row(id).caseFile().closure().reason()).isEqualTo("refunded");
    }

    @Test
    @DisplayName("A15 the host has nobody to ask, and closes without a note")
    void the_host_closes_without() {
        floor.governance.resolve(id, Resolution.ASSUMED);

        assertThat(floor.row(id).isOpen()).isFalse();
    }
}
