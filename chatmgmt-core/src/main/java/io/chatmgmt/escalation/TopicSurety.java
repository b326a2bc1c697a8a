package io.chatmgmt.escalation;

/**
 * How sure a model may be of its best topic, learned from how it did on examples that it had not seen.
 *
 * @param floor a best margin below it is out of scope
 * @param margin what a wide margin adds to the log-odds of being right
 * @param lead what the distance to the second-best topic adds
 * @param base the log-odds of being right with neither
 */
record TopicSurety(float floor, double margin, double lead, double base) {

    /** The probability that a topic with this margin and lead is the right one. */
    double score(float best, float second) {
        return 1 / (1 + StrictMath.exp(-(base + margin * best + lead * (best - second))));
    }

    /** The topic with the widest margin, the first of equals. */
    static int first(float[] margins) {
        int first = 0;
        for (int topic = 1; topic < margins.length; topic++) {
            first = margins[topic] > margins[first] ? topic : first;
        }
        return first;
    }

    /** The widest margin but one; that of being out of scope where there is no other topic. */
    static float second(float[] margins, int first) {
        float second = -1;
        for (int topic = 0; topic < margins.length; topic++) {
            second = topic == first ? second : Math.max(second, margins[topic]);
        }
        return second;
    }
}
