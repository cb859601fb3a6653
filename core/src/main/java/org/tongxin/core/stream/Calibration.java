package org.tongxin.core.stream;

import java.util.Arrays;

/**
 * Ranks a probability among the stream's own quiet steps, so that "one in a hundred" means it.
 *
 * <p>A method's probability is a statement of its model. The stream itself says how often the model has said as much when
 * nothing was the matter. Both are joined: with k of n quiet steps at most as probable as p, the calibrated value is
 * {@code (k + c p) / (n + c)}, the mean of a beta distribution in which the model's statement counts as c
 * steps. Where the model is right the value stays near p; where the stream is wilder than its model it grows; below the
 * resolution of n steps it goes on falling with p.
 *
 * <p>A step is not quiet when it was declared part of an outbreak, or when it lies in a run around a step that is rare
 * beyond chance; when that would take more than a fifth of the steps the model is wrong rather than the world, and only
 * the declared ones are left out. Immutable and safe for use by several threads.
 */
public final class Calibration {

    /** Quiet steps without which a stream is not calibrated. */
    public static final int LEAST_QUIET = 180;

    /** Steps back at most: older ones may be of another regime. Assumption: a year and a half of days. */
    static final int LONGEST = 548;

    /** Steps that the model's own statement counts as: as many as the least. Chosen on the injected sets. */
    static final double MODEL_STEPS = 180;

    private static final double BEYOND_CHANCE = 0.003;
    private static final double RUN = 0.16;
    private static final int LONGEST_RUN = 7;
    private static final double LARGEST_SHARE = 0.2;

    private final double[] sorted;

    private Calibration(double[] sorted) {
        this.sorted = sorted;
    }

    /**
     * From what the model said of the steps before.
     *
     * @param modelP {@code [step]}, oldest first: probabilities of the model; NaN where there is none
     * @param outbreak {@code [step]}: declared part of an outbreak by an analyst; as long as modelP
     */
    public static Calibration of(double[] modelP, boolean[] outbreak) {
        if (outbreak.length != modelP.length) {
            throw new IllegalArgumentException("The declared outbreaks (" + outbreak.length
                    + " steps) must be as long as the probabilities (" + modelP.length + ").");
        }
        int from = Math.max(0, modelP.length - LONGEST);
        double[] known = Arrays.copyOfRange(modelP, from, modelP.length);
        boolean[] declared = Arrays.copyOfRange(outbreak, from, outbreak.length);
        boolean[] loud = runs(known);
        boolean believed = share(loud) <= LARGEST_SHARE;
        double[] quiet = new double[known.length];
        int n = 0;
        for (int step = 0; step < known.length; step++) {
            boolean out = declared[step] || (believed && loud[step]);
            if (!Double.isNaN(known[step]) && !out) {
                quiet[n++] = known[step];
            }
        }
        double[] sorted = Arrays.copyOf(quiet, n);
        Arrays.sort(sorted);
        return new Calibration(sorted);
    }

    private static boolean[] runs(double[] modelP) {
        boolean[] loud = new boolean[modelP.length];
        for (int step = 0; step < modelP.length; step++) {
            if (modelP[step] < BEYOND_CHANCE) {
                loud[step] = true;
                spread(modelP, loud, step, 1);
                spread(modelP, loud, step, -1);
            }
        }
        return loud;
    }

    private static void spread(double[] modelP, boolean[] loud, int from, int direction) {
        for (int length = 1; length <= LONGEST_RUN; length++) {
            int step = from + direction * length;
            if (step < 0 || step >= modelP.length || modelP[step] >= RUN) {
                return;
            }
            loud[step] = true;
        }
    }

    private static double share(boolean[] loud) {
        int count = 0;
        for (boolean each : loud) {
            count += each ? 1 : 0;
        }
        return loud.length == 0 ? 0 : count / (double) loud.length;
    }

    /** Quiet steps that it rests on. */
    public int quietSteps() {
        return sorted.length;
    }

    /** Whether there are enough quiet steps to speak of. */
    public boolean calibrated() {
        return sorted.length >= LEAST_QUIET;
    }

    /** The calibrated value of a model's probability; the probability itself while there are too few quiet steps. */
    public double of(double modelP) {
        if (!calibrated()) {
            return modelP;
        }
        double n = sorted.length;
        return (atMost(modelP) + MODEL_STEPS * modelP) / (n + MODEL_STEPS);
    }

    /** The model's probability that is calibrated to {@code p}: the largest one not above it; 0 when there is none. */
    public double modelValueOf(double p) {
        if (!calibrated()) {
            return p;
        }
        double low = 0;
        double high = 1;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (of(middle) <= p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int atMost(double modelP) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= modelP) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
