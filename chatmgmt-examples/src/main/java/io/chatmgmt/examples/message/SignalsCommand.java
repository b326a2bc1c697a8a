package io.chatmgmt.examples.message;

import io.chatmgmt.conversation.LanguageGuess;
import io.chatmgmt.conversation.MessageSignals;
import io.chatmgmt.conversation.Signal;
import io.chatmgmt.conversation.TopicGuess;
import io.chatmgmt.escalation.Ear;
import io.chatmgmt.escalation.EscalationPolicy;
import io.chatmgmt.examples.recording.TextField;
import io.chatmgmt.language.LanguageDetector;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** The command {@code signals}: what the detectors hear in messages. */
public final class SignalsCommand {

    private static final String USAGE = """
            Usage: signals --input FILE|- [--languages en,de,...]

            Says for each message what is heard in it: its language, whether it asks for a person, frustration, its topic.

              --input FILE|-       JSON lines {"id","text","language"?}; gzip when the name ends in .gz
              --languages TAGS     the languages that may be recognised (default: every one that the library knows)
            """;

    private static final String INPUT = "--input";
    private static final String LANGUAGES = "--languages";
    private static final TextField ID = TextField.id("id");
    private static final TextField TEXT = TextField.text("text");
    private static final TextField LANGUAGE = TextField.optionalCode("language");

    private static final EscalationPolicy POLICY = EscalationPolicy.ofDefaults();

    private final Streams streams;

    /**
     * The command.
     *
     * @param streams what it reads from and writes to
     */
    public SignalsCommand(Streams streams) {
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
        Options options = Options.parse(Set.of(INPUT), Set.of(LANGUAGES), arguments);
        String input = options.get(INPUT);
        Ear ear = options.find(LANGUAGES).map(SignalsCommand::limited).orElseGet(Ear::ofDefaults);
        return () -> {
            try (JsonLines lines = new JsonLines(streams.out())) {
                return streams.read(input, List.of(ID, TEXT, LANGUAGE), message -> {
                    String conversation = message.find(LANGUAGE).orElse(Ear.UNDETERMINED);
                    MessageSignals heard = ear.hear(message.get(TEXT), conversation);
                    lines.line(json -> write(json, message.get(ID), heard));
                });
            }
        };
    }

    private static Ear limited(String languages) {
        List<String> tags = List.of(languages.split(",", -1));
        for (String tag : tags) {
            if (Locale.forLanguageTag(tag).getLanguage().isEmpty()) {
                throw new IllegalArgumentException(
                        LANGUAGES + " must be language tags with commas between, is " + languages);
            }
        }
        return Ear.builder().languageDetector(LanguageDetector.among(tags)).build();
    }

    private static void write(JsonGenerator json, String id, MessageSignals heard) {
        json.writeStringProperty("id", id);
        language(json, heard.language().orElse(null));
        signal(json, "asksForHuman", heard.asksForHuman());
        signal(json, "frustration", heard.frustration());
        topic(json, heard.topic().orElse(null));
    }

    private static void language(JsonGenerator json, @Nullable LanguageGuess guess) {
        if (guess == null) {
            json.writeNullProperty("language");
            return;
        }
        json.writeObjectPropertyStart("language");
        json.writeStringProperty("tag", guess.tag());
        json.writeNumberProperty("confidence", guess.confidence());
        json.writeEndObject();
    }

    private static void signal(JsonGenerator json, String name, Signal signal) {
        json.writeObjectPropertyStart(name);
        json.writeNumberProperty("score", signal.score());
        json.writeBooleanProperty("decision", signal.score() >= Signal.OPERATING_POINT);
        json.writeEndObject();
    }

    private static void topic(JsonGenerator json, @Nullable TopicGuess guess) {
        if (guess == null) {
            json.writeNullProperty("topic");
        } else {
            json.writeObjectPropertyStart("topic");
            json.writeStringProperty("code", guess.code());
            json.writeNumberProperty("score", guess.score());
            json.writeEndObject();
        }
        if (guess == null
                || guess.score() < POLICY.topicScore()
                || !POLICY.sensitiveTopics().containsKey(guess.code())) {
            json.writeNullProperty("sensitive");
        } else {
            json.writeObjectPropertyStart("sensitive");
            json.writeStringProperty("code", guess.code());
            json.writeEndObject();
        }
    }
}
