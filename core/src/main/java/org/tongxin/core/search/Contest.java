package org.tongxin.core.search;

import java.util.Arrays;
import java.util.stream.IntStream;

/** One selection under way: sums, variances of differences, and who remains. One instance belongs to one thread. */
final class Contest {

    private final KimNelson rules;
    private final double factor;
    private final double[] sum;
    /** At [i][j]: variance of the difference of i and j in the first stage. */
    private final double[][] variance;

    private double[][] firstStage = new double[0][];
    private int[] left;
    private int observations;
    private long drawn;

    Contest(KimNelson rules, int candidates) {
        this.rules = rules;
        factor = candidates > 1 ? rules.boundFactor(candidates) : 0;
        sum = new double[candidates];
        variance = new double[candidates][candidates];
        left = IntStream.range(0, candidates).toArray();
    }

    void begin(double[][] first) {
        firstStage = first;
        for (int i = 0; i < first.length; i++) {
            for (int j = 0; j < i; j++) {
                variance[i][j] = Paired.of(first[i], first[j]).variance();
                variance[j][i] = variance[i][j];
            }
        }
        add(first);
    }

    void add(double[][] more) {
        for (int i = 0; i < left.length; i++) {
            sum[left[i]] += Arrays.stream(more[i]).sum();
        }
        observations += more[0].length;
        drawn += (long) left.length * more[0].length;
        int[] before = left;
        left = Arrays.stream(before).filter(each -> !isBeaten(each, before)).toArray();
    }

    private boolean isBeaten(int candidate, int[] others) {
        return Arrays.stream(others).anyMatch(other -> sum[candidate] - sum[other] > bound(candidate, other));
    }

    private double bound(int one, int other) {
        double delta = rules.indifference();
        return Math.max(0, (factor * variance[one][other] / delta - delta * observations) / 2);
    }

    /** One is left, or the region of every pair that is left has closed. */
    boolean isOver() {
        return left.length == 1
                || Arrays.stream(left)
                        .allMatch(one -> Arrays.stream(left).allMatch(other -> one == other || isClosed(one, other)));
    }

    private boolean isClosed(int one, int other) {
        return observations > factor * variance[one][other] / rules.indifference() / rules.indifference();
    }

    int[] remaining() {
        return left.clone();
    }

    int observations() {
        return observations;
    }

    Selection result() {
        int best = left[0];
        for (int each : left) {
            best = sum[each] < sum[best] ? each : best;
        }
        return new Selection(best, Arrays.stream(left).boxed().toList(), observations, drawn, isOver(), skewness(best));
    }

    private double skewness(int best) {
        double largest = 0;
        for (double[] other : firstStage) {
            if (other != firstStage[best]) {
                largest = Math.max(largest, Paired.of(firstStage[best], other).skewnessInErrors());
            }
        }
        return largest;
    }
}
