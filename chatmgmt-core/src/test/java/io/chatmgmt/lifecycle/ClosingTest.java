package io.chatmgmt.lifecycle;

import static io.chatmgmt.lifecycle.Stage.SARAH;
import static io.chatmgmt.lifecycle.Stage.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatmgmt.conversation.Actor;
import io.chatmgmt.conversation.AnswerEvent;
import io.chatmgmt.conversation.Control;
import io.chatmgmt.conversation.Customer;
import io.chatmgmt.conversation.CustomerHistory;
import io.chatmgmt.conversation.DecisionKind;
import io.chatmgmt.conversation.Episode;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.LifecycleEvent;
import io.chatmgmt.conversation.MessageCounts;
import io.chatmgmt.conversation.MessageEvent;
import io.chatmgmt.conversation.Resolution;
import io.chatmgmt.conversation.SlotChange;
import io.chatmgmt.conversation.StaleCause;
import io.chatmgmt.conversation.TextKind;
import io.chatmgmt.conversation.WaitingOn;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How an episode ends, what the customer says of it, and how the next one begins. */
class ClosingTest {

    private static final Duration DAY = Duration.ofHours(24);

    @Test
    void resolving_ends_everything_that_was_running() {
        Stage stage = Stage.ofDefaults()
                .customer("A person, please", Heard.request())
                .offeredTo(SARAH)
                .resolves();

        assertThat(stage.decisions()).containsExactly(DecisionKind.RESOLVED);
        assertThat(stage.slots()).containsExactly(new SlotChange.Release(SARAH, 20));
        assertThat(stage.row().isOpen()).isFalse();
        assertThat(stage.row().handoff()).isNull();
        assertThat(stage.row().escalation()).isNull();
        assertThat(stage.row().control()).isEqualTo(Control.AI);
        assertThat(stage.row().waitingOn()).isEqualTo(WaitingOn.NOBODY);
        assertThat(stage.row().waitingSince()).isNull();
        assertThat(stage.row().episode().resolvedAt()).isEqualTo(stage.now());
        assertThat(stage.resolves().outcome()).isInstanceOf(Outcome.Unchanged.class);
    }

    @Test
    @DisplayName("T044 the agent who had it gets the slot back")
    void resolving_frees_the_agents_slot() {
        Stage stage = Stage.ofDefaults().customer("?").joins(SARAH).resolves();

        assertThat(stage.slots()).containsExactly(new SlotChange.Release(SARAH, 20));
        assertThat(stage.event(LifecycleEvent.Resolved.class).agent()).isEqualTo(SARAH);
        assertThat(stage.row().assignee()).isNull();
    }

    @Test
    void a_held_answer_is_stale_once_the_matter_is_resolved() {
        Stage stage = Stage.ofDefaults()
                .reviewersOnline(1)
                .customer("?")
                .ai("Perhaps", 0.5)
                .resolves();

        assertThat(stage.event(AnswerEvent.WentStale.class).cause()).isEqualTo(StaleCause.RESOLVED);
    }

    @Test
    @DisplayName("J08 a person's help outweighs what the host says of the resolution")
    void a_persons_help_outweighs() {
        Stage helped = Stage.ofDefaults()
                .customer("?")
                .joins(SARAH)
                .writes(SARAH, "Done")
                .handsBack(SARAH);
        helped.when(Actor.SYSTEM, new HostInput.Resolves(Resolution.CONFIRMED, ""));
        assertThat(helped.row().episode().resolution()).isEqualTo(Resolution.HUMAN);

        Stage alone = Stage.ofDefaults().customer("?").ai("Yes", 0.95);
        alone.when(Actor.SYSTEM, new HostInput.Resolves(Resolution.CONFIRMED, ""));
        assertThat(alone.row().episode().resolution()).isEqualTo(Resolution.CONFIRMED);
    }

