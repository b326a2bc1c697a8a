package io.chatmgmt.accuracy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Compares what a detector said with what it should have said. Not thread-safe. */
final class Measures {

    private record Case(boolean label, double score, boolean decision) {}

    private final String name;
    private final List<Case> cases = new ArrayList<>();

    Measures(String name) {
        this.name = name;
    }

    void add(boolean label, double score, boolean decision) {
        cases.add(new Case(label, score, decision));
    }

    private long count(boolean label, boolean decision) {
        return cases.stream()
                .filter(one -> one.label == label && one.decision == decision)
                .count();
    }

    double precision() {
        return (double) count(true, true) / (count(true, true) + count(false, true));
    }

    double recall() {
        return (double) count(true, true) / (count(true, true) + count(true, false));
    }

    double f1() {
        return 2.0 * count(true, true) / (2.0 * count(true, true) + count(false, true) + count(true, false));
    }

    /** The share of the cases without the label that were taken for one with it. */
    double falseAlarms() {
        return (double) count(false, true) / (count(false, true) + count(false, false));
    }

    /** How often a case with the label scores higher than one without; equal scores count half. */
    double auc() {
        List<Case> sorted = new ArrayList<>(cases);
        sorted.sort(Comparator.comparingDouble(Case::score));
        double won = 0;
        long without = 0;
        for (int from = 0, to; from < sorted.size(); from = to) {
            to = from;
            long with = 0;
            while (to < sorted.size() && sorted.get(to).score == sorted.get(from).score) {
                with += sorted.get(to++).label ? 1 : 0;
            }
            long others = to - from - with;
            won += with * (without + others / 2.0);
            without += others;
        }
        return won / without / (sorted.size() - without);
    }

    /** The mean precision at each case with the label, the highest score first. */
    double averagePrecision() {
        List<Case> sorted = new ArrayList<>(cases);
        sorted.sort(Comparator.comparingDouble((Case one) -> -one.score).thenComparing(one -> one.label));
        double sum = 0;
        int with = 0;
        for (int rank = 0; rank < sorted.size(); rank++) {
            if (sorted.get(rank).label) {
                sum += (double) ++with / (rank + 1);
            }
        }
        return sum / with;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%-44s n %6d  P %.3f  R %.3f  F1 %.3f  AUC %.3f  false alarms %.2f %%",
                name,
                cases.size(),
                precision(),
                recall(),
                f1(),
                auc(),
                100 * falseAlarms());
    }
}
