package io.chatmgmt.examples.recording;

import io.chatmgmt.conversation.AiAction;
import io.chatmgmt.conversation.AiFailure;
import io.chatmgmt.conversation.Confidence;
import io.chatmgmt.response.AiAnswer;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The fields of one turn as they stand in the line, before the defaults are filled in. Not thread-safe. */
final class TurnFields {

    private static final int MOST_TOOL_ERRORS = 1_000_000;

    private @Nullable String id;
    private @Nullable String from;
    private @Nullable String text;
    private @Nullable String error;
    private @Nullable String agent;
    private @Nullable Instant at;
    private double seconds = Double.NaN;
    private Confidence confidence = Confidence.unknown();
    private int toolErrors;
    private boolean reopens;

    /** Takes the value of one field; fields that nobody knows are ignored. */
    void read(JsonLine line, String field) throws BadLineException {
        switch (field) {
            case "id" -> id = line.identifier();
            case "from" -> from = speaker(line);
            case "text" -> text = line.text();
            case "error" -> error = line.text();
            case "agentId" -> agent = line.identifier();
            case "at" -> at = instant(line);
            case "t" -> seconds = line.isNull() ? Double.NaN : line.number();
            case "confidence" -> confidence = line.isNull() ? Confidence.unknown() : confidence(line);
            case "reopens" -> reopens = line.isTrue();
            case "toolErrors" -> toolErrors = line.isNull() ? 0 : line.whole(0, MOST_TOOL_ERRORS);
            default -> line.skip();
        }
    }

    private static @Nullable String speaker(JsonLine line) throws BadLineException {
        String from = line.text();
        if (from == null || from.equals("customer") || from.equals("ai") || from.equals("agent")) {
            return from;
        }
        throw line.wrong("must be customer, ai or agent, is '" + from + "'");
    }

    static @Nullable Instant instant(JsonLine line) throws BadLineException {
        String text = line.text();
        Instant instant = text == null ? null : Times.parse(text);
        if (text != null && instant == null) {
            throw line.wrong("must be an instant like 2026-01-05T10:00:00Z, is '" + text + "'");
        }
        return instant;
    }

    private static Confidence confidence(JsonLine line) throws BadLineException {
        double value = line.number();
        if (!(value >= 0 && value <= 1)) {
            throw line.wrong("must be within 0..1, is " + line.scalar());
        }
        return Confidence.of(value);
    }

    /** Whether the turn says by itself when it happened. */
    boolean isDated() {
        return at != null;
    }

    /** The turn, once it is known when the conversation began and when the turn before it was. */
    RecordedTurn turn(JsonLine line, int index, Instant openedAt, @Nullable Instant before) throws BadLineException {
        String speaker = from;
        if (speaker == null) {
            throw line.missing("from");
        }
        if (text == null && (error == null || !speaker.equals("ai"))) {
            throw line.missing("text");
        }
        Instant time = time(line, openedAt, before);
        String said = text == null ? "" : text;
        return switch (speaker) {
            case "customer" -> {
                String message = id == null ? "t" + index : id;
                yield reopens
                        ? new RecordedTurn.OfReturningCustomer(time, message, said)
                        : new RecordedTurn.OfCustomer(time, message, said);
            }
            case "agent" -> new RecordedTurn.OfAgent(time, agent, said);
            default ->
                error == null
                        ? new RecordedTurn.OfAi(time, new AiAnswer(said, confidence, AiAction.CONTINUE, toolErrors))
                        : new RecordedTurn.OfFailingAi(time, failure(error));
        };
    }

    private Instant time(JsonLine line, Instant openedAt, @Nullable Instant before) throws BadLineException {
        Instant time = at;
        String field = at == null ? "t" : "at";
        if (time == null) {
            time = Double.isNaN(seconds) ? Times.after(before, openedAt) : Times.since(openedAt, seconds);
        }
        if (time == null) {
            throw line.wrong(field, "is out of every calendar: " + seconds);
        }
        if (before != null && time.isBefore(before)) {
            throw line.wrong(field, "is before the turn before it: " + time + " < " + before);
        }
        return time;
    }

    private static AiFailure failure(String error) {
        return switch (error.toLowerCase(Locale.ROOT)) {
            case "timeout" -> AiFailure.TIMEOUT;
            case "empty" -> AiFailure.EMPTY;
            case "fatal" -> AiFailure.FATAL;
            default -> AiFailure.ERROR;
        };
    }
}