    @Test
    @DisplayName("A22 resolving clears the automatic flags, not a person's")
    void resolving_clears_automatic_flags() {
        Stage stage = Stage.ofDefaults().customer("?").ai("Perhaps", 0.5);
        stage.when(Actor.agent("sarah"), new PersonInput.Raises(Flag.MANUAL));
        assertThat(stage.row().flags().asSet()).contains(Flag.LOW_CONFIDENCE, Flag.MANUAL);

        stage.resolves();

        assertThat(stage.row().flags().asSet()).containsExactly(Flag.MANUAL);
    }

    @Test
    void a_closing_note_is_kept_for_the_team() {
        Stage stage = Stage.ofDefaults().customer("?");
        stage.when(Actor.agent("sarah"), new HostInput.Resolves(Resolution.CONFIRMED, "Refunded"));

        assertThat(stage.written()).singleElement().satisfies(text -> {
            assertThat(text.kind()).isEqualTo(TextKind.NOTE);
            assertThat(text.author()).isEqualTo(Actor.agent("sarah"));
        });
        assertThat(stage.row().counts()).isEqualTo(new MessageCounts(1, 0, 0, 0));
    }

    @Test
    void notes_flags_and_ratings_are_taken_after_the_end() {
        Stage stage = Stage.ofDefaults().customer("?").resolves();

        stage.when(Actor.agent("sarah"), new PersonInput.Notes("A nice one"));
        assertThat(stage.kinds()).containsExactly(MessageEvent.Noted.class);
        stage.when(Actor.agent("sarah"), new PersonInput.Raises(Flag.MANUAL));
        assertThat(stage.row().flags().asSet()).containsExactly(Flag.MANUAL);
        assertThat(stage.when(Actor.agent("sarah"), new PersonInput.Raises(Flag.MANUAL))
                        .outcome())
                .isInstanceOf(Outcome.Unchanged.class);
        stage.when(Actor.agent("sarah"), new PersonInput.TakesDown(Flag.MANUAL));
        assertThat(stage.when(Actor.agent("sarah"), new PersonInput.TakesDown(Flag.MANUAL))
                        .outcome())
                .isInstanceOf(Outcome.Unchanged.class);
        stage.rates(4, "Thanks");
        assertThat(stage.row().episode().rating()).isEqualTo(4);
        assertThat(stage.row().isOpen()).isFalse();
    }

    @ParameterizedTest
    @DisplayName("A22 one or two stars raise a flag, three do not")
    @CsvSource({"1, true", "2, true", "3, false", "5, false"})
    void a_bad_rating_raises_a_flag(int stars, boolean flagged) {
        Stage stage = Stage.ofDefaults().customer("?").resolves().rates(stars, "Well …");

        assertThat(stage.row().flags().has(Flag.DISSATISFIED)).isEqualTo(flagged);
        assertThat(stage.written())
                .singleElement()
                .satisfies(text -> assertThat(text.kind()).isEqualTo(TextKind.COMMENT));
        assertThat(stage.row().counts().customer()).isEqualTo(1);
    }

    @Test
    @DisplayName("T140 a rating reopens nothing and asks nobody")
    void a_rating_reopens_nothing() {
        Stage stage = Stage.ofDefaults().customer("?").resolves();
        Instant lastMessage = stage.row().lastMessageAt();

        stage.afterSeconds(60).rates(5, "Great");

        assertThat(stage.decisions()).isEmpty();
        assertThat(stage.row().waitingSince()).isNull();
        assertThat(stage.row().lastMessageAt()).isEqualTo(lastMessage);
    }

    @Test
    @DisplayName("A03 within 24 h of the resolution a message continues the matter, from then on it is a new one")
    void coming_back_soon_is_a_continuation() {
        Stage soon = Stage.ofDefaults().customer("?").resolves();
        soon.after(DAY.minusNanos(1_000)).customer("It is back");
        assertThat(soon.row().episode().kind()).isEqualTo(Episode.Kind.CONTINUATION);

        Stage later = Stage.ofDefaults().customer("?").resolves();
        later.after(DAY).customer("Something else");
        assertThat(later.row().episode().kind()).isEqualTo(Episode.Kind.REOPENED);
    }

