package io.chatmgmt.peers;

import java.util.concurrent.TimeUnit;
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

/** What a general multi-phrase scan takes for one customer message and 1,500 phrases, one of which is there. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PhraseScanBenchmark {

    private static final int PHRASES = 1_500;

    private final String message =
            "I have written three times about this invoice and nobody answers, I want to speak to a person";
    private final Trie trie = trie();

    @Benchmark
    public Object ahoCorasick() {
        return trie.firstMatch(message);
    }

    private static Trie trie() {
        Trie.TrieBuilder phrases = Trie.builder().ignoreCase().onlyWholeWords().addKeyword("speak to a person");
        for (int phrase = 1; phrase < PHRASES; phrase++) {
            phrases.addKeyword("phrase number " + phrase);
        }
        return phrases.build();
    }
}
