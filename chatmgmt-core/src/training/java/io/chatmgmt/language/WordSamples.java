package io.chatmgmt.language;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * The words of a language that a model is fitted on.
 *
 * @param different long words, each once, so that rare ones count as much as frequent ones
 * @param running words as frequent as in a text
 */
record WordSamples(List<String> different, List<String> running) {

    private static final long SEED = 20260101;
    private static final int LONG = 5;
    private static final int MOST_TRIES = 20;

    static WordSamples draw(String language, LetterPlan plan) throws IOException {
        boolean transliterated = plan.script() == Script.LATIN && language.equals("sr");
        Script script = transliterated ? Script.CYRILLIC : plan.script();
        WordSource source = new WordSource(LetterCounts.read(language, script));
        SplittableRandom random = new SplittableRandom(SEED);
        Set<String> different = new LinkedHashSet<>();
        List<String> running = new ArrayList<>();
        for (int tries = 0; tries < MOST_TRIES && different.size() < plan.words(); tries++) {
            for (String drawn : source.draw(plan.words(), random)) {
                String word = transliterated ? SerbianLatin.of(drawn) : drawn;
                if (!word.isEmpty() && running.size() < 2 * plan.words()) {
                    running.add(word);
                }
                if (word.length() >= LONG && different.size() < plan.words()) {
                    different.add(word);
                }
            }
        }
        return new WordSamples(List.copyOf(different), List.copyOf(running));
    }

    @Override
    public String toString() {
        return different.size() + " words such as " + running.subList(0, Math.min(8, running.size()));
    }
}
