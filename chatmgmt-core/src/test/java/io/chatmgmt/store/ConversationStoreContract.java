package io.chatmgmt.store;

import static io.chatmgmt.store.StoreFixtures.START;
import static io.chatmgmt.store.StoreFixtures.agent;
import static io.chatmgmt.store.StoreFixtures.committed;
import static io.chatmgmt.store.StoreFixtures.content;
import static io.chatmgmt.store.StoreFixtures.following;
import static io.chatmgmt.store.StoreFixtures.held;
import static io.chatmgmt.store.StoreFixtures.opening;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Customer;
import io.chatmgmt.conversation.JournalRow;
import io.chatmgmt.conversation.Text;
import io.chatmgmt.store.CommitOutcome.Committed;
import io.chatmgmt.store.CommitOutcome.Moved;
import io.chatmgmt.store.CommitOutcome.Repeated;
import io.chatmgmt.store.StoreFixtures.Content;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link ConversationStore} does with rows, journals, texts and command keys. */
public abstract class ConversationStoreContract extends StoreContract {

    private static final ConversationId ID = ConversationId.of("c-1");

    @Test
    void a_conversation_that_was_never_committed_is_not_found() {
        assertThat(store.find(ID)).isEmpty();
        assertThat(store.journal(ID, 0, 10)).isEmpty();
        assertThat(store.texts(ID, 0, 10)).isEmpty();
        assertThat(store.findCommand(ID, "m-1")).isEmpty();
    }

    @Test
    void a_commit_is_found_as_it_was_made() {
        Commit commit = opening(ID)
                .key("m-1")
                .customerWrites("Where is my parcel?")
                .ticket(START.plusSeconds(30))
                .build();

        assertThat(store.commit(commit)).isEqualTo(Committed.INSTANCE);

        assertThat(store.find(ID)).contains(commit.row());
        assertThat(store.journal(ID, 0, 10)).usingRecursiveComparison().isEqualTo(List.of(commit.journal()));
        assertThat(store.texts(ID, 0, 10)).isEqualTo(commit.texts());
    }

    @Test
    void every_commit_replaces_the_row_and_adds_to_journal_and_texts() {
        Conversation row = committed(store, opening(ID).customerWrites("Hello"));
        List<Text> texts = new ArrayList<>(store.texts(ID, 0, 10));
        for (int i = 2; i <= 40; i++) {
            Commit commit = following(row)
                    .customerWrites("question " + i)
                    .aiAnswers("answer " + i)
                    .build();
            assertThat(store.commit(commit)).isEqualTo(Committed.INSTANCE);
            row = commit.row();
            texts.addAll(commit.texts());
            assertThat(store.find(ID)).contains(row);
        }
        assertThat(store.journal(ID, 0, 100)).hasSize(40);
        assertThat(store.texts(ID, 0, 100)).isEqualTo(texts);
        assertThat(Conversation.fold(row.customer(), store.journal(ID, 0, 100))).isEqualTo(row);
    }

    @Test
    void who_the_customer_is_comes_back_with_all_that_the_host_told() {
        Customer customer = new Customer(
                "k-9", "Zoë Å", "zoe@example.org", Customer.Standing.VIP, "SE", Map.of("plan", "größe L", "n", ""));
        committed(store, opening(ID, customer, START));
        assertThat(store.find(ID).orElseThrow().customer()).isEqualTo(customer);
    }

    @Test
    void a_lost_race_returns_moved() {
        Conversation first = committed(store, opening(ID));
        Commit late = following(first).key("m-9").customerWrites("late").build();
        Conversation second = committed(store, following(first).noted("first come"));
        Content before = content(store, ID);

        assertThat(store.commit(late)).isEqualTo(new Moved(second));
        assertThat(content(store, ID)).isEqualTo(before);
        assertThat(store.findCommand(ID, "m-9")).isEmpty();
    }

    @Test
    void a_version_from_the_future_returns_moved() {
        Conversation first = committed(store, opening(ID));
        Conversation second = following(first).noted("never committed").build().row();
        assertThat(store.commit(following(second).noted("too far").build())).isEqualTo(new Moved(first));
    }

