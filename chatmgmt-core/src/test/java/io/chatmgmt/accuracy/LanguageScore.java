package io.chatmgmt.accuracy;

import io.chatmgmt.accuracy.LanguageSample.Kind;
import io.chatmgmt.conversation.LanguageGuess;
import io.chatmgmt.language.LanguageDetector;
import io.chatmgmt.language.TextScanner;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a detector got right, by kind of text and language. */
final class LanguageScore {

    private static final int WORST = 8;
    private static final double LOCKS = 0.2;

    private final Map<Kind, Map<String, Tally>> tallies = new EnumMap<>(Kind.class);
    private final Map<String, Integer> confusions = new TreeMap<>();

    private static final class Tally {

        private int all;
        private int right;
        private int sure;
        private int sureAndRight;

        private double accuracy() {
            return (double) right / all;
        }
    }

    private LanguageScore() {}

    static LanguageScore of(LanguageDetector detector, List<LanguageSample> samples) {
        LanguageScore score = new LanguageScore();
        TextScanner scanner = new TextScanner();
        for (LanguageSample sample : samples) {
            score.add(sample, detector.detect(scanner.scan(sample.text())).orElse(null));
        }
        return score;
    }

    private void add(LanguageSample sample, @Nullable LanguageGuess guess) {
        Tally tally = tallies.computeIfAbsent(sample.kind(), key -> new TreeMap<>())
                .computeIfAbsent(sample.language(), key -> new Tally());
        boolean right = guess != null && guess.tag().equals(sample.language());
        boolean sure = guess != null && guess.confidence() >= LOCKS;
        tally.all++;
        tally.right += right ? 1 : 0;
        tally.sure += sure ? 1 : 0;
        tally.sureAndRight += sure && right ? 1 : 0;
        if (!right) {
            String answer = guess == null ? "nothing" : guess.tag();
            confusions.merge(sample.language() + " as " + answer, 1, Integer::sum);
        }
    }

    /** The mean of the languages' shares of right answers. */
    double accuracy(Kind kind) {
        return tallies.getOrDefault(kind, Map.of()).values().stream()
                .mapToDouble(Tally::accuracy)
                .average()
                .orElseThrow();
    }

    String table(String title) {
        StringBuilder table = new StringBuilder(title).append('\n');
        tallies.forEach((kind, languages) -> {
            int all = languages.values().stream().mapToInt(tally -> tally.all).sum();
            int sure = languages.values().stream().mapToInt(tally -> tally.sure).sum();
            int sureAndRight = languages.values().stream()
                    .mapToInt(tally -> tally.sureAndRight)
                    .sum();
            String worst = languages.entrySet().stream()
                    .sorted(Comparator.comparingDouble(entry -> entry.getValue().accuracy()))
                    .limit(WORST)
                    .map(entry -> String.format(
                            Locale.ROOT,
                            "%s %.2f",
                            entry.getKey(),
                            entry.getValue().accuracy()))
                    .collect(Collectors.joining(", "));
            table.append(String.format(
                    Locale.ROOT,
                    "  %-8s %.4f of %d; %.2f of them sure, %.4f of those right; worst %s%n",
                    kind.name().toLowerCase(Locale.ROOT),
                    accuracy(kind),
                    all,
                    (double) sure / all,
                    sure == 0 ? Double.NaN : (double) sureAndRight / sure,
                    worst));
        });
        String confused = confusions.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(2 * WORST)
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        return table.append("  confused: ").append(confused).append('\n').toString();
    }
}
