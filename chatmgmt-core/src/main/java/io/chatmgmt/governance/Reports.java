package io.chatmgmt.governance;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.conversation.QualityScore;
import io.chatmgmt.conversation.Status;
import io.chatmgmt.metrics.Buckets;
import io.chatmgmt.metrics.DashboardReport;
import io.chatmgmt.metrics.Figures;
import io.chatmgmt.metrics.Granularity;
import io.chatmgmt.metrics.PeriodReport;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the conversations of a tenant add up to. Whoever reads here first lets everything be counted that has been
 * committed, so every figure is up to date; it is then the same figure on a card, in a series, in a table and in a report.
 * Thread-safe.
 */
public final class Reports {

    private static final int PAGE = 500;
    private static final int BATCH = 1_000;
    private static final int DASHBOARD_DAYS = 30;
    private static final int WEEK = 7;

    private final Kernel kernel;
    private final Conversations conversations;
    private final Recorder recorder;
    private final QualityWatch quality;

    Reports(Kernel kernel, Conversations conversations, Recorder recorder, QualityWatch quality) {
        this.kernel = kernel;
        this.conversations = conversations;
        this.recorder = recorder;
        this.quality = quality;
    }

    /**
     * The figures, for series, tables and exports of one's own.
     *
     * @param tenant whose
     * @return evaluates definitions over what has been committed until now
     */
    public Figures figures(String tenant) {
        catchUp();
        return new Figures(kernel.store()::totals, tenant);
    }

    /** Counts what is waiting; what comes in meanwhile may wait for the next reader. */
    private void catchUp() {
        int counted = recorder.record(BATCH);
        for (int rounds = 0; counted == BATCH && rounds < BATCH; rounds++) {
            counted = recorder.record(BATCH);
        }
    }

    /**
     * What is going on now, and how the last thirty days went, today included.
     *
     * @param tenant whose
     * @param zone whose days
     * @return the dashboard
     */
    public DashboardReport dashboard(String tenant, ZoneId zone) {
        LocalDate tomorrow = LocalDate.ofInstant(kernel.now(), zone).plusDays(1);
        Buckets days = Buckets.of(tomorrow.minusDays(DASHBOARD_DAYS), tomorrow, zone, Granularity.DAY);
        return new DashboardReport(kernel.now(), live(tenant), PeriodReport.of(figures(tenant), days));
    }

    /**
     * How a day went.
     *
     * @param tenant whose
     * @param day which day
     * @param zone whose days
     * @return the report, compared with the day before
     */
    public PeriodReport day(String tenant, LocalDate day, ZoneId zone) {
        return period(tenant, day, day.plusDays(1), zone);
    }

    /**
     * How a week went.
     *
     * @param tenant whose
     * @param firstDay the first of its seven days
     * @param zone whose days
     * @return the report, compared with the week before
     */
    public PeriodReport week(String tenant, LocalDate firstDay, ZoneId zone) {
        return period(tenant, firstDay, firstDay.plusDays(WEEK), zone);
    }

    /**
     * How some days went.
     *
     * @param tenant whose
     * @param from the first day
     * @param to the day after the last one
     * @param zone whose days
     * @return the report, compared with as many days before
     */
    public PeriodReport period(String tenant, LocalDate from, LocalDate to, ZoneId zone) {
        return PeriodReport.of(figures(tenant), Buckets.of(from, to, zone, Granularity.DAY));
    }

    /**
     * How good the current episode of a conversation is so far.
     *
     * @param id which conversation
     * @return its score with its parts, empty while there is too little of it
     * @throws ConversationNotFoundException when there is none
     */
    public Optional<QualityScore> quality(ConversationId id) {
        return quality.score(recorder.talk(conversations.get(id)));
    }

    /**
     * How many conversations there are in each status now, those that are resolved left out.
     *
     * @param tenant whose
     * @return a number for each status
     */
    public Map<Status, Integer> live(String tenant) {
        Map<Status, Integer> live = new EnumMap<>(Status.class);
        ConversationId after = null;
        List<Conversation> page = conversations.open(tenant, after, PAGE);
        while (!page.isEmpty()) {
            for (Conversation each : page) {
                live.merge(conversations.status(each), 1, Integer::sum);
            }
            after = page.get(page.size() - 1).id();
            page = conversations.open(tenant, after, PAGE);
        }
        return live;
    }
}
