package io.chatmgmt.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.chatmgmt.access.Caller;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Customer;
import io.chatmgmt.conversation.NotAskedReason;
import io.chatmgmt.conversation.RatingRefusal;
import io.chatmgmt.conversation.Resolution;
import io.chatmgmt.conversation.Survey;
import io.chatmgmt.conversation.SurveyEvent;
import io.chatmgmt.lifecycle.Opening;
import io.chatmgmt.metrics.Buckets;
import io.chatmgmt.metrics.Dimension;
import io.chatmgmt.metrics.Figures;
import io.chatmgmt.metrics.Granularity;
import io.chatmgmt.metrics.KeyFigures;
import io.chatmgmt.metrics.MetricDefinition;
import io.chatmgmt.metrics.MetricTable;
import io.chatmgmt.metrics.PeriodReport;
import io.chatmgmt.policy.GovernancePolicy;
import io.chatmgmt.quality.Rating;
import io.chatmgmt.quality.SurveyPolicy.Trigger;
import io.chatmgmt.testkit.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Surveys at the front door: asked, answered, counted. */
class SurveyDeskTest {

    private static final String TENANT = ConversationId.DEFAULT_TENANT;
    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
    private static final ConversationId ONE = ConversationId.of("c-1");

    private final MutableClock clock = MutableClock.at(Instant.parse("2026-01-05T10:00:00Z"));
    private final ChatGovernance governance = ChatGovernance.builder()
            .clock(clock)
            .policies((tenant, now) -> GovernancePolicy.builder()
                    .survey(s -> s.askOn(Trigger.RESOLVE).window("sms", Duration.ofHours(24)))
                    .build())
            .build();
    private int messages;

    private TurnResult writes(ConversationId id, String customer, String text) {
        clock.advance(Duration.ofSeconds(10));
        messages++;
        return governance.onCustomerMessage(
                CustomerMessage.of(id, "m" + messages, text).from(Customer.of(customer)));
    }

    /** A matter of a customer of their own that ends well, and is asked about. */
    private ConversationId resolved(String id) {
        ConversationId conversation = ConversationId.of(id);
        writes(conversation, "customer of " + id, "Where do I find my invoice?");
        governance.resolve(conversation, Resolution.CONFIRMED);
        return conversation;
    }

    private Survey survey(ConversationId id) {
        return governance.conversations().get(id).survey(1).orElseThrow();
    }

    @Test
    @DisplayName("T140 the survey goes out once, its answer changes nothing else, and a repeat of the answer neither")
    void a_survey_from_end_to_end() {
        resolved("c-1");
        List<OutboundMessage> pending = governance.outbox().pending(ONE);
        assertThat(pending)
                .singleElement()
                .satisfies(text -> assertThat(text.content()).contains("How did we do?"));
        governance.outbox().acknowledge(ONE, pending.get(0).number());

        CustomerMessage answer = CustomerMessage.of(ONE, "answer", "4");
        TurnResult first = governance.onCustomerMessage(answer);
        TurnResult again = governance.onCustomerMessage(answer);

        assertThat(first.ticket()).isEmpty();
        assertThat(first.texts()).isEmpty();
        assertThat(first.decisions()).isEmpty();
        assertThat(again.events()).isEqualTo(first.events());
        assertThat(governance.conversations().get(ONE).isOpen()).isFalse();
        assertThat(governance.conversations().get(ONE).episode().rating()).isEqualTo(4);
        assertThat(governance.outbox().pending(ONE)).isEmpty();
        assertThat(survey(ONE).state(clock.instant())).isEqualTo(Survey.State.ANSWERED);
    }

