package io.chatmgmt.governance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The recorded conversations that the benchmarks play: real ones where they are at hand, a made-up one elsewhere. */
final class RecordedTalks {

    private static final Path RECORDED = Path.of("../shared/data/replay/star.jsonl.gz");

    private RecordedTalks() {}

    /** Who wrote a line, and what. */
    record Line(boolean byCustomer, String text) {}

    static List<List<Line>> load() {
        if (!Files.exists(RECORDED)) {
            System.out.println("recorded conversations are not at hand: a made-up one is played instead");
            return List.of(madeUp());
        }
        List<List<Line>> talks = new ArrayList<>();
        JsonMapper mapper = new JsonMapper();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(RECORDED)), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                List<Line> talk = new ArrayList<>();
                for (JsonNode turn : mapper.readTree(line).get("turns")) {
                    talk.add(new Line(
                            turn.get("from").asString().equals("customer"),
                            turn.get("text").asString()));
                }
                talks.add(talk);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return talks;
    }

    private static List<Line> madeUp() {
        return List.of(
                new Line(true, "Hello, I would like to know when my order from last week is going to arrive."),
                new Line(false, "I can look that up for you. Could you tell me the order number, please?"),
                new Line(true, "Sure, it is 4711, I ordered two lamps and a small table for the living room."),
                new Line(false, "Thank you. The parcel left our warehouse yesterday and will arrive on Thursday."),
                new Line(true, "Great, thanks a lot!"),
                new Line(false, "You are welcome. Have a nice day!"));
    }
}