    @Test
    void a_conversation_that_exists_already_returns_moved() {
        Conversation first = committed(store, opening(ID).key("m-1"));
        assertThat(store.commit(opening(ID).key("m-2").build())).isEqualTo(new Moved(first));
    }

    @Test
    void a_later_version_of_a_conversation_that_does_not_exist_returns_moved_without_a_row() {
        Conversation first = opening(ID).build().row();
        assertThat(store.commit(following(first).noted("nothing to follow").build()))
                .isEqualTo(new Moved(null));
        assertThat(store.find(ID)).isEmpty();
    }

    @Test
    @DisplayName("T163 a repeated command returns the row that it made first")
    void a_repeated_command_returns_the_row_that_it_made_first() {
        Commit first = opening(ID).key("m-1").customerWrites("Hello").build();
        store.commit(first);
        Conversation row = committed(store, following(first.row()).key("m-2").aiAnswers("Hi"));
        Content before = content(store, ID);

        assertRepeated(store.commit(first), first.journal());
        assertRepeated(store.commit(following(row).key("m-1").noted("again").build()), first.journal());
        assertThat(content(store, ID)).isEqualTo(before);
    }

    @Test
    @DisplayName("T163 a known key outweighs a version that moved")
    void a_known_key_outweighs_a_version_that_moved() {
        Conversation first = committed(store, opening(ID));
        Commit commit = following(first).key("m-1").noted("one").build();
        store.commit(commit);
        committed(store, following(commit.row()).noted("two"));

        assertRepeated(store.commit(commit), commit.journal());
    }

    @Test
    @DisplayName("T163 a known key outweighs a slot that would be refused")
    void a_known_key_outweighs_a_slot_that_would_be_refused() {
        AgentId agent = agent(store, "anna", 1);
        Commit commit =
                opening(ID).key("m-1").queued("billing", START).offered(agent).build();
        store.commit(commit);

        assertRepeated(store.commit(commit), commit.journal());
        assertThat(held(store, agent)).isEqualTo(1);
    }

    @Test
    void commands_without_a_key_are_never_repeated() {
        Conversation row = committed(store, opening(ID));
        row = committed(store, following(row).noted("one"));
        row = committed(store, following(row).noted("one"));
        assertThat(row.version()).isEqualTo(3);
    }

    @Test
    void keys_belong_to_their_conversation() {
        committed(store, opening("c-1").key("m-1"));
        committed(store, opening("c-2").key("m-1"));
        committed(store, opening(new ConversationId("other", "c-1")).key("m-1"));
        assertThat(store.findCommand(ConversationId.of("c-2"), "m-1")
                        .orElseThrow()
                        .conversation())
                .isEqualTo(ConversationId.of("c-2"));
        assertThat(store.findCommand(ConversationId.of("c-3"), "m-1")).isEmpty();
    }

    @Test
    void keys_are_told_apart_to_the_last_character() {
        // the last four have the same String.hashCode
        List<String> keys = List.of(
                "key",
                "KEY",
                "Key",
                "key ",
                "clé",
                "cle",
                "鍵",
                "🔑",
                "🔒",
                "k".repeat(128),
                "k".repeat(127),
                "AaAa",
                "BBBB",
                "AaBB",
                "BBAa");
        Conversation row = committed(store, opening(ID));
        for (String key : keys) {
            assertThat(store.findCommand(ID, key)).as(key).isEmpty();
            row = committed(store, following(row).key(key).noted(key));
        }
        for (int i = 0; i < keys.size(); i++) {
            assertThat(store.findCommand(ID, keys.get(i)).orElseThrow().version())
                    .as(keys.get(i))
                    .isEqualTo(i + 2);
        }
    }

    @Test
    void keys_are_found_in_a_long_conversation() {
        Conversation row = committed(store, opening(ID).key("m-1"));
        for (int i = 2; i <= 300; i++) {
            CommitBuilder next = following(row).noted("note " + i);
            row = committed(store, i % 3 == 0 ? next : next.key("m-" + i));
        }
        for (int i = 1; i <= 300; i++) {
            boolean has = i == 1 || i % 3 != 0;
            assertThat(store.findCommand(ID, "m-" + i).map(JournalRow::version))
                    .isEqualTo(has ? java.util.Optional.of((long) i) : java.util.Optional.empty());
        }
    }