    @Test
    @DisplayName(
            "T140 a new episode may be asked about again; a customer's other conversation waits for the quiet period")
    void a_new_episode_may_be_asked_about_again() {
        writes(ONE, "kim", "Where do I find my invoice?");
        governance.resolve(ONE, Resolution.CONFIRMED);
        ConversationId other = ConversationId.of("c-2");
        clock.advance(Duration.ofDays(3));
        writes(other, "kim", "How do I change my address?");
        assertThat(governance.resolve(other, Resolution.CONFIRMED).notAsked()).contains(NotAskedReason.QUIET_PERIOD);

        clock.advance(Duration.ofDays(5));
        writes(ONE, "kim", "Now I cannot log in");
        TurnResult asked = governance.resolve(ONE, Resolution.CONFIRMED);
        assertThat(asked.notAsked()).isEmpty();
        assertThat(asked.events()).hasAtLeastOneElementOfType(SurveyEvent.Asked.class);
    }

    @Test
    @DisplayName("T141 outside the channel's window it is noted once that nobody was asked, and why")
    void outside_the_window() {
        Customer kim = Customer.of("kim");
        governance.onCustomerMessage(
                CustomerMessage.of(ONE, "m", "Where is my parcel?").with(new Opening(kim, "sms", null, null)));
        clock.advance(Duration.ofHours(25));
        assertThat(governance.resolve(ONE, Resolution.CONFIRMED).notAsked()).contains(NotAskedReason.WINDOW);

        PersonResult byHand = governance.desk(Caller.supervisor("sue")).askForRating(ONE);

        assertThat(byHand.isWon()).isTrue();
        assertThat(governance.conversations().journal(ONE, 0, 100))
                .flatExtracting(row -> row.events())
                .filteredOn(SurveyEvent.NotAsked.class::isInstance)
                .hasSize(1);
        assertThat(governance.outbox().pending(ONE)).isEmpty();
        assertThat(survey(ONE).notAsked()).isEqualTo(NotAskedReason.WINDOW);
    }

    @Test
    @DisplayName("T142 what resolved itself is not asked about, unless a person asks")
    void what_resolved_itself_is_not_asked_about() {
        writes(ONE, "kim", "Where do I find my invoice?");
        assertThat(governance.resolve(ONE, Resolution.ASSUMED).notAsked()).contains(NotAskedReason.AUTO_RESOLVED);
        assertThat(governance.outbox().pending(ONE)).isEmpty();

        governance.desk(Caller.supervisor("sue")).askForRating(ONE);

        assertThat(governance.outbox().pending(ONE)).hasSize(1);
    }

