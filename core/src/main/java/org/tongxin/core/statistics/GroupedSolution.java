package org.tongxin.core.statistics;

/** Levels and common slope of a {@link GroupedModel}. */
final class GroupedSolution implements LinearSolution {

    private final GroupedModel model;
    private final double[] weight;
    private final double[] centre;
    private final double[] level;
    private double slope;
    private double spread;

    private GroupedSolution(GroupedModel model) {
        this.model = model;
        this.weight = new double[model.groups()];
        this.centre = new double[model.groups()];
        this.level = new double[model.groups()];
    }

    static GroupedSolution of(GroupedModel model, double[] weights, double[] response) {
        GroupedSolution solution = new GroupedSolution(model);
        solution.average(weights, response);
        if (model.hasSlope()) {
            solution.regress(weights, response);
        }
        return solution;
    }

    /** Weighted means of covariate and response in each group. */
    private void average(double[] weights, double[] response) {
        for (int row = 0; row < weights.length; row++) {
            int group = model.group(row);
            weight[group] += weights[row];
            centre[group] += weights[row] * model.covariate(row);
            level[group] += weights[row] * response[row];
        }
        for (int group = 0; group < weight.length; group++) {
            centre[group] /= weight[group];
            level[group] /= weight[group];
        }
    }

    /** The slope of the deviations from the means; afterwards the levels are those at covariate 0. */
    private void regress(double[] weights, double[] response) {
        double product = 0;
        double square = 0;
        for (int row = 0; row < weights.length; row++) {
            int group = model.group(row);
            double distance = model.covariate(row) - centre[group];
            square += weights[row] * distance * distance;
            product += weights[row] * distance * (response[row] - level[group]);
        }
        spread = square;
        slope = product / square;
        for (int group = 0; group < level.length; group++) {
            level[group] -= slope * centre[group];
        }
    }

    @Override
    public boolean isDetermined() {
        boolean determined = !model.hasSlope() || (spread > 0 && Double.isFinite(slope));
        for (int group = 0; group < level.length; group++) {
            determined &= weight[group] > 0 && Double.isFinite(level[group]);
        }
        return determined;
    }

    @Override
    public double coefficient(int column) {
        return column < level.length ? level[column] : slope;
    }

    @Override
    public double coefficientVariance(int column) {
        return column < level.length ? variance(column, 0) : 1 / spread;
    }

    @Override
    public double fitted(int row) {
        return level[model.group(row)] + slope * model.covariate(row);
    }

    @Override
    public double fittedVariance(int row) {
        return variance(model.group(row), model.covariate(row));
    }

    private double variance(int group, double covariate) {
        double distance = covariate - centre[group];
        return 1 / weight[group] + (model.hasSlope() ? distance * distance / spread : 0);
    }

    @Override
    public double value(double[] predictors) {
        double sum = model.hasSlope() ? slope * predictors[level.length] : 0;
        for (int group = 0; group < level.length; group++) {
            sum += level[group] * predictors[group];
        }
        return sum;
    }

    @Override
    public double valueVariance(double[] predictors) {
        double distance = model.hasSlope() ? predictors[level.length] : 0;
        double sum = 0;
        for (int group = 0; group < level.length; group++) {
            distance -= predictors[group] * centre[group];
            sum += predictors[group] * predictors[group] / weight[group];
        }
        return sum + (model.hasSlope() ? distance * distance / spread : 0);
    }
}
