package io.chatmgmt.examples.report;

import io.chatmgmt.conversation.Conversation;
import io.chatmgmt.conversation.ConversationTopic;
import io.chatmgmt.conversation.Resolution;
import io.chatmgmt.conversation.ReviewAction;
import io.chatmgmt.examples.report.Report.AgentFigures;
import io.chatmgmt.examples.report.Report.Held;
import io.chatmgmt.examples.report.Report.Messages;
import io.chatmgmt.examples.report.Report.Satisfaction;
import io.chatmgmt.examples.report.Report.Scores;
import io.chatmgmt.examples.report.Report.Spread;
import io.chatmgmt.examples.report.Report.Waits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes the report: what was counted row by row, and what the conversations' last states add up to. */
public final class Totals {

    private int customer;
    private int ai;
    private int agent;
    private int system;
    private int escalated;
    private int withAi;
    private int firstResponse;
    private int resolved;
    private final Samples durations = new Samples();
    private final Map<String, Integer> languages = new TreeMap<>();
    private final Map<String, Integer> topics = new TreeMap<>();

    private Totals() {}

    /**
     * The report of some figures.
     *
     * @param figures what was counted
     * @param turns how many input turns were played
     * @param skippedLines how many lines could not be used
     * @param elapsed from the first byte of the input to now
     * @return the report
     */
    public static Report report(Figures figures, int turns, int skippedLines, Duration elapsed) {
        Totals totals = new Totals();
        figures.tallies.values().forEach(totals::add);
        Messages messages = new Messages(totals.customer, totals.ai, totals.agent, totals.system);
        int conversations = figures.tallies.size();
        return new Report(
                conversations,
                messages,
                totals.escalated,
                share(totals.escalated, totals.withAi),
                figures.escalationsByReason,
                new Scores<>(figures.confidence.mean(), figures.confidenceBands),
                new Satisfaction(figures.stars.mean(), figures.stars.size()),
                share(totals.firstResponse, totals.withAi),
                share(totals.resolved, conversations),
                Spread.of(figures.responseSeconds),
                Spread.of(totals.durations),
                share(messages.total(), conversations),
                totals.languages,
                totals.topics,
                held(figures),
                agents(figures),
                new Waits(figures.waitSeconds.percentile(50), figures.waitSeconds.percentile(90)),
                figures.rush.peaks(),
                skippedLines,
                turns,
                elapsed);
    }

    private static @Nullable Double share(int part, int whole) {
        return whole == 0 ? null : (double) part / whole;
    }

    private void add(Tally tally) {
        Conversation last = tally.latest;
        customer += last.counts().customer();
        ai += last.counts().ai();
        agent += last.counts().agent();
        system += last.counts().system();
        escalated += tally.escalated ? 1 : 0;
        withAi += last.counts().ai() > 0 ? 1 : 0;
        languages.merge(last.language().tag(), 1, Integer::sum);
        ConversationTopic topic = last.topic();
        if (topic != null) {
            topics.merge(topic.code(), 1, Integer::sum);
        }
        if (!last.isOpen()) {
            addResolved(last);
        }
    }

    private void addResolved(Conversation last) {
        Resolution how = last.episode().resolution();
        boolean byAi = how == Resolution.ASSUMED || how == Resolution.CONFIRMED;
        boolean alone = byAi && last.episode().handoffs() == 0;
        resolved += how == Resolution.ABANDONED ? 0 : 1;
        firstResponse += alone && last.counts().ai() == 1 ? 1 : 0;
        durations.add(Duration.between(last.episode().openedAt(), last.episode().resolvedAt()));
    }

    private static Held held(Figures figures) {
        return new Held(
                figures.reviews.getOrDefault(ReviewAction.APPROVE, 0),
                figures.reviews.getOrDefault(ReviewAction.EDIT, 0),
                figures.reviews.getOrDefault(ReviewAction.REPLACE, 0),
                figures.reviews.getOrDefault(ReviewAction.DISCARD, 0),
                figures.expired);
    }

    private static List<AgentFigures> agents(Figures figures) {
        List<AgentFigures> agents = new ArrayList<>();
        figures.agents.forEach((id, tally) -> agents.add(new AgentFigures(
                id.value(),
                tally.handled,
                tally.messages,
                new Satisfaction(tally.ratings.mean(), tally.ratings.size()))));
        return agents;
    }
}
