package io.chatmgmt.accuracy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Scores of things that are so, and of things that are not: how well the one stand above the other. */
final class Ranking {

    private record Scored(double score, boolean positive) {}

    private final List<Scored> scores = new ArrayList<>();

    void add(double score, boolean positive) {
        scores.add(new Scored(score, positive));
    }

    /** The probability that a positive thing scores above a negative one; equal scores count half. */
    double auc() {
        scores.sort(Comparator.comparingDouble(Scored::score));
        double ranks = 0;
        double positives = 0;
        int start = 0;
        while (start < scores.size()) {
            int end = start;
            while (end < scores.size()
                    && scores.get(end).score() == scores.get(start).score()) {
                end++;
            }
            for (int i = start; i < end; i++) {
                if (scores.get(i).positive()) {
                    ranks += (start + end + 1) / 2.0;
                    positives++;
                }
            }
            start = end;
        }
        return (ranks - positives * (positives + 1) / 2) / (positives * (scores.size() - positives));
    }
}
