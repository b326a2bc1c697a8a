package io.chatmgmt.examples.message;

import io.chatmgmt.escalation.Ear;
import io.chatmgmt.escalation.Likeness;
import io.chatmgmt.examples.recording.TextField;
import java.util.List;
import java.util.Set;

/** The command {@code similar}: is one message the same question as another. */
public final class SimilarCommand {

    private static final String USAGE = """
            Usage: similar --input FILE|-

            Says for each pair of messages whether the second asks the same question again.

              --input FILE|-  JSON lines {"id","a","b"}; gzip when the name ends in .gz
            """;

    private static final String INPUT = "--input";
    private static final TextField ID = TextField.id("id");
    private static final TextField EARLIER = TextField.text("a");
    private static final TextField LATER = TextField.text("b");

    private final Streams streams;

    /**
     * The command.
     *
     * @param streams what it reads from and writes to
     */
    public SimilarCommand(Streams streams) {
        this.streams = streams;
    }

    /**
     * Runs it.
     *
     * @param arguments its options
     * @return the exit status: 0, 2 for wrong options, 3 for bad input
     */
    public int run(String... arguments) {
        return streams.run(USAGE, arguments, this::understand);
    }

    private Streams.Work understand(String... arguments) {
        String input = Options.parse(Set.of(INPUT), Set.of(), arguments).get(INPUT);
        return () -> {
            Ear ear = Ear.ofDefaults();
            try (JsonLines lines = new JsonLines(streams.out())) {
                return streams.read(input, List.of(ID, EARLIER, LATER), pair -> {
                    Likeness likeness = ear.likeness(pair.get(EARLIER), pair.get(LATER));
                    lines.line(json -> {
                        json.writeStringProperty("id", pair.get(ID));
                        json.writeNumberProperty("score", likeness.score());
                        json.writeBooleanProperty("repeated", likeness.repeated());
                    });
                });
            }
        };
    }
}