    @Test
    @DisplayName("A03 a message to a resolved conversation begins an episode in which nothing has happened yet")
    void an_episode_begins_anew() {
        CustomerHistory history = new CustomerHistory(1, SARAH, 2, null);
        Stage stage = Stage.ofDefaults()
                .customer("agent", Heard.bareWord())
                .ai("a", 0.5)
                .resolves()
                .rates(2, "");
        long epoch = stage.row().controlEpoch();

        stage.known(history).after(DAY).customer("Hello again");

        assertThat(stage.decisions()).containsExactly(DecisionKind.REOPENED);
        assertThat(stage.row().control()).isEqualTo(Control.AI);
        assertThat(stage.row().controlEpoch()).isEqualTo(epoch + 1);
        assertThat(stage.row().episode().number()).isEqualTo(2);
        assertThat(stage.row().episode().history()).isEqualTo(history);
        assertThat(stage.row().episode().counts()).isEqualTo(new MessageCounts(1, 0, 0, 0));
        assertThat(stage.row().episode().rating()).isZero();
        assertThat(stage.row().counts().customer()).isEqualTo(2);
        assertThat(stage.row().flags().asSet()).isEmpty();
        assertThat(stage.row().triggers().ambiguousRequests()).isZero();
        assertThat(stage.row().waitingSince()).isEqualTo(stage.now());
        assertThat(stage.ticket().message()).isEqualTo(stage.row().numbers().question());
    }

    @Test
    @DisplayName("A17 a continuation keeps its topic, a new matter begins without one")
    void a_new_matter_begins_without_a_topic() {
        Stage soon = Stage.ofDefaults().topicIs("refund").opens().resolves().topicIs(null);
        soon.afterSeconds(60).opens();
        assertThat(soon.row().topic().code()).isEqualTo("refund");

        Stage later = Stage.ofDefaults().topicIs("refund").opens().resolves().topicIs(null);
        later.after(DAY).customer("Just a question");
        assertThat(later.row().topic()).isNull();
        assertThat(later.decisions()).containsExactly(DecisionKind.REOPENED);
    }

    @Test
    @DisplayName("A03 the host may open the next episode before anybody wrote, and say what it is about")
    void the_host_opens_the_next_episode() {
        Stage stage = Stage.ofDefaults().customer("?").resolves();

        stage.afterSeconds(60).topicIs("sales").languageIs("de").opens();

        assertThat(stage.decisions()).containsExactly(DecisionKind.REOPENED);
        assertThat(stage.row().topic().code()).isEqualTo("sales");
        assertThat(stage.row().language().tag()).isEqualTo("de");
        assertThat(stage.row().waitingOn()).isEqualTo(WaitingOn.CUSTOMER);
        assertThat(stage.opens().outcome()).isInstanceOf(Outcome.Unchanged.class);
    }

    @Test
    @DisplayName("A22 a flag that a person took down stays down in the episode, and may go up in the next")
    void unflagging_sticks_for_the_episode() {
        Stage stage = Stage.ofDefaults().customer("?").ai("Perhaps", 0.5);
        stage.when(Actor.agent("sarah"), new PersonInput.TakesDown(Flag.LOW_CONFIDENCE));
        stage.customer("?").ai("Perhaps not", 0.5);
        assertThat(stage.row().flags().asSet()).isEmpty();

        stage.when(Actor.agent("sarah"), new PersonInput.Raises(Flag.LOW_CONFIDENCE));
        assertThat(stage.row().flags().has(Flag.LOW_CONFIDENCE)).isTrue();

        stage.resolves().afterSeconds(1).customer("?").ai("Perhaps", 0.5);
        assertThat(stage.row().flags().has(Flag.LOW_CONFIDENCE)).isTrue();
    }

    @Test
    void a_customer_may_become_valued_between_two_episodes() {
        Stage stage = Stage.ofDefaults().customer("?").resolves();
        stage.when(Actor.SYSTEM, new HostInput.Identifies(Customer.of("kim").with(Customer.Standing.VIP)));
        stage.afterSeconds(1).customer("?");

        assertThat(stage.event(LifecycleEvent.Reopened.class).standing()).isEqualTo(Customer.Standing.VIP);
        assertThat(stage.row().openedAt()).isEqualTo(START);
    }
}
