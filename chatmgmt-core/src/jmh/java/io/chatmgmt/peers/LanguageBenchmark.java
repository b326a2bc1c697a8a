package io.chatmgmt.peers;

import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import io.chatmgmt.language.LanguageDetector;
import io.chatmgmt.language.ScannedText;
import io.chatmgmt.language.TextScanner;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it takes to recognise the language of messages of 93 characters, beside OpenNLP and Lingua. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class LanguageBenchmark {

    /** Several languages in turn, so that neither caches nor branches learn one message by heart. */
    private static final String[] MESSAGES = {
        "Hello, could you tell me whether the red garden chairs can be delivered before next Saturday?",
        "Hallo, können Sie mir sagen, ob die roten Gartenstühle noch vor Samstag geliefert werden kann",
        "Hola, me gustaría saber si las sillas rojas del jardín pueden llegar antes del próximo sábado",
        "Bonjour, pouvez-vous me dire si les chaises rouges du jardin seront livrées avant ce samedi ?",
        "Olá, gostaria de saber se as cadeiras vermelhas de jardim podem ser entregues antes de sábado",
        "Dzień dobry, czy czerwone krzesła ogrodowe mogą zostać dostarczone jeszcze przed tą sobotą???",
        "Hallo, kunt u mij vertellen of de rode tuinstoelen nog voor komende zaterdag geleverd worden?",
        "Buongiorno, vorrei sapere se le sedie rosse da giardino possono arrivare prima di sabato sera",
    };

    private final LanguageDetector ours = LanguageDetector.ofDefaults();
    private final TextScanner scanner = new TextScanner();
    private final ScannedText[] scanned = new ScannedText[MESSAGES.length];
    private final com.github.pemistahl.lingua.api.LanguageDetector lingua = LanguageDetectorBuilder.fromAllLanguages()
            .withPreloadedLanguageModels()
            .build();
    private LanguageDetectorME opennlp;
    private int next;

    /** Reads OpenNLP's model and scans the messages. */
    @Setup
    public void read() throws IOException {
        try (InputStream in = LanguageBenchmark.class.getResourceAsStream("/langdetect-183.bin")) {
            opennlp = new LanguageDetectorME(new LanguageDetectorModel(in));
        }
        for (int i = 0; i < MESSAGES.length; i++) {
            scanned[i] = new TextScanner().scan(MESSAGES[i]);
        }
    }

    private int next() {
        next = next + 1 & MESSAGES.length - 1;
        return next;
    }

    @Benchmark
    public Object ours() {
        return ours.detect(scanned[next()]);
    }

    @Benchmark
    public Object oursWithTheScan() {
        return ours.detect(scanner.scan(MESSAGES[next()]));
    }

    @Benchmark
    public Object opennlp() {
        return opennlp.predictLanguage(MESSAGES[next()]);
    }

    @Benchmark
    public Object lingua() {
        return lingua.detectLanguageOf(MESSAGES[next()]);
    }
}
