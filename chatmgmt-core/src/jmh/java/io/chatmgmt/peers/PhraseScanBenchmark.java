package io.chatmgmt.peers;

import io.chatmgmt.language.PhraseSet;
import io.chatmgmt.language.ScannedText;
import io.chatmgmt.language.TextScanner;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.ahocorasick.trie.Trie;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a search for 1,500 phrases takes in one customer message that holds one of them: ours with and without reading the
 * text first, which the library does once for everything, and a general multi-phrase scan. A regular expression gets 30
 * phrases only.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PhraseScanBenchmark {

    private static final int PHRASES = 1_500;
    private static final int ALTERNATIVES = 30;
    private static final String PRESENT = "speak to a person";

    private static final String[] BEGINNINGS = {"speak to", "i want", "my invoice", "where is", "three times", "phrase"
    };

    private final String message =
            "I have written three times about this invoice and nobody answers, I want to speak to a person";
    private final Trie trie = trie();
    private final Pattern pattern = pattern();
    private final PhraseSet phrases = phrases();
    private final TextScanner scanner = new TextScanner();
    private final ScannedText scanned = new TextScanner().scan(message);

    @Benchmark
    public Object phraseSet() {
        return phrases.scan(scanned);
    }

    @Benchmark
    public Object phraseSetAndReading() {
        return phrases.scan(scanner.scan(message));
    }

    @Benchmark
    public boolean regularExpression() {
        return pattern.matcher(message).find();
    }

    @Benchmark
    public Object ahoCorasick() {
        return trie.firstMatch(message);
    }

    private static Trie trie() {
        Trie.TrieBuilder phrases = Trie.builder().ignoreCase().onlyWholeWords().addKeyword(PRESENT);
        for (int phrase = 1; phrase < PHRASES; phrase++) {
            phrases.addKeyword(absent(phrase));
        }
        return phrases.build();
    }

    private static Pattern pattern() {
        StringJoiner phrases = new StringJoiner("|", "\\b(?:", ")\\b").add(PRESENT);
        for (int phrase = 1; phrase < ALTERNATIVES; phrase++) {
            phrases.add(absent(phrase));
        }
        return Pattern.compile(phrases.toString(), Pattern.CASE_INSENSITIVE);
    }

    private static PhraseSet phrases() {
        PhraseSet.Builder phrases = PhraseSet.builder().add(PRESENT, 1);
        for (int phrase = 1; phrase < PHRASES; phrase++) {
            phrases.add(absent(phrase), 1);
        }
        return phrases.build();
    }

    /** Begins with words that the message has, as real phrases do. */
    private static String absent(int phrase) {
        return BEGINNINGS[phrase % BEGINNINGS.length] + " number " + phrase;
    }
}
