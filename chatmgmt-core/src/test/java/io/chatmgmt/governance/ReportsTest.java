package io.chatmgmt.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chatmgmt.access.Caller;
import io.chatmgmt.conversation.Actor;
import io.chatmgmt.conversation.AgentId;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.CriterionRating;
import io.chatmgmt.conversation.Flag;
import io.chatmgmt.conversation.QualityBand;
import io.chatmgmt.conversation.QualityScore;
import io.chatmgmt.conversation.Resolution;
import io.chatmgmt.conversation.Role;
import io.chatmgmt.conversation.Ticket;
import io.chatmgmt.lifecycle.PersonInput;
import io.chatmgmt.metrics.Buckets;
import io.chatmgmt.metrics.Dimension;
import io.chatmgmt.metrics.Figures;
import io.chatmgmt.metrics.Formula;
import io.chatmgmt.metrics.Granularity;
import io.chatmgmt.metrics.KeyFigures;
import io.chatmgmt.metrics.Measure;
import io.chatmgmt.metrics.MetricDefinition;
import io.chatmgmt.metrics.MetricTable;
import io.chatmgmt.metrics.PeriodReport;
import io.chatmgmt.quality.Scorecard;
import io.chatmgmt.response.AiAnswer;
import io.chatmgmt.routing.AgentProfile;
import io.chatmgmt.routing.AgentStatus;
import io.chatmgmt.testkit.MutableClock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the conversations of a front door add up to. */
class ReportsTest {

    private static final String TENANT = ConversationId.DEFAULT_TENANT;
    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
    private static final AgentId SARAH = AgentId.of("sarah");

    private final MutableClock clock = MutableClock.at("2026-01-05T10:00:00Z");
    private final ChatGovernance governance =
            ChatGovernance.builder().clock(clock).build();
    private int messages;

    private Ticket asks(String id, String text) {
        return governance
                .onCustomerMessage(CustomerMessage.of(id, "m" + ++messages, text))
                .ticket()
                .orElse(null);
    }

    private void answers(Ticket ticket, String text, double confidence) {
        clock.advance(Duration.ofSeconds(4));
        governance.onAiAnswer(ticket, AiAnswer.of(text, confidence));
    }

    private void talk(String id) {
        answers(asks(id, "Where do I find my invoice for the last month?"), "Under Settings, then Billing.", 0.9);
        clock.advance(Duration.ofSeconds(30));
        governance.resolve(ConversationId.of(id), Resolution.ASSUMED);
    }

    private Buckets day() {
        return Buckets.of(DAY, DAY.plusDays(1), ZoneOffset.UTC, Granularity.DAY);
    }

    private Double card(MetricDefinition definition) {
        return governance.reports().figures(TENANT).card(definition, day());
    }

    @Test
    @DisplayName("T124: over nothing a figure is null, a count 0, growth null")
    void over_nothing() {
        Figures figures = governance.reports().figures(TENANT);
        assertThat(figures.card(KeyFigures.CONVERSATIONS, day())).isZero();
        for (MetricDefinition each : KeyFigures.all()) {
            if (!(each.formula() instanceof Formula.Count)) {
                assertThat(figures.card(each, day())).as(each.id()).isNull();
            }
        }
        assertThat(figures.growth(KeyFigures.CONVERSATIONS, day())).isNull();
        assertThat(figures.peakHours(day())).isEmpty();
        assertThat(governance.reports().day(TENANT, DAY, ZoneOffset.UTC).toText())
                .contains("Customer Satisfaction: –")
                .doesNotContain("NaN");
    }

