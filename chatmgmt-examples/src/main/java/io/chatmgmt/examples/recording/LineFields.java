package io.chatmgmt.examples.recording;

import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.lifecycle.Opening;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of one line as they stand there, before the defaults are filled in. Not thread-safe. */
final class LineFields {

    private static final int MOST_STARS = 5;

    private final CustomerFields customer = new CustomerFields();
    private @Nullable String id;
    private String channel = "";
    private @Nullable Instant openedAt;
    private @Nullable String language;
    private @Nullable String topic;
    private @Nullable List<TurnFields> turns;
    private List<String> reviews = List.of();
    private List<String> offers = List.of();
    private int rating;
    private boolean resolved = true;

    /** Takes the value of one field; fields that nobody knows are ignored. */
    void read(JsonLine line, String field) throws BadLineException {
        switch (field) {
            case "id" -> id = line.identifier();
            case "customer" -> customer.read(line);
            case "channel" -> channel = line.isNull() ? "" : String.valueOf(line.text());
            case "openedAt" -> openedAt = TurnFields.instant(line);
            case "language" -> language = line.identifier();
            case "topic" -> topic = line.identifier();
            case "turns" -> turns = line.isNull() ? null : turns(line);
            case "teamReviews" -> reviews = line.textsIfAny();
            case "teamOffers" -> offers = line.textsIfAny();
            case "rating" -> rating = line.isNull() ? 0 : line.whole(1, MOST_STARS);
            case "resolved" -> resolved = line.isNull() || line.truth();
            default -> line.skip();
        }
    }

    private static List<TurnFields> turns(JsonLine line) throws BadLineException {
        List<TurnFields> turns = new ArrayList<>();
        line.enterList();
        while (line.nextElement()) {
            TurnFields turn = new TurnFields();
            for (String field = line.next(); field != null; field = line.next()) {
                turn.read(line, field);
            }
            turns.add(turn);
        }
        return turns;
    }

    /** The conversation with all its defaults. */
    Recording recording(JsonLine line, int number) throws BadLineException {
        if (id == null) {
            throw line.missing("id");
        }
        if (turns == null) {
            throw line.missing("turns");
        }
        Instant base = openedAt == null ? Times.openingOfLine(number) : openedAt;
        List<RecordedTurn> played = new ArrayList<>(turns.size());
        Instant before = null;
        for (int i = 0; i < turns.size(); i++) {
            line.at("turns", i);
            RecordedTurn turn = turns.get(i).turn(line, i, base, before);
            played.add(turn);
            before = turn.at();
        }
        return new Recording(
                ConversationId.of(id),
                new Opening(customer.customer(id), channel, language, topic),
                opening(turns, played, base),
                played,
                resolved,
                new Deeds(reviews, offers),
                rating);
    }

    /** A conversation whose turns are dated, but whose opening is not, begins with the first of them. */
    private Instant opening(List<TurnFields> fields, List<RecordedTurn> played, Instant base) {
        if (played.isEmpty()) {
            return base;
        }
        Instant first = played.get(0).at();
        boolean dated = openedAt == null && fields.get(0).isDated();
        return dated || first.isBefore(base) ? first : base;
    }
}
