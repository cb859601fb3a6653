package org.tongxin.core.population;

import java.util.function.IntUnaryOperator;

/** Pearson's coefficient with weights. */
final class Correlation {

    /** A spread of a ten-thousandth of the mean is rounding in a published table. */
    private static final double FLAT = 1e-8;

    private Correlation() {}

    /** 1 where both are flat, 0 where one is. */
    static double weighted(double[] first, double[] second, IntUnaryOperator weight) {
        double meanFirst = mean(first, weight);
        double meanSecond = mean(second, weight);
        double both = 0;
        double ofFirst = 0;
        double ofSecond = 0;
        double weights = 0;
        for (int i = 0; i < first.length; i++) {
            double a = first[i] - meanFirst;
            double b = second[i] - meanSecond;
            weights += weight.applyAsInt(i);
            both += weight.applyAsInt(i) * a * b;
            ofFirst += weight.applyAsInt(i) * a * a;
            ofSecond += weight.applyAsInt(i) * b * b;
        }
        boolean firstFlat = ofFirst <= FLAT * weights * meanFirst * meanFirst;
        boolean secondFlat = ofSecond <= FLAT * weights * meanSecond * meanSecond;
        if (firstFlat || secondFlat) {
            return firstFlat && secondFlat ? 1 : 0;
        }
        return both / Math.sqrt(ofFirst * ofSecond);
    }

    private static double mean(double[] values, IntUnaryOperator weight) {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weight.applyAsInt(i) * values[i];
            weights += weight.applyAsInt(i);
        }
        return weights == 0 ? 0 : sum / weights;
    }
}
