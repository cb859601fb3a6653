package org.tongxin.core.scan;

/**
 * Finds the largest statistic of a simulated world; which zone has it does not matter.
 *
 * <p><b>Idea.</b> Along the places around a centre, one addition adds a place's cases in several windows at once
 * ({@link Lanes}), and one more with one mask tells whether any of these windows can beat the largest statistic found so
 * far ({@link Thresholds}). Only then are ratios computed. The thresholds rise with the largest statistic, so nearly all
 * zones cost a few instructions for each word of windows and no logarithm. The result is exact: thresholds are lower
 * bounds.
 *
 * <p><b>Cost.</b> Zones · words, about a nanosecond each. Holds state: one for each thread.
 */
final class ReplicaScan {

    private final Zones zones;
    private final int[] entries;
    private final Expectations expectations;
    private final LikelihoodRatio ratio;
    private final int minCases;
    private final Lanes lanes;
    private final Thresholds thresholds;

    private double largest;
    private long[][] distances = new long[0][];

    ReplicaScan(
            GradedZones graded,
            Expectations expectations,
            LikelihoodRatio ratio,
            int minCases,
            Lanes lanes,
            Thresholds thresholds) {
        this.zones = graded.zones();
        this.entries = graded.entries();
        this.expectations = expectations;
        this.ratio = ratio;
        this.minCases = minCases;
        this.lanes = lanes;
        this.thresholds = thresholds;
    }

    /** The largest statistic of this world; 0 when no zone stands out. */
    double largest(Tally tally) {
        largest = 0;
        distances = thresholds.distancesUpTo(0);
        for (int word = 0; word < lanes.words(); word++) {
            for (int centre = 0; centre < zones.centres(); centre++) {
                look(tally.word(word), word, zones.start(centre), zones.start(centre + 1));
            }
        }
        return largest;
    }

    private void look(long[] casesByPlace, int word, int start, int end) {
        long highBits = lanes.highBits();
        long[] distance = distances[word];
        long cases = 0;
        for (int entry = start; entry < end; entry++) {
            int graded = entries[entry];
            cases += casesByPlace[GradedZones.member(graded)];
            long reached = cases + distance[GradedZones.grade(graded)] & highBits;
            if (reached != 0) {
                lookCloser(cases, word, reached, start, entry);
                distance = distances[word];
            }
        }
    }

    private void lookCloser(long cases, int word, long reached, int start, int entry) {
        for (long left = reached; left != 0; left &= left - 1) {
            int window = lanes.firstWindow(word, left);
            int count = lanes.count(cases, window);
            double expected = expected(window, start, entry);
            if (count >= minCases && count > expected) {
                raise(ratio.of(count, expected));
            }
        }
    }

    private double expected(int window, int start, int end) {
        double[] weights = expectations.weights(window);
        double weight = 0;
        for (int entry = start; entry <= end; entry++) {
            weight += weights[GradedZones.member(entries[entry])];
        }
        return expectations.expected(weight);
    }

    private void raise(double statistic) {
        if (statistic > largest) {
            largest = statistic;
            distances = thresholds.distancesUpTo(statistic);
        }
    }
}
