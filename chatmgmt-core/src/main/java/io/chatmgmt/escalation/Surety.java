package io.chatmgmt.escalation;

import io.chatmgmt.conversation.Signal;
import io.chatmgmt.conversation.Strength;
import java.util.List;

/** How sure a detector is, from the sums of what it has learned. */
final class Surety {

    /** The scores that a signal may have are this many; more would say more than a detector knows. */
    private static final int STEPS = 1_000;

    /** One signal for each score of a message in which nothing was heard, since that is most of them. */
    private static final Signal[] UNHEARD = unheard();

    private Surety() {}

    /** The probability that belongs to a sum, by the logistic function. */
    static double of(double sum) {
        return 1 / (1 + Math.exp(-sum));
    }

    /** The score in steps of a thousandth, within 0 to 1. */
    static double rounded(double score) {
        return (double) step(score) / STEPS;
    }

    /** Nothing heard, and how near it was. */
    static Signal unheard(double score) {
        return UNHEARD[step(score)];
    }

    private static int step(double score) {
        return (int) (Math.min(Math.max(score, 0), 1) * STEPS + 0.5);
    }

    private static Signal[] unheard() {
        Signal[] signals = new Signal[STEPS + 1];
        signals[0] = Signal.NONE;
        for (int step = 1; step <= STEPS; step++) {
            signals[step] = new Signal((double) step / STEPS, Strength.NONE, List.of());
        }
        return signals;
    }
}
