package io.chatmgmt.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.chatmgmt.access.Caller;
import io.chatmgmt.conversation.Actor;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.Customer;
import io.chatmgmt.conversation.PartScore;
import io.chatmgmt.conversation.QualityPart;
import io.chatmgmt.conversation.QualityScore;
import io.chatmgmt.conversation.Resolution;
import io.chatmgmt.conversation.Role;
import io.chatmgmt.conversation.Ticket;
import io.chatmgmt.metrics.Aggregate;
import io.chatmgmt.metrics.Buckets;
import io.chatmgmt.metrics.Dimension;
import io.chatmgmt.metrics.Figures;
import io.chatmgmt.metrics.Granularity;
import io.chatmgmt.metrics.KeyFigures;
import io.chatmgmt.metrics.Measure;
import io.chatmgmt.metrics.MetricTable;
import io.chatmgmt.metrics.PeriodReport;
import io.chatmgmt.metrics.Totals;
import io.chatmgmt.metrics.Trend;
import io.chatmgmt.response.AiAnswer;
import io.chatmgmt.testkit.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What figures are over time: the same after repeats, late events and erasures; rolled up by topic; compared. */
class RecountTest {

    private static final String TENANT = ConversationId.DEFAULT_TENANT;
    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);

    private final MutableClock clock = MutableClock.at(Instant.parse("2026-01-05T10:00:00Z"));
    private final ChatGovernance governance =
            ChatGovernance.builder().clock(clock).build();

    private ConversationId talk(String id, String customer, String topic) {
        ConversationId conversation = ConversationId.of(id);
        CustomerMessage message = CustomerMessage.of(
                        conversation, "m1", "Where do I find my invoice for the last month?")
                .from(Customer.of(customer));
        Ticket ticket = governance.onCustomerMessage(message).ticket().orElseThrow();
        governance.setTopic(conversation, topic);
        clock.advance(Duration.ofSeconds(4));
        governance.onAiAnswer(ticket, AiAnswer.of("Under Settings, then Billing.", 0.9));
        clock.advance(Duration.ofSeconds(30));
        governance.resolve(conversation, Resolution.ASSUMED);
        return conversation;
    }

    private Figures figures() {
        return governance.reports().figures(TENANT);
    }

    private static Buckets days(int from, int to) {
        return Buckets.of(DAY.plusDays(from), DAY.plusDays(to), ZoneOffset.UTC, Granularity.DAY);
    }

    @Test
    @DisplayName("T125 repeated and late events count once, and an erasure changes no figure of what was")
    void repeats_late_events_and_erasures() {
        ConversationId one = talk("c-1", "kim", "billing");
        talk("c-2", "lee", "billing");
        governance.onRating(one, 4, "Thanks");
        figures();
        String before = PeriodReport.of(figures(), days(0, 1)).toJson();

        governance.onCustomerMessage(CustomerMessage.of(one, "m1", "Where do I find my invoice for the last month?"));
        governance.onRating(one, 4, "");
        assertThat(PeriodReport.of(figures(), days(0, 1)).toJson())
                .as("what is repeated")
                .isEqualTo(before);

        clock.advance(Duration.ofDays(2));
        governance
                .desk(new Caller(TENANT, Actor.agent("ada"), Set.of(Role.ADMIN)))
                .privacy()
                .erase("kim");
        assertThat(PeriodReport.of(figures(), days(0, 1)).toJson())
                .as("after the erasure")
                .isEqualTo(before);

        governance.onRating(ConversationId.of("c-2"), 2, "");
        assertThat(figures().card(KeyFigures.SATISFACTION, days(0, 3))).isEqualTo(3);
        assertThat(figures().card(KeyFigures.SATISFACTION, days(0, 1))).isEqualTo(4);
    }

    @Test
    @DisplayName("H23 the parts of the quality are rolled up topic by topic, and move along when the topic changes")
    void the_parts_of_the_quality_by_topic() {
        judged(talk("c-1", "kim", "billing"), 90);
        judged(talk("c-2", "lee", "billing"), 70);
        ConversationId moved = talk("c-3", "max", "delivery");
        judged(moved, 40);
        assertThat(accuracy("billing")).isEqualTo(80);
        assertThat(accuracy("delivery")).isEqualTo(40);

        governance.setTopic(moved, "returns");

        assertThat(accuracy("delivery")).isNull();
        assertThat(accuracy("returns")).isEqualTo(40);
        Totals totals = figures()
                .totals(List.of(KeyFigures.QUALITY_PARTS), days(0, 1), Dimension.TOPIC_PART)
                .get(0);
        Aggregate sum = new Aggregate();
        totals.slices(Measure.QUALITY_PARTS, Dimension.TOPIC_PART)
                .forEach(slice -> sum.add(totals.of(Measure.QUALITY_PARTS, Dimension.TOPIC_PART, slice)));
        assertThat(sum.count()).isEqualTo(totals.of(Measure.QUALITY_PARTS).count());
        assertThat(sum.sum()).isEqualTo(totals.of(Measure.QUALITY_PARTS).sum());
    }

    /** What a judge of the host says of an episode. */
    private void judged(ConversationId id, double accuracy) {
        figures();
        PartScore part = new PartScore(QualityPart.ACCURACY, accuracy, "JUDGED", List.of());
        governance.onQualityScore(id, 1, new QualityScore(accuracy, List.of(part), "judge-1"));
    }

    private Double accuracy(String topic) {
        MetricTable table = figures().table(List.of(KeyFigures.QUALITY_PARTS), days(0, 1), Dimension.TOPIC_PART);
        return table.rows().stream()
                .filter(row -> row.label().equals(topic + "/ACCURACY"))
                .map(row -> row.values().get(0))
                .findFirst()
                .orElse(null);
    }

    @Test
    @DisplayName("J21 a week is compared with the one before: topics that come up, and satisfaction that falls")
    void a_week_is_compared_with_the_one_before() {
        week(0, 5, "billing");
        week(7, 2, "delivery");

        PeriodReport report = PeriodReport.of(figures(), days(7, 14));

        assertThat(report.trends())
                .filteredOn(Trend::isNotable)
                .extracting(trend -> trend.figure().id() + " " + trend.slice() + " " + trend.course())
                .containsExactly(
                        "satisfaction.mean  DOWN",
                        "quality.mean  DOWN",
                        "topic.share billing DOWN",
                        "topic.share delivery UP");
        assertThat(report.toText())
                .contains("Changes Since the Time Before")
                .contains("satisfaction.mean went down from 5.00 to 2.00 (25 and 25 records)")
                .contains("topic.share of delivery went up from 0.00 to 1.00 (25 and 25 records)");
        assertThat(report.toJson())
                .contains(
                        "{\"figure\":\"topic.share\",\"slice\":\"delivery\",\"now\":1,\"before\":0,\"course\":\"UP\"}");
        assertThat(figures()
                        .trend(KeyFigures.SATISFACTION, days(7, 14), days(7, 14))
                        .course())
                .isEqualTo(Trend.Course.STEADY);
        assertThat(figures().trends(KeyFigures.SATISFACTION, days(7, 14), Dimension.TOPIC))
                .extracting(Trend::slice, Trend::now, Trend::before)
                .containsExactly(tuple("billing", null, 5.0), tuple("delivery", 2.0, null));
    }

    private void week(int day, int stars, String topic) {
        clock.set(DAY.plusDays(day).atTime(10, 0).toInstant(ZoneOffset.UTC));
        for (int i = 0; i < 25; i++) {
            governance.onRating(talk("c-" + day + "-" + i, "customer " + day + "-" + i, topic), stars, "");
        }
    }
}
