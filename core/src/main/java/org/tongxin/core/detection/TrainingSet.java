package org.tongxin.core.detection;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tongxin.core.statistics.GroupedModel;

/**
 * What a Farrington method learns from for one tested point. Its arrays are not changed after it was made.
 *
 * @param counts {@code counts[row]}, known past counts
 * @param offset {@code offset[row]}, logarithm of the population; null when not wanted
 * @param model season group and time of each row
 * @param testedGroup the group of the tested point
 * @param testedOffset the offset of the tested point
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
record TrainingSet(
        double[] counts, double @Nullable [] offset, GroupedModel model, int testedGroup, double testedOffset) {

    /** Time is counted from the tested point, in steps of the series: only differences matter. */
    static final double TESTED_TIME = 0;

    /** Null when the tested point's own group has no known count. */
    static @Nullable TrainingSet of(
            CountSeries series, int tested, int[] points, int[] groupOfPoint, int testedGroup, boolean withOffset) {
        int[] compact = compactGroups(groupOfPoint, testedGroup);
        int group = testedGroup < compact.length ? compact[testedGroup] : -1;
        if (group < 0) {
            return null;
        }
        double[] counts = new double[points.length];
        double[] time = new double[points.length];
        int[] groups = new int[points.length];
        for (int row = 0; row < points.length; row++) {
            counts[row] = series.count(points[row]);
            time[row] = (series.days(points[row]) - series.days(tested)) / series.daysPerStep();
            groups[row] = compact[groupOfPoint[row]];
        }
        GroupedModel model = GroupedModel.of(Arrays.stream(compact).max().orElse(0) + 1, groups, time);
        double[] offset = withOffset ? logPopulation(series, points) : null;
        double testedOffset = withOffset ? Math.log(series.population(tested)) : 0;
        return new TrainingSet(counts, offset, model, group, testedOffset);
    }

    /** Numbers the groups that have points from 0 on; -1 for a group without points. */
    private static int[] compactGroups(int[] groupOfPoint, int testedGroup) {
        int[] compact =
                new int[Math.max(testedGroup, Arrays.stream(groupOfPoint).max().orElse(0)) + 1];
        Arrays.fill(compact, -1);
        for (int group : groupOfPoint) {
            compact[group] = 0;
        }
        int next = 0;
        for (int group = 0; group < compact.length; group++) {
            compact[group] = compact[group] == 0 ? next++ : -1;
        }
        return compact;
    }

    private static double[] logPopulation(CountSeries series, int[] points) {
        double[] offset = new double[points.length];
        for (int row = 0; row < points.length; row++) {
            offset[row] = Math.log(series.population(points[row]));
        }
        return offset;
    }

    double largestCount() {
        double largest = 0;
        for (double count : counts) {
            largest = Math.max(largest, count);
        }
        return largest;
    }

    GroupedModel model(boolean trend) {
        return trend ? model : model.withoutSlope();
    }
}
