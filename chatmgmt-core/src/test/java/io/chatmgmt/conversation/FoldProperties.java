package io.chatmgmt.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FoldProperties {

    private static final ConversationId ID = ConversationId.of("c-1");
    private static final Customer CUSTOMER = Customer.of("kim");

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void the_fold_of_the_journal_is_the_row(@ForAll("stories") List<Chapter> story) {
        Told told = tell(story);
        for (int version = 1; version <= told.rows.size(); version++) {
            assertThat(Conversation.fold(CUSTOMER, told.journal.subList(0, version)))
                    .isEqualTo(told.rows.get(version - 1));
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void the_version_counts_the_commits_and_time_never_goes_back(@ForAll("stories") List<Chapter> story) {
        Told told = tell(story);
        for (int i = 0; i < told.rows.size(); i++) {
            assertThat(told.rows.get(i).version()).isEqualTo(i + 1);
            assertThat(told.journal.get(i).at()).isEqualTo(told.rows.get(i).lastAt());
            if (i > 0) {
                assertThat(told.rows.get(i).lastAt())
                        .isAfterOrEqualTo(told.rows.get(i - 1).lastAt());
            }
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void what_the_row_remembers_is_bounded(@ForAll("stories") List<Chapter> story) {
        for (Conversation row : tell(story).rows) {
            TriggerMemory memory = row.triggers();
            assertThat(memory.lowAnswers()).hasSizeLessThanOrEqualTo(TriggerMemory.MAX_LOW_ANSWERS);
            assertThat(memory.questions()).hasSizeLessThanOrEqualTo(TriggerMemory.MAX_QUESTIONS);
            assertThat(memory.mildFrustration()).hasSizeLessThanOrEqualTo(TriggerMemory.MAX_MILD);
            assertThat(memory.suppressed()).hasSizeLessThanOrEqualTo(Escalation.MAX_REASONS);
            if (row.escalation() != null) {
                assertThat(row.escalation().reasons()).hasSizeLessThanOrEqualTo(Escalation.MAX_REASONS);
            }
            assertThat(row.caseFile().followUps()).hasSizeLessThanOrEqualTo(FollowUp.MAX_OPEN);
            assertThat(row.caseFile().marks()).hasSizeLessThanOrEqualTo(CaseFile.MAX_MARKS);
            if (row.handoff() != null) {
                assertThat(row.handoff().refusals()).hasSizeLessThanOrEqualTo(Handoff.MAX_REFUSALS);
            }
        }
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void a_journal_with_a_gap_is_refused(@ForAll("stories") List<Chapter> story) {
        List<JournalRow> journal = new ArrayList<>(tell(story).journal);
        if (journal.size() > 2) {
            journal.remove(1);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Conversation.fold(CUSTOMER, journal))
                    .withMessageContaining("gap");
        }
    }

    @Example
    void an_empty_journal_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Conversation.fold(CUSTOMER, List.of()));
    }

    @Example
    void every_kind_of_event_takes_part() {
        Set<Class<?>> seen = new HashSet<>();
        Arbitrary<ConversationEvent> events = AnyEvent.events();
        events.sampleStream().limit(5_000).forEach(event -> seen.add(event.getClass()));
        assertThat(seen).hasSizeGreaterThan(40).containsExactlyInAnyOrderElementsOf(AnyEvent.kinds());
    }

    @Provide
    Arbitrary<List<Chapter>> stories() {
        Arbitrary<List<ConversationEvent>> events =
                AnyEvent.events().list().ofMinSize(1).ofMaxSize(5);
        Arbitrary<Integer> seconds = Arbitraries.integers().between(-20, 60);
        return Combinators.combine(seconds, events)
                .as(Chapter::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(25);
    }

    private static Told tell(List<Chapter> story) {
        Told told = new Told(new ArrayList<>(), new ArrayList<>());
        Instant now = AnyEvent.START;
        for (Chapter chapter : story) {
            now = now.plusSeconds(chapter.seconds);
            ConversationDraft draft = told.rows.isEmpty()
                    ? ConversationDraft.opening(ID, CUSTOMER, now, Actor.CUSTOMER)
                    : ConversationDraft.of(told.rows.get(told.rows.size() - 1), now, Actor.SYSTEM);
            chapter.events.forEach(draft::emit);
            told.rows.add(draft.build());
            told.journal.add(
                    new JournalRow(ID, draft.version(), draft.at(), draft.actor(), null, "policy-1", draft.events()));
        }
        return told;
    }

    /** What happens in one commit, so many seconds after the one before; clocks may go back. */
    record Chapter(int seconds, List<ConversationEvent> events) {}

    private record Told(List<Conversation> rows, List<JournalRow> journal) {}
}