    @Test
    void journal_and_texts_come_in_pages() {
        Conversation row = committed(store, opening(ID).customerWrites("1").aiAnswers("2"));
        for (int i = 3; i <= 20; i++) {
            row = committed(store, following(row).noted("" + i));
        }
        assertThat(store.journal(ID, 0, 3)).extracting(JournalRow::version).containsExactly(1L, 2L, 3L);
        assertThat(store.journal(ID, 3, 2)).extracting(JournalRow::version).containsExactly(4L, 5L);
        assertThat(store.journal(ID, 17, 10)).extracting(JournalRow::version).containsExactly(18L, 19L);
        assertThat(store.journal(ID, 19, 10)).isEmpty();
        assertThat(store.journal(ID, Long.MAX_VALUE, 10)).isEmpty();
        assertThat(store.journal(ID, 0, Integer.MAX_VALUE)).hasSize(19);
        assertThat(store.texts(ID, 0, 3)).extracting(Text::content).containsExactly("1", "2", "3");
        assertThat(store.texts(ID, 18, 5)).extracting(Text::number).containsExactly(19, 20);
        assertThat(store.texts(ID, 20, 5)).isEmpty();
        assertThat(store.texts(ID, Integer.MAX_VALUE, 5)).isEmpty();
        assertThat(store.texts(ID, 0, Integer.MAX_VALUE)).hasSize(20);
    }

