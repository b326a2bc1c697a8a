package io.chatmgmt.examples.report;

import io.chatmgmt.conversation.ConfidenceBand;
import io.chatmgmt.conversation.QualityBand;
import io.chatmgmt.examples.report.Report.AgentFigures;
import io.chatmgmt.examples.report.Report.Held;
import io.chatmgmt.examples.report.Report.Messages;
import io.chatmgmt.examples.report.Report.Satisfaction;
import io.chatmgmt.examples.report.Report.Scores;
import io.chatmgmt.examples.report.Report.Spread;
import io.chatmgmt.metrics.PeakHours;
import java.io.OutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** Writes a report as one JSON object. A figure that there is not is null, never 0 and never left out. */
public final class ReportWriter {

    private static final double NANOS_PER_MILLI = 1e6;

    private final JsonGenerator json;

    private ReportWriter(JsonGenerator json) {
        this.json = json;
    }

    /**
     * Writes a report.
     *
     * @param report the report
     * @param out where it goes; not closed
     */
    public static void write(Report report, OutputStream out) {
        try (JsonGenerator json = new JsonFactory().createGenerator(new Pretty(), out, JsonEncoding.UTF8)) {
            new ReportWriter(json).write(report);
            json.writeRaw('\n');
        }
    }

    /** Indents what is written. */
    private static final class Pretty extends ObjectWriteContext.Base {

        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter();
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }

    private void write(Report report) {
        json.writeStartObject();
        json.writeNumberProperty("conversations", report.conversations());
        messages(report.messages());
        json.writeNumberProperty("escalated", report.escalated());
        number("escalationRate", report.escalationRate());
        counts("escalationsByReason", report.escalationsByReason());
        scores("confidence", report.confidence(), ConfidenceBand.values());
        satisfaction(report.satisfaction());
        number("firstResponseResolutionRate", report.firstResponseResolutionRate());
        number("resolutionRate", report.resolutionRate());
        spread("responseSeconds", report.responseSeconds());
        spread("durationSeconds", report.durationSeconds());
        number("messagesPerConversation", report.messagesPerConversation());
        scores("quality", report.quality(), QualityBand.values());
        counts("languages", report.languages());
        counts("topics", report.topics());
        held(report.held());
        agents(report);
        json.writeObjectPropertyStart("waitSeconds");
        number("p50", report.waitSeconds().p50());
        number("p90", report.waitSeconds().p90());
        json.writeEndObject();
        peakHours(report);
        json.writeNumberProperty("skippedLines", report.skippedLines());
        json.writeNumberProperty("elapsedMillis", report.elapsed().toNanos() / NANOS_PER_MILLI);
        number("messagesPerSecond", report.messagesPerSecond());
        json.writeEndObject();
    }

    private void messages(Messages messages) {
        json.writeObjectPropertyStart("messages");
        json.writeNumberProperty("customer", messages.customer());
        json.writeNumberProperty("ai", messages.ai());
        json.writeNumberProperty("agent", messages.agent());
        json.writeNumberProperty("system", messages.system());
        json.writeEndObject();
    }

    private <B extends Enum<B>> void scores(String name, Scores<B> scores, B[] bands) {
        json.writeObjectPropertyStart(name);
        number("mean", scores.mean());
        json.writeObjectPropertyStart("bands");
        for (B band : bands) {
            json.writeNumberProperty(band.name(), scores.bands().getOrDefault(band, 0));
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void satisfaction(Satisfaction satisfaction) {
        json.writeObjectPropertyStart("satisfaction");
        number("mean", satisfaction.mean());
        json.writeNumberProperty("count", satisfaction.count());
        json.writeEndObject();
    }

    private void spread(String name, Spread spread) {
        json.writeObjectPropertyStart(name);
        number("mean", spread.mean());
        number("p50", spread.p50());
        number("p95", spread.p95());
        json.writeEndObject();
    }

    private void held(Held held) {
        json.writeObjectPropertyStart("held");
        json.writeNumberProperty("approved", held.approved());
        json.writeNumberProperty("edited", held.edited());
        json.writeNumberProperty("replaced", held.replaced());
        json.writeNumberProperty("discarded", held.discarded());
        json.writeNumberProperty("expired", held.expired());
        json.writeEndObject();
    }

    private void agents(Report report) {
        json.writeArrayPropertyStart("agents");
        for (AgentFigures agent : report.agents()) {
            json.writeStartObject();
            json.writeStringProperty("id", agent.id());
            json.writeNumberProperty("handled", agent.handled());
            json.writeNumberProperty("messages", agent.messages());
            satisfaction(agent.satisfaction());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void peakHours(Report report) {
        json.writeArrayPropertyStart("peakHours");
        for (PeakHours hours : report.peakHours()) {
            json.writeStartObject();
            json.writeNumberProperty("from", hours.from());
            json.writeNumberProperty("to", hours.to());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void counts(String name, Map<String, Integer> counts) {
        json.writeObjectPropertyStart(name);
        counts.forEach(json::writeNumberProperty);
        json.writeEndObject();
    }

    private void number(String name, @Nullable Double value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, value);
        }
    }
}
