package io.chatmgmt.escalation;

import io.chatmgmt.language.LanguageDetector;
import io.chatmgmt.language.ScannedText;
import io.chatmgmt.language.TextScanner;
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

    private String text = PLAIN;
    private final Ear ear = Ear.ofDefaults();
    private final LanguageDetector languages = LanguageDetector.ofDefaults();
    private final HumanRequestDetector humanRequests = HumanRequestDetector.ofDefaults();
    private final FrustrationDetector frustrations = FrustrationDetector.ofDefaults();
    private final TopicClassifier topics = TopicClassifier.ofDefaults();
    private final SmallTalkDetector smallTalks = SmallTalkDetector.ofDefaults();
    private final QuestionPrinter printer = QuestionPrinter.ofDefaults();
    private final TextScanner scanner = new TextScanner();
    private ScannedText scanned = scanner.scan(PLAIN);

    @Setup
    public void choose() {
        text = message.equals("plain") ? PLAIN : LOADED;
        scanned = new TextScanner().scan(text);
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
}