    @Test
    @DisplayName("I05 a rating that comes too late is refused, and the refusal says why")
    void a_late_rating_is_refused() {
        resolved("c-1");
        governance.onRating(ONE, 4, "");
        clock.advance(Duration.ofHours(24));
        assertThatExceptionOfType(RatingRefusedException.class)
                .isThrownBy(() -> governance.onRating(ONE, 1, "Changed my mind"))
                .withMessageContaining("LOCKED")
                .satisfies(refused -> {
                    assertThat(refused.reason()).isEqualTo(RatingRefusal.LOCKED);
                    assertThat(refused.episode()).isEqualTo(1);
                    assertThat(refused.conversation()).contains(ONE);
                });
        ConversationId two = resolved("c-2");
        clock.advance(Duration.ofDays(14));
        assertThatExceptionOfType(RatingRefusedException.class)
                .isThrownBy(() -> governance.onRating(two, 5, ""))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(RatingRefusal.EXPIRED));
        assertThatExceptionOfType(RatingRefusedException.class)
                .isThrownBy(() -> governance.onRating(two, 2, 5, ""))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(RatingRefusal.NOT_ASKED));
        assertThat(governance.conversations().get(two).episode().rating()).isZero();
    }

    @Test
    @DisplayName("I01 thumbs and scales of ten count as stars")
    void thumbs_and_scales_count_as_stars() {
        resolved("c-1");
        governance.onRating(ONE, Rating.THUMB_UP, "");
        assertThat(governance.conversations().get(ONE).episode().rating()).isEqualTo(5);
        governance.onRating(ONE, Rating.ofTen(6), "");
        assertThat(governance.conversations().get(ONE).episode().rating()).isEqualTo(3);
    }

    private Figures figures() {
        return governance.reports().figures(TENANT);
    }

    private static Buckets days(int days) {
        return Buckets.of(DAY, DAY.plusDays(days), ZoneOffset.UTC, Granularity.DAY);
    }

    private Double card(MetricDefinition definition, int days) {
        return figures().card(definition, days(days));
    }

    @Test
    @DisplayName("I01 mean, share of the satisfied, response rate and distribution, each with its number")
    void what_surveys_add_up_to() {
        for (int i = 1; i <= 5; i++) {
            resolved("c-" + i);
        }
        writes(ConversationId.of("c-6"), "someone", "Where do I find my invoice?");
        governance.resolve(ConversationId.of("c-6"), Resolution.ASSUMED);
        clock.advance(Duration.ofDays(1));
        governance.onRating(ConversationId.of("c-1"), 5, "");
        governance.onRating(ConversationId.of("c-2"), 2, "");
        governance.onRating(ConversationId.of("c-2"), 4, "");
        governance.onRating(ConversationId.of("c-3"), 1, "Too slow");
        governance.onRating(ConversationId.of("c-6"), 5, "");

        assertThat(card(KeyFigures.SURVEYS, 1)).isEqualTo(5);
        assertThat(card(KeyFigures.SURVEY_RESPONSE, 1))
                .as("of those who were asked on that day, whenever they answered")
                .isEqualTo(3 / 5.0);
        assertThat(card(KeyFigures.SURVEY_RESPONSE, 2)).isEqualTo(3 / 5.0);
        assertThat(card(KeyFigures.SATISFACTION, 1)).isNull();
        assertThat(card(KeyFigures.SATISFACTION, 2)).isEqualTo((5 + 4 + 1 + 5) / 4.0);
        assertThat(card(KeyFigures.SATISFIED, 2)).isEqualTo(3 / 4.0);
        assertThat(card(KeyFigures.RATINGS, 2)).isEqualTo(4);
        PeriodReport report = PeriodReport.of(figures(), days(2));
        assertThat(report.ratings()).containsExactly(Map.entry("1", 1L), Map.entry("4", 1L), Map.entry("5", 2L));
        assertThat(report.notSent()).containsExactly(Map.entry("AUTO_RESOLVED", 1L));
        assertThat(report.toText())
                .contains("Customer Satisfaction: 3.8/5 stars (75.0% satisfied, 4 ratings)")
                .contains("Survey Response Rate: 60.0%")
                .contains("AUTO_RESOLVED: 100.0% (1)");
        assertThat(report.toJson()).contains("\"ratings\":{\"1\":1,\"4\":1,\"5\":2}");
    }

    @Test
    @DisplayName("I01 over nothing there is no response rate and no share, and no 0 in their place")
    void over_nothing_there_is_no_rate() {
        assertThat(card(KeyFigures.SURVEY_RESPONSE, 1)).isNull();
        assertThat(card(KeyFigures.SATISFIED, 1)).isNull();
        assertThat(card(KeyFigures.SURVEYS, 1)).isZero();
        resolved("c-1");
        assertThat(card(KeyFigures.SURVEY_RESPONSE, 1))
                .as("one asked, none answered")
                .isZero();
    }

    @Test
    @DisplayName("I05 a rating of a former episode counts under the topic that the matter had")
    void a_late_rating_counts_under_the_topic_of_its_episode() {
        writes(ONE, "kim", "Where is it?");
        governance.setTopic(ONE, "delivery");
        governance.resolve(ONE, Resolution.CONFIRMED);
        clock.advance(Duration.ofDays(2));
        writes(ONE, "kim", "Something else");
        governance.setTopic(ONE, "billing");
        governance.onRating(ONE, 2, "");

        MetricTable topics =
                figures().table(List.of(KeyFigures.SATISFACTION, KeyFigures.SURVEYS), days(3), Dimension.TOPIC);
        assertThat(topics.rows()).containsExactly(new MetricTable.Row("delivery", List.of(2.0, 1.0)));
    }
}
