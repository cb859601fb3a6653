package org.tongxin.core.statistics;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A level for each group and, if wanted, one slope common to all: analysis of covariance. Column g is 1 for the rows of
 * group g; the last column is the covariate. Solved in one pass over the rows with weighted means inside each group,
 * which is faster than a matrix and more exact. Immutable and safe for use by several threads.
 */
public final class GroupedModel implements LinearModel {

    private final int groups;
    private final int[] groupOfRow;
    private final double @Nullable [] covariate;

    private GroupedModel(int groups, int[] groupOfRow, double @Nullable [] covariate) {
        this.groups = groups;
        this.groupOfRow = groupOfRow;
        this.covariate = covariate;
    }

    /**
     * A model of these groups.
     *
     * @param groups number of groups, at least 1; each must have a row
     * @param groupOfRow {@code groupOfRow[row]}, 0 .. groups - 1; copied
     * @param covariate {@code covariate[row]}, finite, copied; null for no slope
     * @throws IllegalArgumentException when an argument is outside its range
     */
    public static GroupedModel of(int groups, int[] groupOfRow, double @Nullable [] covariate) {
        checkGroups(groups, groupOfRow);
        if (covariate == null) {
            return new GroupedModel(groups, groupOfRow.clone(), null);
        }
        if (covariate.length != groupOfRow.length || !Arrays.stream(covariate).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("The covariate (" + covariate.length
                    + " values) must hold one finite value for each of " + groupOfRow.length + " rows.");
        }
        return new GroupedModel(groups, groupOfRow.clone(), covariate.clone());
    }

    private static void checkGroups(int groups, int[] groupOfRow) {
        boolean[] present = new boolean[Math.max(0, groups)];
        for (int group : groupOfRow) {
            if (group < 0 || group >= groups) {
                throw new IllegalArgumentException("The group (" + group + ") must lie in 0.." + (groups - 1) + ".");
            }
            present[group] = true;
        }
        for (int group = 0; group < groups; group++) {
            if (!present[group]) {
                throw new IllegalArgumentException("Group " + group + " has no row. Leave empty groups out.");
            }
        }
        if (groups < 1) {
            throw new IllegalArgumentException("There must be at least 1 group (" + groups + " given).");
        }
    }

    /** The same groups without the slope. */
    public GroupedModel withoutSlope() {
        return new GroupedModel(groups, groupOfRow, null);
    }

    /** A point of the given group and covariate, to be used with {@link LinearSolution#value}. */
    public double[] predictors(int group, double covariateValue) {
        double[] predictors = new double[columns()];
        predictors[group] = 1;
        if (covariate != null) {
            predictors[groups] = covariateValue;
        }
        return predictors;
    }

    @Override
    public int rows() {
        return groupOfRow.length;
    }

    @Override
    public int columns() {
        return hasSlope() ? groups + 1 : groups;
    }

    /** Whether there is a common slope. */
    public boolean hasSlope() {
        return covariate != null;
    }

    /** Number of groups; also the column of the slope. */
    public int groups() {
        return groups;
    }

    int group(int row) {
        return groupOfRow[row];
    }

    double covariate(int row) {
        return covariate == null ? 0 : covariate[row];
    }

    @Override
    public LinearSolution solve(double[] weights, double[] response) {
        return GroupedSolution.of(this, weights, response);
    }
}