    @Test
    @DisplayName("T120: card, series, table and export give the same number")
    void the_same_number_everywhere() {
        for (int i = 0; i < 5; i++) {
            talk("c" + i);
            clock.advance(Duration.ofHours(2));
        }
        Figures figures = governance.reports().figures(TENANT);
        Buckets hours = Buckets.of(DAY, DAY.plusDays(1), ZoneId.of("Asia/Kathmandu"), Granularity.HOUR);
        MetricTable series = figures.series(List.of(KeyFigures.CONVERSATIONS), hours);
        MetricTable table = figures.table(List.of(KeyFigures.CONVERSATIONS), hours, Dimension.LANGUAGE);
        Double card = figures.card(KeyFigures.CONVERSATIONS, hours);
        assertThat(sum(series)).isEqualTo(card);
        assertThat(sum(table)).isEqualTo(card);
        assertThat(series.toCsv()
                        .lines()
                        .skip(1)
                        .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[1]))
                        .sum())
                .isEqualTo(card);
        assertThat(series.rows()).hasSize(24);
    }

    private static Double sum(MetricTable table) {
        return table.column(KeyFigures.CONVERSATIONS).stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    @Test
    @DisplayName("J04: response time, duration, messages and confidence of one talk")
    void one_talk() {
        talk("c1");
        assertThat(card(KeyFigures.RESPONSE)).isEqualTo(4);
        assertThat(card(KeyFigures.get("response.ai.p95"))).isEqualTo(4);
        assertThat(card(KeyFigures.DURATION)).isEqualTo(34);
        assertThat(card(KeyFigures.MESSAGES_PER_CONVERSATION)).isEqualTo(2);
        assertThat(card(KeyFigures.CONFIDENCE)).isEqualTo(0.9);
        assertThat(card(KeyFigures.FIRST_RESPONSE_RESOLUTION)).isEqualTo(1);
        assertThat(card(KeyFigures.CUSTOMERS)).isEqualTo(1);
        assertThat(card(KeyFigures.ESCALATION)).isZero();
    }

    @Test
    @DisplayName("T127, J02: who comes back within a day takes the resolution back, at the day on which it was counted")
    void a_return_takes_the_resolution_back() {
        talk("c1");
        assertThat(card(KeyFigures.AUTOMATED_RESOLUTION)).isEqualTo(1);
        clock.advance(Duration.ofHours(20));
        asks("c1", "It is still not there, where is my invoice?");
        assertThat(card(KeyFigures.AUTOMATED_RESOLUTION)).isZero();
        assertThat(card(KeyFigures.FIRST_RESPONSE_RESOLUTION)).isZero();
        assertThat(card(KeyFigures.RESOLUTION)).isZero();
    }

    @Test
    @DisplayName("T128: a resolution counts as the event that it was, whatever came after")
    void a_resolution_counts_as_the_event_that_it_was() {
        talk("c1");
        clock.advance(Duration.ofHours(1));
        asks("c1", "It is still not there, where is my invoice?");
        assertThat(card(MetricDefinition.count("resolutions", Measure.RESOLUTIONS)))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("T127: a mere greeting is no automated resolution")
    void a_mere_greeting_is_no_automated_resolution() {
        answers(asks("c1", "Hello"), "Hello! How can I help?", 0.9);
        governance.resolve(ConversationId.of("c1"), Resolution.ASSUMED);
        assertThat(card(KeyFigures.AUTOMATED_RESOLUTION)).isZero();
        assertThat(card(KeyFigures.RESOLUTION)).isEqualTo(1);
    }

    private Desk sarah() {
        return governance.desk(new Caller(TENANT, Actor.agent("sarah"), Set.of(Role.AGENT, Role.REVIEWER)));
    }

    private void register() {
        governance.agents().register(AgentProfile.of(SARAH, "Sarah", "general", "billing", "technical"));
        governance.agents().status(SARAH, AgentStatus.ONLINE);
    }

    @Test
    @DisplayName("T126, T123: with a person's help it is not automated, and what they did is theirs")
    void with_a_persons_help() {
        register();
        ConversationId id = ConversationId.of("c1");
        answers(asks("c1", "Where do I find my invoice for the last month?"), "Under Settings.", 0.9);
        asks("c1", "I want to speak to a human");
        clock.advance(Duration.ofSeconds(20));
        sarah().accept(id, governance.conversations().get(id).handoff().offer().number());
        clock.advance(Duration.ofMinutes(2));
        asks("c1", "Are you there?");
        clock.advance(Duration.ofSeconds(40));
        sarah().reply(id, "Yes, here is your invoice.");
        governance.resolve(id, Resolution.ASSUMED);
        clock.advance(Duration.ofDays(1));
        governance.onRating(id, 5, "");

        assertThat(card(KeyFigures.AUTOMATED_RESOLUTION)).isZero();
        assertThat(card(KeyFigures.RESOLUTION)).isEqualTo(1);
        assertThat(card(KeyFigures.ESCALATION)).isEqualTo(1);
        assertThat(card(KeyFigures.ESCALATION_PRECISION)).isEqualTo(1);
        assertThat(card(KeyFigures.WAIT)).isEqualTo(20);
        assertThat(card(KeyFigures.HUMAN_FIRST_RESPONSE)).isEqualTo(20);
        assertThat(card(KeyFigures.HUMAN_NEXT_RESPONSE)).isEqualTo(40);
        assertThat(card(KeyFigures.SATISFACTION)).as("rated on the next day").isNull();

        Buckets both = Buckets.of(DAY, DAY.plusDays(2), ZoneOffset.UTC, Granularity.DAY);
        MetricTable agents = governance
                .reports()
                .figures(TENANT)
                .table(List.of(KeyFigures.HANDLED, KeyFigures.SATISFACTION), both, Dimension.AGENT);
        assertThat(agents.rows()).containsExactly(new MetricTable.Row("sarah", List.of(1.0, 5.0)));
    }

    @Test
    @DisplayName("T123: who had a conversation and stayed silent has no response time")
    void who_stayed_silent_has_no_response_time() {
        register();
        ConversationId id = ConversationId.of("c1");
        asks("c1", "I want to speak to a human");
        sarah().accept(
                        id,
                        governance.conversations().get(id).handoff().offer().number(),
                        PersonInput.Introduction.SKIP);
        asks("c1", "Are you there?");
        governance.resolve(id, Resolution.ASSUMED);
        assertThat(card(KeyFigures.HANDLED)).isEqualTo(1);
        assertThat(card(KeyFigures.HUMAN_FIRST_RESPONSE)).isNull();
        assertThat(card(KeyFigures.HUMAN_NEXT_RESPONSE)).isNull();
        assertThat(card(KeyFigures.ESCALATION_PRECISION)).isZero();
    }

    @Test
    @DisplayName("T122: after days, the first response is measured from the new call, not from the old talk")
    void the_first_response_is_measured_from_the_new_call() {
        register();
        ConversationId id = ConversationId.of("c1");
        talk("c1");
        clock.advance(Duration.ofDays(5));
        governance.agents().heartbeat(SARAH);
        asks("c1", "I want to speak to a human");
        clock.advance(Duration.ofSeconds(10));
        sarah().join(id);
        Buckets later = Buckets.of(DAY.plusDays(5), DAY.plusDays(6), ZoneOffset.UTC, Granularity.DAY);
        assertThat(governance.reports().figures(TENANT).card(KeyFigures.HUMAN_FIRST_RESPONSE, later))
                .isEqualTo(10);
    }

    @Test
    @DisplayName("I05: a rating that is given again replaces the one before")
    void a_rating_that_is_given_again_replaces_the_one_before() {
        talk("c1");
        governance.onRating(ConversationId.of("c1"), 2, "");
        governance.onRating(ConversationId.of("c1"), 4, "");
        assertThat(card(KeyFigures.SATISFACTION)).isEqualTo(4);
        assertThat(card(KeyFigures.SATISFIED)).isEqualTo(1);
    }

    @Test
    @DisplayName("T130: a message that was sent long ago counts when it came, and no time runs backwards")
    void a_message_that_was_sent_long_ago() {
        ConversationId id = ConversationId.of("c1");
        Ticket ticket = governance
                .onCustomerMessage(CustomerMessage.of("c1", "m", "Where do I find my invoice, please?")
                        .sentAt(clock.instant().minus(Duration.ofHours(3))))
                .ticket()
                .orElseThrow();
        answers(ticket, "Under Settings.", 0.8);
        governance.resolve(id, Resolution.ASSUMED);
        assertThat(card(KeyFigures.RESPONSE)).isEqualTo(4);
        assertThat(card(KeyFigures.DURATION)).isEqualTo(4);
    }

    @Test
    @DisplayName("J03: escalations by trigger are told apart")
    void escalations_by_trigger() {
        asks("c1", "I want to speak to a human");
        PeriodReport report = governance.reports().day(TENANT, DAY, ZoneOffset.UTC);
        assertThat(report.escalations()).containsExactly(Map.entry("HUMAN_REQUEST", 1L));
    }

    @Test
    @DisplayName("H01: an episode is scored once it is over, and again when it is rated")
    void an_episode_is_scored_when_it_is_over() {
        talk("c1");
        Double before = card(KeyFigures.QUALITY);
        assertThat(before).isGreaterThan(80);
        governance.onRating(ConversationId.of("c1"), 1, "");
        assertThat(card(KeyFigures.QUALITY)).isLessThan(before);
        Optional<QualityScore> score = governance.reports().quality(ConversationId.of("c1"));
        assertThat(score.orElseThrow().score()).isCloseTo(card(KeyFigures.QUALITY), within(1e-5));
    }

    @Test
    @DisplayName("A22, H25: a running conversation whose answers only refuse is flagged, until they are better")
    void a_running_conversation_with_a_low_score_is_flagged() {
        ConversationId id = ConversationId.of("c1");
        answers(asks("c1", "Please book me a table for two on Friday evening"), "Sorry, I cannot do that.", 0.9);
        governance.sweep(10);
        assertThat(governance.conversations().get(id).flags().has(Flag.LOW_QUALITY))
                .isTrue();
        answers(asks("c1", "Saturday noon would suit us, too"), "Saturday noon is free for two people.", 0.9);
        answers(asks("c1", "Lovely, is there a place outside?"), "Yes, the terrace has a free place.", 0.9);
        answers(asks("c1", "Do you serve vegetarian food?"), "Yes, half of our dishes are without meat.", 0.9);
        governance.sweep(10);
        assertThat(governance.conversations().get(id).flags().has(Flag.LOW_QUALITY))
                .isFalse();
    }

    @Test
    @DisplayName("H02: a reviewer submits a scorecard for a resolved episode, not for a running one")
    void a_reviewer_submits_a_scorecard() {
        ConversationId id = ConversationId.of("c1");
        register();
        Ticket ticket = asks("c1", "Where do I find my invoice for the last month?");
        List<CriterionRating> ratings = List.of(new CriterionRating("accuracy", 5), new CriterionRating("tone", 4));
        assertThat(sarah().review(id, 1, Scorecard.ofDefaults(), ratings, "").isWon())
                .isFalse();
        answers(ticket, "Under Settings.", 0.9);
        governance.resolve(id, Resolution.ASSUMED);
        assertThat(sarah().review(id, 1, Scorecard.ofDefaults(), ratings, "Well done")
                        .isWon())
                .isTrue();
        assertThat(card(KeyFigures.REVIEWED)).isEqualTo(90.625);
        assertThat(QualityBand.of(card(KeyFigures.REVIEWED))).isEqualTo(QualityBand.EXCELLENT);
    }

    @Test
    @DisplayName("A scorer of the host that throws scores nothing and breaks nothing")
    void a_scorer_that_throws() {
        ChatGovernance own = ChatGovernance.builder()
                .clock(clock)
                .qualityScorer((facts, policy) -> {
                    throw new IllegalStateException("broken");
                })
                .build();
        own.onCustomerMessage(CustomerMessage.of("c1", "m", "Where do I find my invoice for the month?"));
        own.resolve(ConversationId.of("c1"), Resolution.ASSUMED);
        assertThat(own.reports().figures(TENANT).card(KeyFigures.CONVERSATIONS, day()))
                .isEqualTo(1);
        assertThat(own.reports().figures(TENANT).card(KeyFigures.QUALITY, day()))
                .isNull();
    }

    @Test
    @DisplayName("The dashboard tells what is going on and how the last thirty days went, in words and as JSON")
    void the_dashboard() {
        talk("c1");
        asks("c2", "Where do I find my invoice for the last month?");
        assertThat(governance.reports().dashboard(TENANT, ZoneOffset.UTC).open())
                .isEqualTo(1);
        assertThat(governance.reports().dashboard(TENANT, ZoneOffset.UTC).toText())
                .contains("Live Conversations: 1", "AI Confidence Average: 90.0%", "Average Response Time: 4 seconds");
        assertThat(governance.reports().week(TENANT, DAY, ZoneOffset.UTC).toJson())
                .startsWith("{\"from\":\"2026-01-05\",\"to\":\"2026-01-12\",\"zone\":\"Z\"")
                .contains("\"conversations\":2", "\"satisfaction.mean\":null");
    }
}
