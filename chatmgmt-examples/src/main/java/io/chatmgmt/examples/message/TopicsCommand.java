package io.chatmgmt.examples.message;

import io.chatmgmt.conversation.TopicGuess;
import io.chatmgmt.escalation.Ear;
import io.chatmgmt.escalation.TopicExample;
import io.chatmgmt.escalation.TopicModelException;
import io.chatmgmt.escalation.TrainedTopics;
import io.chatmgmt.examples.recording.TextField;
import io.chatmgmt.language.TextScanner;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** The command {@code topics}: fits a topic classifier to a labelled history, and asks it. */
public final class TopicsCommand {

    private static final String USAGE = """
            Usage: topics train --input FILE|- --model FILE
                   topics classify --model FILE --input FILE|-

            Fits a topic classifier to a labelled history, and asks it what messages are about.

              --input FILE|-  JSON lines, {"text","topic"} with null for what is out of scope to train,
                              {"id","text"} to classify; gzip when the name ends in .gz
              --model FILE    the fitted classifier
            """;

    private static final String INPUT = "--input";
    private static final String MODEL = "--model";
    private static final TextField ID = TextField.id("id");
    private static final TextField TEXT = TextField.text("text");
    private static final TextField TOPIC = TextField.nullableCode("topic");

    private final Streams streams;

    /**
     * The command.
     *
     * @param streams what it reads from and writes to
     */
    public TopicsCommand(Streams streams) {
        this.streams = streams;
    }

    /**
     * Runs it.
     *
     * @param arguments what to do, and the options
     * @return the exit status: 0, 2 for wrong options, 3 for bad input
     */
    public int run(String... arguments) {
        return streams.run(USAGE, arguments, this::understand);
    }

    private Streams.Work understand(String... arguments) {
        String task = arguments.length == 0 ? "" : arguments[0];
        if (!task.equals("train") && !task.equals("classify")) {
            throw new IllegalArgumentException("topics needs train or classify");
        }
        Options options =
                Options.parse(Set.of(INPUT, MODEL), Set.of(), Arrays.copyOfRange(arguments, 1, arguments.length));
        String input = options.get(INPUT);
        Path model = Path.of(options.get(MODEL));
        return task.equals("train") ? () -> train(input, model) : () -> classify(input, model);
    }

    private boolean train(String input, Path model) throws IOException {
        List<TopicExample> history = new ArrayList<>();
        boolean good = streams.read(
                input,
                List.of(TEXT, TOPIC),
                line -> history.add(
                        new TopicExample(line.get(TEXT), line.find(TOPIC).orElse(null))));
        if (!good) {
            return false;
        }
        TrainedTopics topics;
        try {
            topics = TrainedTopics.train(history);
        } catch (IllegalArgumentException e) {
            return complain(input + ": topic: " + e.getMessage());
        }
        try (OutputStream out = Files.newOutputStream(model)) {
            topics.write(out);
        }
        return true;
    }

    private boolean classify(String input, Path model) throws IOException {
        TrainedTopics topics;
        try (InputStream in = Files.newInputStream(model)) {
            topics = TrainedTopics.read(in);
        } catch (TopicModelException e) {
            return complain(model + ": " + e.getMessage());
        }
        TextScanner scanner = new TextScanner();
        try (JsonLines lines = new JsonLines(streams.out())) {
            return streams.read(input, List.of(ID, TEXT), message -> {
                TopicGuess guess = topics.classify(scanner.scan(message.get(TEXT)), Ear.UNDETERMINED)
                        .orElse(null);
                lines.line(json -> {
                    json.writeStringProperty("id", message.get(ID));
                    json.writeName("topic");
                    write(guess, json);
                });
            });
        }
    }

    private static void write(@Nullable TopicGuess guess, JsonGenerator json) {
        if (guess == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringProperty("code", guess.code());
        json.writeNumberProperty("score", guess.score());
        json.writeEndObject();
    }

    private boolean complain(String reason) {
        streams.err().println(reason);
        return false;
    }
}
