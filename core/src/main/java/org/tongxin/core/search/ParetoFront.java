package org.tongxin.core.search;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which points are not beaten by another in all aims, and where the front bends. All aims are to be small.
 *
 * <p><b>Knees.</b> Each aim is scaled to 0..1 between its smallest and largest value on the front. For each of many weightings
 * of the aims, evenly spread over all of them (Das and Dennis' lattice [2]), the best point gains what would be lost if it were
 * not there: the distance to the second best. The mean gain over all weightings is the point's bend, its <em>expected
 * marginal utility</em> [1]: large where a little of one aim buys much of another, and 0 for a point that is nobody's first
 * choice. Knees are the points whose bend is at least half of the largest.
 *
 * <p><b>Cost.</b> Points squared times aims for the front; weightings (some hundreds) times points times aims for the knees.
 * <b>Where it fails.</b> Points hidden in a hollow of the front are nobody's first choice under any weighting of sums; they are
 * on the front all the same. Means with noise make the front ragged: look at the intervals.
 *
 * <p>Sources: [1] Branke, Deb, Dierolf, Osswald: Finding knees in multi-objective optimization, PPSN VIII, 2004, 722-731.
 * [2] Das, Dennis: Normal-boundary intersection, SIAM Journal on Optimization 8 (1998) 631-657.
 */
public final class ParetoFront {

    /** Share of the largest bend from which on a point is a knee. */
    private static final double KNEE_FROM = 0.5;

    /** So many weightings at least, where there are two aims or more. */
    private static final int WEIGHTINGS = 200;

    private final double[][] points;
    private final List<Integer> members;
    private final double[] bend;

    private ParetoFront(double[][] points, List<Integer> members, double[] bend) {
        this.points = points;
        this.members = members;
        this.bend = bend;
    }

    /**
     * The front of points.
     *
     * @param given at [point][aim], all of equal length 1 or more, finite
     */
    public static ParetoFront of(double[][] given) {
        double[][] points = Arrays.stream(given).map(double[]::clone).toArray(double[][]::new);
        List<Integer> members = IntStream.range(0, points.length)
                .filter(each -> Arrays.stream(points).noneMatch(other -> dominates(other, points[each])))
                .boxed()
                .toList();
        double[] bend = new double[points.length];
        if (!members.isEmpty()) {
            addBends(bend, members, scaled(points, members));
        }
        return new ParetoFront(points, members, bend);
    }

    /** Whether one point is at least as good in every aim and better in one. */
    static boolean dominates(double[] one, double[] other) {
        boolean better = false;
        for (int aim = 0; aim < one.length; aim++) {
            if (one[aim] > other[aim]) {
                return false;
            }
            better |= one[aim] < other[aim];
        }
        return better;
    }

    private static double[][] scaled(double[][] points, List<Integer> members) {
        double[][] scaled = members.stream().map(each -> points[each].clone()).toArray(double[][]::new);
        for (int aim = 0; aim < scaled[0].length; aim++) {
            int of = aim;
            double least =
                    Arrays.stream(scaled).mapToDouble(each -> each[of]).min().orElseThrow();
            double most =
                    Arrays.stream(scaled).mapToDouble(each -> each[of]).max().orElseThrow();
            for (double[] each : scaled) {
                each[of] = most > least ? (each[of] - least) / (most - least) : 0;
            }
        }
        return scaled;
    }

    private static void addBends(double[] bend, List<Integer> members, double[][] scaled) {
        List<double[]> weightings = Weightings.of(scaled[0].length, WEIGHTINGS);
        for (double[] weights : weightings) {
            double best = Double.POSITIVE_INFINITY;
            double second = Double.POSITIVE_INFINITY;
            int first = 0;
            for (int i = 0; i < scaled.length; i++) {
                double value = sum(weights, scaled[i]);
                if (value < best) {
                    second = best;
                    best = value;
                    first = i;
                } else {
                    second = Math.min(second, value);
                }
            }
            if (second < Double.POSITIVE_INFINITY) {
                bend[members.get(first)] += (second - best) / weightings.size();
            }
        }
    }

    private static double sum(double[] weights, double[] point) {
        double sum = 0;
        for (int aim = 0; aim < weights.length; aim++) {
            sum += weights[aim] * point[aim];
        }
        return sum;
    }

    /** Numbers of the points on the front, rising. */
    public List<Integer> members() {
        return members;
    }

    /** Whether a point is on the front. */
    public boolean contains(int point) {
        return members.contains(point);
    }

    /**
     * Members of the front that are at least as good as a point in every aim and better in one, rising; empty for a member. A
     * point away from the front is always beaten by one of them.
     */
    public List<Integer> beatenBy(int point) {
        return members.stream()
                .filter(each -> dominates(points[each], points[point]))
                .toList();
    }

    /** Expected marginal utility of a point, in shares of the range of the aims, 0 or more; 0 away from the front. */
    public double bend(int point) {
        return bend[point];
    }

    /** Numbers of the knees, the sharpest first. Empty where no point is bent, as on a front of one. */
    public List<Integer> knees() {
        double sharpest = Arrays.stream(bend).max().orElse(0);
        return members.stream()
                .filter(each -> bend[each] > 0 && bend[each] >= KNEE_FROM * sharpest)
                .sorted((one, other) -> Double.compare(bend[other], bend[one]))
                .toList();
    }
}
