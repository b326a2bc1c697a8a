package io.chatmgmt.escalation;

import io.chatmgmt.conversation.QuestionPrint;
import io.chatmgmt.conversation.TriggerMemory;
import io.chatmgmt.language.LanguageDetector;
import io.chatmgmt.language.ScannedText;
import io.chatmgmt.language.TextScanner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it takes to hear one customer message of 93 characters, together and detector by detector. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class EarBenchmark {

    private static final String PLAIN =
            "Hello, could you tell me whether the red garden chairs can be delivered before next Saturday?";

    private static final String LOADED =
            "I have written three times about this invoice and nobody answers, I want to speak to a person";

    /** A plain question, which only has a language and a print; and one that makes most detectors answer. */
    @Param({"plain", "loaded"})
    String message;

    private static final EscalationPolicy.RepeatedQuestion RULE =
            EscalationPolicy.ofDefaults().repeatedQuestion();

    private String text = PLAIN;
    private final Ear ear = Ear.ofDefaults();
    private final LanguageDetector languages = LanguageDetector.ofDefaults();
    private final HumanRequestDetector humanRequests = HumanRequestDetector.ofDefaults();
    private final FrustrationDetector frustrations = FrustrationDetector.ofDefaults();
    private final TopicClassifier topics = TopicClassifier.ofDefaults();
    private final SmallTalkDetector smallTalks = SmallTalkDetector.ofDefaults();
    private final QuestionPrinter printer = QuestionPrinter.ofDefaults();
    private final TrainedTopics ownTopics = ownTopics();
    private final TextScanner scanner = new TextScanner();
    private final List<QuestionPrint> asked = new ArrayList<>();
    private QuestionPrint latest = QuestionPrint.of();
    private ScannedText scanned = scanner.scan(PLAIN);

    @Setup
    public void choose() {
        text = message.equals("plain") ? PLAIN : LOADED;
        scanned = new TextScanner().scan(text);
        latest = printer.print(scanned, "en").orElseThrow();
        for (int i = 0; i < TriggerMemory.MAX_QUESTIONS; i++) {
            ScannedText other =
                    scanner.scan("Question number " + i + " is about another matter than that of item " + i);
            asked.add(printer.print(other, "en").orElseThrow().askedBy(i + 1, Instant.EPOCH));
        }
    }

    @Benchmark
    public Object hear() {
        return ear.hear(text, "en");
    }

    @Benchmark
    public Object hearAnswer() {
        return ear.hearAnswer(text);
    }

    @Benchmark
    public Object scan() {
        return scanner.scan(text);
    }

    @Benchmark
    public Object language() {
        return languages.detect(scanned);
    }

    @Benchmark
    public Object humanRequest() {
        return humanRequests.detect(scanned, "en");
    }

    @Benchmark
    public Object frustration() {
        return frustrations.detect(scanned, "en");
    }

    @Benchmark
    public Object topic() {
        return topics.classify(scanned, "en");
    }

    @Benchmark
    public Object smallTalk() {
        return smallTalks.detect(scanned, "en");
    }

    @Benchmark
    public Object question() {
        return printer.print(scanned, "en");
    }

    /** Against as many questions as an episode remembers, none of them the same. */
    @Benchmark
    public int sameQuestion() {
        int same = 0;
        for (QuestionPrint print : asked) {
            same += SameQuestion.isSame(print, latest, RULE) ? 1 : 0;
        }
        return same;
    }

    @Benchmark
    public Object ownTopic() {
        return ownTopics.classify(scanned, "en");
    }

    /** A history of 60 topics with words that they share, about as large as that of a small support desk. */
    private static TrainedTopics ownTopics() {
        List<TopicExample> history = new ArrayList<>();
        String[] words = (PLAIN + " " + LOADED).split(" ", -1);
        for (int i = 0; i < 3_000; i++) {
            int topic = i % 60;
            history.add(new TopicExample(
                    words[i % words.length] + " " + words[i * 7 % words.length] + " matter" + topic + " "
                            + words[topic % words.length],
                    "topic" + topic));
        }
        return TrainedTopics.train(history);
    }
}
