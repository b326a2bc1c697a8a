package io.chatmgmt.lifecycle;

import static io.chatmgmt.lifecycle.Stage.SARAH;
import static io.chatmgmt.lifecycle.Stage.TOM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chatmgmt.conversation.Actor;
import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.Attribution;
import io.chatmgmt.conversation.Closure;
import io.chatmgmt.conversation.Contribution;
import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.Customer;
import io.chatmgmt.conversation.CustomerHistory;
import io.chatmgmt.conversation.DecisionKind;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.Lifecycle;
import io.chatmgmt.conversation.MessageEvent;
import io.chatmgmt.conversation.NotAskedReason;
import io.chatmgmt.conversation.Placement;
import io.chatmgmt.conversation.Resolution;
import io.chatmgmt.conversation.Survey;
import io.chatmgmt.conversation.SurveyEvent;
import io.chatmgmt.conversation.WaitingOn;
import io.chatmgmt.policy.GovernancePolicy;
import io.chatmgmt.quality.SurveyPolicy.Trigger;
import io.chatmgmt.quality.SurveyPolicyBuilder;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When the customer is asked how it was, when not and why, and what becomes of the answer. */
class SurveysTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration MOMENT = Duration.ofNanos(1_000);

    private static Stage asking(Consumer<SurveyPolicyBuilder> more) {
        return Stage.under(p -> p.survey(s -> {
            s.askOn(Trigger.RESOLVE, Trigger.HAND_BACK);
            more.accept(s);
        }));
    }

    private static Stage asking() {
        return asking(s -> {});
    }

    /** One that the AI has answered, and the customer said that it helped. */
    private static Stage confirmed(Stage stage) {
        return stage.customer("?").ai("Yes", 0.95).resolves(Resolution.CONFIRMED);
    }

    private static NotAskedReason reason(Stage stage) {
        assertThat(stage.caused(SurveyEvent.Asked.class)).isFalse();
        return stage.event(SurveyEvent.NotAsked.class).reason();
    }

    @Test
    @DisplayName("I02 the customer is asked when the matter is resolved, and the text waits for the host")
    void the_customer_is_asked_when_the_matter_is_resolved() {
        Stage stage = confirmed(asking());

        SurveyEvent.Asked asked = stage.event(SurveyEvent.Asked.class);
        assertThat(stage.event(MessageEvent.SystemWrote.class).template()).isEqualTo("SURVEY");
        assertThat(stage.text(asked.text()).content()).contains("1", "5");
        assertThat(stage.row().outbound()).anyMatch(text -> text.number() == asked.text());
        assertThat(stage.survey(1).state(stage.now())).isEqualTo(Survey.State.SENT);
        assertThat(stage.row().isOpen()).isFalse();
        assertThat(stage.row().waitingSince()).isNull();
        assertThat(stage.row().waitingOn()).isEqualTo(WaitingOn.NOBODY);
    }

    @Test
    @DisplayName("I02 by default nobody is asked by itself, and nothing is noted")
    void by_default_nobody_is_asked() {
        Stage stage = confirmed(Stage.ofDefaults());

        assertThat(stage.row().surveys()).isEmpty();
        assertThat(stage.asksForRating().event(SurveyEvent.Asked.class).episode())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("I02 the customer is asked when a person gives the conversation back, and then not again at the end")
    void the_customer_is_asked_at_a_hand_back() {
        Stage stage = asking().customer("?").joins(SARAH).writes(SARAH, "Done").handsBack(SARAH);

        assertThat(stage.caused(SurveyEvent.Asked.class)).isTrue();
        assertThat(stage.row().isOpen()).isTrue();
        assertThat(stage.row().waitingOn()).isEqualTo(WaitingOn.CUSTOMER);
        stage.resolves();
        assertThat(stage.caused(SurveyEvent.Asked.class)).isFalse();
        assertThat(stage.caused(SurveyEvent.NotAsked.class)).isFalse();
    }

    @ParameterizedTest
    @DisplayName("T142 who was helped by the AI as far as anybody knows, or left, is not asked by itself")
    @ValueSource(strings = {"ASSUMED", "ABANDONED"})
    void an_end_by_itself_is_not_asked_about(Resolution resolution) {
        Stage stage = asking().customer("?").ai("Yes", 0.95).resolves(resolution);

        assertThat(reason(stage)).isEqualTo(NotAskedReason.AUTO_RESOLVED);
        assertThat(stage.survey(1).state(stage.now())).isEqualTo(Survey.State.NOT_SENT);
        assertThat(stage.survey(1).notAsked()).isEqualTo(NotAskedReason.AUTO_RESOLVED);
        assertThat(stage.asksForRating().caused(SurveyEvent.Asked.class))
                .as("a person may")
                .isTrue();
    }

    @Test
    @DisplayName("T142 in a conversation that the agent started nobody is greeted or asked")
    void who_wrote_nothing_is_not_asked() {
        Stage stage = asking().opens();
        assertThat(stage.row().counts().total()).isZero();
        stage.joins(Actor.agent("sarah"), SARAH, PersonInput.Introduction.SKIP)
                .writes(SARAH, "Your parcel is here")
                .resolves();

        assertThat(reason(stage)).isEqualTo(NotAskedReason.NO_CUSTOMER_MESSAGE);
        assertThat(stage.asksForRating().outcome())
                .as("nor by a person; noted once")
                .isInstanceOf(Outcome.Unchanged.class);
    }

    @Test
    @DisplayName("I02 a blocked customer is not asked, whoever wants it")
    void a_blocked_customer_is_not_asked() {
        Stage stage = asking().customer("?");
        Customer blocked = Customer.of("kim").with(Customer.Standing.BLOCKED);
        stage.when(Actor.SYSTEM, new HostInput.Identifies(blocked)).resolves(Resolution.CONFIRMED);

        assertThat(reason(stage)).isEqualTo(NotAskedReason.BLOCKED);
        assertThat(stage.asksForRating().outcome()).isInstanceOf(Outcome.Unchanged.class);
    }

    @Test
    @DisplayName("I02 an erased customer is not asked, neither by the end that the erasure makes nor by a person")
    void an_erased_customer_is_not_asked() {
        Stage stage = asking().customer("?");
        stage.when(Actor.supervisor("sue"), new PersonInput.Erases("kim"));

        assertThat(stage.row().isOpen()).isFalse();
        assertThat(stage.row().surveys()).isEmpty();
        assertThat(reason(stage.asksForRating())).isEqualTo(NotAskedReason.ERASED);
    }

    @Test
    @DisplayName("T141 outside the channel's window nobody is asked, which is noted once")
    void outside_the_window_nobody_is_asked() {
        Stage stage = asking(s -> s.window("web", DAY)).customer("?").ai("Yes", 0.95);
        stage.after(DAY).resolves(Resolution.CONFIRMED);

        assertThat(reason(stage)).isEqualTo(NotAskedReason.WINDOW);
        assertThat(stage.asksForRating().outcome()).isInstanceOf(Outcome.Unchanged.class);
        assertThat(stage.row().counts().system()).isZero();

        Stage inTime = asking(s -> s.window("web", DAY)).customer("?").ai("Yes", 0.95);
        inTime.after(DAY.minus(MOMENT)).resolves(Resolution.CONFIRMED);
        assertThat(inTime.caused(SurveyEvent.Asked.class)).isTrue();
        Stage elsewhere = asking(s -> s.window("sms", DAY)).customer("?").after(DAY.multipliedBy(3));
        assertThat(elsewhere.resolves(Resolution.CONFIRMED).caused(SurveyEvent.Asked.class))
                .isTrue();
    }

    @ParameterizedTest
    @DisplayName("I03 conditions on topic and channel; a topic that is not known is in no list")
    @CsvSource({
        "delivery, web, delivery, , , , true",
        "sales, web, delivery, , , , false",
        ", web, delivery, , , , false",
        "delivery, web, , delivery, , , false",
        ", web, , delivery, , , true",
        "delivery, web, , , web, , true",
        "delivery, web, , , sms, , false",
        "delivery, web, , , , web, false"
    })
    void conditions(
            String topic,
            String channel,
            String onlyTopic,
            String exceptTopic,
            String onlyChannel,
            String exceptChannel,
            boolean asked) {
        Stage stage = asking(s -> {
            s.onlyTopics(some(onlyTopic)).exceptTopics(some(exceptTopic));
            s.onlyChannels(some(onlyChannel)).exceptChannels(some(exceptChannel));
        });
        confirmed(stage.topicIs(topic));

        assertThat(stage.row().channel()).isEqualTo(channel);
        assertThat(stage.caused(SurveyEvent.Asked.class)).isEqualTo(asked);
        if (!asked) {
            assertThat(reason(stage)).isEqualTo(NotAskedReason.CONDITION);
            assertThat(stage.asksForRating().caused(SurveyEvent.Asked.class))
                    .as("a person may")
                    .isTrue();
        }
    }

    private static String[] some(String value) {
        return value == null ? new String[0] : new String[] {value};
    }

    @ParameterizedTest(name = "closed with {0}, only {1}, not {2}: {3}")
    @DisplayName("I03 which tags of a closing note a survey is about")
    @CsvSource({
        "repaired, , , true",
        "repaired, repaired, , true",
        "repaired, refunded, , false",
        "repaired, , repaired, false",
        "repaired, , refunded, true",
        ", refunded, , false",
        ", , refunded, true"
    })
    void tags(String tag, String only, String except, boolean asked) {
        Stage stage = asking(s -> s.onlyTags(some(only)).exceptTags(some(except)));
        stage.customer("?").ai("Yes", 0.95);
        if (tag == null) {
            stage.resolves(Resolution.CONFIRMED);
        } else {
            stage.when(
                    Actor.agent("anna"),
                    new CaseInput.Closes("FIXED", "A fuse", "A new fuse", Closure.Reuse.ONE_OFF, List.of(tag)));
        }

        assertThat(stage.caused(SurveyEvent.Asked.class)).isEqualTo(asked);
        if (!asked) {
            assertThat(reason(stage)).isEqualTo(NotAskedReason.CONDITION);
        }
    }

    @Test
    @DisplayName("I02 a customer who was asked in any conversation is left in peace for seven days")
    void the_quiet_period() {
        Stage stage = asking();
        CustomerHistory history = new CustomerHistory(
                1, null, 4, stage.now().minus(Duration.ofDays(7)).plus(MOMENT));

        assertThat(reason(confirmed(stage.known(history)))).isEqualTo(NotAskedReason.QUIET_PERIOD);
        assertThat(stage.asksForRating().outcome()).as("not by people either").isInstanceOf(Outcome.Unchanged.class);
        assertThat(stage.after(MOMENT).asksForRating().caused(SurveyEvent.Asked.class))
                .isTrue();
    }

    @Test
    @DisplayName("T140 one survey an episode; the next episode may be asked about again, after the quiet period")
    void one_survey_an_episode() {
        Stage stage = confirmed(asking());
        assertThat(reason(stage.asksForRating())).isEqualTo(NotAskedReason.ALREADY_ASKED);
        assertThat(stage.asksForRating().outcome()).isInstanceOf(Outcome.Unchanged.class);

        stage.after(DAY).customer("Something else").resolves(Resolution.CONFIRMED);
        assertThat(reason(stage)).isEqualTo(NotAskedReason.QUIET_PERIOD);

        stage.after(DAY.multipliedBy(7)).customer("And one more").resolves(Resolution.CONFIRMED);
        assertThat(stage.event(SurveyEvent.Asked.class).episode()).isEqualTo(3);
        assertThat(stage.row().surveys()).extracting(Survey::episode).containsExactly(1, 2, 3);
        stage.after(DAY.multipliedBy(8)).customer("Hello");
        assertThat(stage.row().surveys()).extracting(Survey::episode).containsExactly(2, 3);
    }

    @Test
    void who_has_rated_unasked_is_not_asked() {
        Stage stage = asking().customer("?").ai("Yes", 0.95).rates(5, "");
        stage.resolves(Resolution.CONFIRMED);

        assertThat(stage.caused(SurveyEvent.Asked.class)).isFalse();
        assertThat(reason(stage.asksForRating())).isEqualTo(NotAskedReason.ALREADY_RATED);
    }

    @Test
    void in_shadow_mode_nobody_is_asked() {
        Stage stage = asking().underPolicy(p -> p.mode(GovernancePolicy.Mode.SHADOW));

        assertThat(reason(confirmed(stage))).isEqualTo(NotAskedReason.SHADOW);
    }

    @ParameterizedTest
    @DisplayName("T140 the answer neither reopens nor resolves nor asks again")
    @ValueSource(strings = {"5", "⭐⭐⭐⭐⭐", "👍", "5/5"})
    void the_answer_reopens_nothing(String answer) {
        Stage stage = confirmed(asking());
        Conversation before = stage.row();

        stage.afterSeconds(60).customer(answer, Heard.bareWord());

        assertThat(stage.kinds()).containsExactly(MessageEvent.CustomerWrote.class, SurveyEvent.Rated.class);
        assertThat(stage.event(MessageEvent.CustomerWrote.class).placement()).isEqualTo(Placement.RATING);
        assertThat(stage.row().lifecycle()).isEqualTo(Lifecycle.RESOLVED);
        assertThat(stage.row().episode().number()).isEqualTo(1);
        assertThat(stage.row().episode().rating()).isEqualTo(5);
        assertThat(stage.row().controlEpoch()).isEqualTo(before.controlEpoch());
        assertThat(stage.row().waitingSince()).isNull();
        assertThat(stage.row().ai().ticket()).isNull();
        assertThat(stage.decisions()).isEmpty();
        assertThat(stage.survey(1).state(stage.now())).isEqualTo(Survey.State.ANSWERED);
        assertThat(stage.row().counts().customer()).isEqualTo(2);
    }

    @Test
    @DisplayName("T140 the answer after a hand-back escalates nothing and keeps who is waited for")
    void the_answer_after_a_hand_back() {
        Stage stage = asking().customer("?").joins(SARAH).writes(SARAH, "Done").handsBack(SARAH);

        stage.customer("1");

        assertThat(stage.kinds()).contains(MessageEvent.CustomerWrote.class, SurveyEvent.Rated.class);
        assertThat(stage.decisions()).isEmpty();
        assertThat(stage.row().waitingOn()).isEqualTo(WaitingOn.CUSTOMER);
        assertThat(stage.row().waitingSince()).isNull();
        assertThat(stage.row().ai().ticket()).isNull();
        assertThat(stage.row().flags().has(Flag.DISSATISFIED)).isTrue();

        stage.customer("5");
        assertThat(stage.event(MessageEvent.CustomerWrote.class).placement())
                .as("something else has been talked about since")
                .isEqualTo(Placement.CURRENT);
    }

    @Test
    @DisplayName("I08 a number is a message where nothing was asked, or when the time to answer is over")
    void a_number_is_a_message_where_nothing_was_asked() {
        Stage unasked = confirmed(Stage.ofDefaults()).customer("5");
        assertThat(unasked.decisions()).contains(DecisionKind.REOPENED);

        Stage late = confirmed(asking());
        late.after(DAY.multipliedBy(14)).customer("5");
        assertThat(late.decisions()).contains(DecisionKind.REOPENED);
        assertThat(late.survey(1).state(late.now())).isEqualTo(Survey.State.EXPIRED);

        Stage words = confirmed(asking()).customer("5 more, please");
        assertThat(words.decisions()).contains(DecisionKind.REOPENED);
    }

    @Test
    @DisplayName("I05 within 24 h another rating replaces the first, also one that is written; later the first stands")
    void another_rating_replaces_the_first() {
        Stage stage = confirmed(asking()).rates(1, "Bad");
        assertThat(stage.row().flags().has(Flag.DISSATISFIED)).isTrue();

        stage.after(Duration.ofHours(23)).customer("4");
        assertThat(stage.row().episode().rating()).isEqualTo(4);
        assertThat(stage.row().flags().has(Flag.DISSATISFIED)).isFalse();
        assertThat(stage.rates(4, "").outcome()).isInstanceOf(Outcome.Unchanged.class);

        stage.after(Duration.ofHours(1));
        assertThat(stage.survey(1).state(stage.now())).isEqualTo(Survey.State.LOCKED);
        assertThat(stage.rates(2, "").outcome()).isInstanceOf(Outcome.Lost.class);
        assertThat(stage.row().episode().rating()).isEqualTo(4);
    }

    @Test
    @DisplayName("I05 an answer after 14 days is refused, asked for or not")
    void an_answer_after_fourteen_days_is_refused() {
        Stage asked = confirmed(asking()).after(DAY.multipliedBy(14).minus(MOMENT));
        assertThat(asked.survey(1).state(asked.now())).isEqualTo(Survey.State.SENT);
        assertThat(asked.after(MOMENT).rates(5, "").outcome()).isInstanceOf(Outcome.Lost.class);

        Stage unasked = confirmed(Stage.ofDefaults()).after(DAY.multipliedBy(14));
        assertThat(unasked.rates(5, "").outcome()).isInstanceOf(Outcome.Lost.class);
        assertThat(unasked.asksForRating().caused(SurveyEvent.Asked.class)).isTrue();
        assertThat(unasked.rates(5, "").row().episode().rating()).isEqualTo(5);
    }

    @Test
    @DisplayName("I05 an answer that comes when the next episode has begun counts for the one that was asked about")
    void a_late_answer_counts_for_the_former_episode() {
        Stage stage = confirmed(asking()).after(DAY).customer("Something else");

        stage.rates(2, "It was slow");

        assertThat(stage.event(SurveyEvent.Rated.class).episode()).isEqualTo(1);
        assertThat(stage.survey(1).stars()).isEqualTo(2);
        assertThat(stage.row().episode().rating()).isZero();
        assertThat(stage.row().flags().has(Flag.DISSATISFIED))
                .as("that is about another matter")
                .isFalse();
        stage.rates(5, "");
        assertThat(stage.event(SurveyEvent.Rated.class).episode())
                .as("the first is answered")
                .isEqualTo(2);
        assertThat(stage.rates(1, 4).survey(1).stars()).isEqualTo(4);
        assertThat(stage.rates(3, 4).outcome()).isInstanceOf(Outcome.Lost.class);
    }

    @Test
    @DisplayName("I05 an earlier episode that was not asked about is not rated any more")
    void an_earlier_episode_that_was_not_asked_about() {
        Stage stage = confirmed(Stage.ofDefaults()).after(DAY).customer("Something else");

        assertThat(stage.rates(1, 4).outcome()).isInstanceOf(Outcome.Lost.class);
        assertThat(stage.rates(4, "").row().episode().rating()).isEqualTo(4);
    }

    @Test
    @DisplayName("I04 a rating is attributed to who wrote, with their shares, as it was at the resolution")
    void a_rating_is_attributed_to_who_wrote() {
        Stage stage =
                asking().customer("?").ai("Yes", 0.95).customer("And this?").joins(SARAH);
        stage.writes(SARAH, "One").writes(SARAH, "Two").handsBack(SARAH);
        stage.joins(TOM).writes(TOM, "Three").resolves();

        Attribution work = stage.survey(1).attribution();
        assertThat(work.resolver()).isEqualTo(TOM);
        assertThat(work.lastHuman()).isEqualTo(TOM);
        assertThat(work.people()).containsExactly(new Contribution(SARAH, 3), new Contribution(TOM, 2));
        assertThat(work.aiShare().orElseThrow()).isCloseTo(1 / 6.0, within(1e-9));
        assertThat(work.share(SARAH).orElseThrow()).isCloseTo(3 / 6.0, within(1e-9));
        assertThat(work.share(TOM).orElseThrow()).isCloseTo(2 / 6.0, within(1e-9));

        stage.rates(5, "").after(DAY).customer("Again").joins(SARAH).writes(SARAH, "Four");
        assertThat(stage.survey(1).attribution()).isEqualTo(work);
        assertThat(stage.row().episode().attribution().people()).containsExactly(new Contribution(SARAH, 2));
    }

    @Test
    @DisplayName("T123 who had the conversation and stayed silent has no part in its rating")
    void who_stayed_silent_has_no_part() {
        Stage stage = Stage.ofDefaults()
                .customer("?")
                .ai("Yes", 0.95)
                .joins(Actor.agent("sarah"), SARAH, PersonInput.Introduction.SKIP)
                .resolves()
                .rates(5, "");

        assertThat(stage.survey(1).attribution()).isEqualTo(new Attribution(SARAH, List.of(), 1, 0));
        assertThat(stage.survey(1).attribution().lastHuman()).isNull();
        assertThat(stage.survey(1).attribution().aiShare()).hasValue(1);
    }

    @Test
    @DisplayName("I04 of more than ten people those who wrote last are named, and nobody's share is wrong")
    void of_many_people_the_last_ten_are_named() {
        Stage stage = Stage.ofDefaults().customer("?");
        for (int i = 0; i < 12; i++) {
            String name = "agent-" + i;
            stage.joins(Actor.supervisor(name), AgentId.of(name), PersonInput.Introduction.SEND);
        }
        Attribution work = stage.resolves().row().episode().attribution();

        assertThat(work.people()).hasSize(Attribution.MAX_PEOPLE);
        assertThat(work.people().get(9).agent().value()).isEqualTo("agent-11");
        assertThat(work.human()).isEqualTo(12);
        assertThat(work.share(work.people().get(0).agent()).orElseThrow()).isCloseTo(1 / 12.0, within(1e-9));
        assertThat(Attribution.NONE.aiShare()).isEmpty();
    }
}