    @Test
    void a_page_has_at_least_one_place() {
        assertThatIllegalArgumentException().isThrownBy(() -> store.journal(ID, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> store.texts(ID, 0, 0));
    }

    @Test
    @DisplayName("T162 pages fit together while others write")
    void pages_fit_together_while_others_write() throws Exception {
        int commits = 3 * rounds();
        Conversation first = committed(store, opening(ID).customerWrites("text 1"));
        race.between(
                () -> {
                    Conversation row = first;
                    for (int i = 2; i <= commits; i++) {
                        row = committed(store, following(row).noted("text " + i));
                    }
                    return row;
                },
                () -> {
                    long version = 0;
                    while (version < commits) {
                        for (JournalRow each : store.journal(ID, version, 7)) {
                            assertThat(each.version()).isEqualTo(++version);
                        }
                    }
                    return version;
                },
                () -> {
                    int number = 0;
                    while (number < commits) {
                        for (Text each : store.texts(ID, number, 7)) {
                            assertThat(each.number()).isEqualTo(++number);
                            assertThat(each.content()).isEqualTo("text " + number);
                        }
                    }
                    return number;
                });
    }

    @Test
    void what_is_read_cannot_be_changed() {
        committed(store, opening(ID).customerWrites("Hello"));
        List<JournalRow> journal = store.journal(ID, 0, 10);
        List<Text> texts = store.texts(ID, 0, 10);
        assertThatThrownBy(() -> journal.remove(0)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> texts.set(0, texts.get(0))).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void what_was_read_stays_as_it_was() {
        Conversation row = committed(store, opening(ID).customerWrites("Hello"));
        Content before = content(store, ID);
        committed(store, following(row).aiAnswers("Hi"));
        assertThat(before.journal()).hasSize(1);
        assertThat(before.texts()).hasSize(1);
        assertThat(before.row()).contains(row);
    }

    @Test
    @DisplayName("T162 ids are told apart to the last character")
    void ids_are_told_apart_to_the_last_character() {
        List<String> ids = List.of(
                "case",
                "CASE",
                "Case",
                "case ",
                "çase",
                "случай",
                "案件",
                "👩‍💻",
                "👩🏽‍💻",
                "a/b",
                "a%b",
                "a_b",
                "'; drop table x; --",
                "x".repeat(128),
                "x".repeat(127));
        for (String id : ids) {
            committed(store, opening(id).key("m").customerWrites("I am " + id));
        }
        for (String id : ids) {
            ConversationId each = ConversationId.of(id);
            assertThat(store.find(each).orElseThrow().id()).isEqualTo(each);
            assertThat(store.texts(each, 0, 10)).extracting(Text::content).containsExactly("I am " + id);
            assertThat(store.findCommand(each, "m").orElseThrow().conversation())
                    .isEqualTo(each);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "plain",
                "Grüße, 你好, مرحبا",
                "👨‍👩‍👧‍👦 🏳️‍🌈",
                "line\nline\r\n\ttab",
                "quote ' \" \\ %s {0}",
                "\u200B\uFEFF"
            })
    @DisplayName("T162 texts come back as they were written")
    void texts_come_back_as_they_were_written(String content) {
        committed(store, opening(ID).customerWrites(content));
        assertThat(store.texts(ID, 0, 1).get(0).content()).isEqualTo(content);
    }

    @Test
    @DisplayName("T162 a text may have a million characters")
    void a_text_may_have_a_million_characters() {
        String content = "Ein großer Text, 大きなテキスト. ".repeat(40_000);
        assertThat(content.length()).isGreaterThan(1_000_000);
        committed(store, opening(ID).customerWrites(content).aiAnswers("Short."));
        assertThat(store.texts(ID, 0, 1).get(0).content()).isEqualTo(content);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-02T09:00:00.123456Z",
                "2026-03-29T01:30:00.000001Z",
                "2026-10-25T00:59:59.999999Z",
                "1999-12-31T23:59:59.999999Z",
                "2038-01-19T03:14:08Z"
            })
    @DisplayName("T162 times keep their microseconds, in any time zone")
    void times_keep_their_microseconds(String time) {
        Instant at = Instant.parse(time);
        Commit commit = opening(ID, Customer.of("k"), at)
                .customerWrites("now")
                .ticket(at.plusNanos(1_000))
                .queued("billing", at.minusNanos(1_000))
                .build();
        store.commit(commit);
        assertThat(store.find(ID)).contains(commit.row());
        assertThat(store.journal(ID, 0, 1).get(0).at()).isEqualTo(at);
        assertThat(store.texts(ID, 0, 1)).isEqualTo(commit.texts());
        assertThat(store.nextDue()).contains(at.plusNanos(1_000));
    }

    @Test
    @DisplayName("T159 two tenants may use the same ids")
    void two_tenants_may_use_the_same_ids() {
        ConversationId one = new ConversationId("one", "c");
        ConversationId two = new ConversationId("two", "c");
        Conversation first = committed(store, opening(one).key("m-1").customerWrites("one"));
        committed(store, opening(two).key("m-2").customerWrites("two"));
        committed(store, following(first).key("m-3").aiAnswers("only one"));

        assertThat(store.find(two).orElseThrow().version()).isEqualTo(1);
        assertThat(store.journal(two, 0, 10)).hasSize(1);
        assertThat(store.texts(two, 0, 10)).extracting(Text::content).containsExactly("two");
        assertThat(store.findCommand(two, "m-1")).isEmpty();
        assertThat(store.findCommand(one, "m-2")).isEmpty();
        assertThat(store.find(new ConversationId("three", "c"))).isEmpty();
        assertThat(store.find(new ConversationId("ONE", "c"))).isEmpty();
    }

    @Test
    @DisplayName("T163 of the same command sent many times at once, one takes effect")
    void of_the_same_command_sent_many_times_at_once_one_takes_effect() throws Exception {
        for (int round = 0; round < rounds(); round++) {
            Commit commit =
                    opening("c-" + round).key("m-1").customerWrites("Hello").build();
            List<CommitOutcome> outcomes =
                    race.between(() -> store.commit(commit), () -> store.commit(commit), () -> store.commit(commit));
            assertThat(outcomes).filteredOn(Committed.class::isInstance).hasSize(1);
            assertThat(outcomes).filteredOn(Repeated.class::isInstance).hasSize(2);
            assertThat(store.texts(commit.row().id(), 0, 10)).hasSize(1);
        }
    }

    @Test
    void of_two_first_commits_one_wins() throws Exception {
        for (int round = 0; round < rounds(); round++) {
            Commit one = opening("c-" + round).key("one").customerWrites("one").build();
            Commit two = opening("c-" + round).key("two").customerWrites("two").build();
            List<CommitOutcome> outcomes = race.between(() -> store.commit(one), () -> store.commit(two));
            Commit winner = outcomes.get(0) instanceof Committed ? one : two;
            assertThat(outcomes).containsExactlyInAnyOrder(Committed.INSTANCE, new Moved(winner.row()));
            assertThat(store.texts(winner.row().id(), 0, 10)).isEqualTo(winner.texts());
        }
    }

    @Test
    @DisplayName("T002 of several who assign at once, one wins and the others are told")
    void of_several_who_assign_at_once_one_wins() throws Exception {
        AgentId rule = agent(store, "rule's choice", rounds());
        AgentId click = agent(store, "click's choice", rounds());
        for (int round = 0; round < rounds(); round++) {
            Conversation waiting = committed(store, opening("c-" + round).queued("billing", START));
            Commit byRule = following(waiting).take(rule).assigned(rule).build();
            Commit byClick = following(waiting).take(click).assigned(click).build();
            List<CommitOutcome> outcomes = race.between(() -> store.commit(byRule), () -> store.commit(byClick));

            Commit winner = outcomes.get(0) instanceof Committed ? byRule : byClick;
            assertThat(outcomes).containsExactlyInAnyOrder(Committed.INSTANCE, new Moved(winner.row()));
            assertThat(store.find(waiting.id())).contains(winner.row());
        }
        assertThat(held(store, rule) + held(store, click)).isEqualTo(rounds());
    }

    @Test
    @DisplayName("T011 what is resolved is not assigned any more")
    void what_is_resolved_is_not_assigned_any_more() throws Exception {
        AgentId agent = agent(store, "anna", rounds());
        int assigned = 0;
        for (int round = 0; round < rounds(); round++) {
            Conversation waiting = committed(store, opening("c-" + round).queued("billing", START));
            Commit resolving = following(waiting).resolved().build();
            Commit assigning = following(waiting).take(agent).assigned(agent).build();
            List<CommitOutcome> outcomes = race.between(() -> store.commit(resolving), () -> store.commit(assigning));

            assertThat(outcomes).filteredOn(Committed.class::isInstance).hasSize(1);
            Conversation row = store.find(waiting.id()).orElseThrow();
            assertThat(row.isOpen()).isEqualTo(row.assignee() != null);
            assigned += row.isOpen() ? 1 : 0;
        }
        assertThat(held(store, agent)).isEqualTo(assigned);
    }

    @Test
    void many_writers_of_one_conversation_lose_nothing() throws Exception {
        committed(store, opening(ID));
        int each = rounds() / 2;
        race.between(() -> writeNotes("a", each), () -> writeNotes("b", each), () -> writeNotes("c", each));

        List<JournalRow> journal = store.journal(ID, 0, 10_000);
        Conversation row = store.find(ID).orElseThrow();
        assertThat(journal).hasSize(1 + 3 * each);
        assertThat(Conversation.fold(row.customer(), journal)).isEqualTo(row);
        assertThat(store.texts(ID, 0, 10_000)).hasSize(3 * each);
        assertThat(journal).extracting(JournalRow::commandKey).doesNotHaveDuplicates();
    }

    private int writeNotes(String writer, int count) {
        for (int i = 0; i < count; i++) {
            CommitOutcome outcome;
            do {
                Conversation row = store.find(ID).orElseThrow();
                outcome = store.commit(
                        following(row).key(writer + i).noted(writer + i).build());
            } while (outcome instanceof Moved);
            assertThat(outcome).isEqualTo(Committed.INSTANCE);
        }
        return count;
    }

    private static void assertRepeated(CommitOutcome outcome, JournalRow expected) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Repeated.class,
                        repeated -> assertThat(repeated.journal())
                                .usingRecursiveComparison()
                                .isEqualTo(expected));
    }
}
