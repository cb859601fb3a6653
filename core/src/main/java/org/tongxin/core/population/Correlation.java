package org.tongxin.core.population;

import java.util.function.IntUnaryOperator;

/** Pearson's coefficient with weights. */
final class Correlation {

    private static final double FLAT = 1e-9;

    private Correlation() {}

    /** 1 where both are flat, 0 where one is. */
    static double weighted(double[] first, double[] second, IntUnaryOperator weight) {
        double meanFirst = mean(first, weight);
        double meanSecond = mean(second, weight);
        double both = 0;
        double ofFirst = 0;
        double ofSecond = 0;
        for (int i = 0; i < first.length; i++) {
            double a = first[i] - meanFirst;
            double b = second[i] - meanSecond;
            both += weight.applyAsInt(i) * a * b;
            ofFirst += weight.applyAsInt(i) * a * a;
            ofSecond += weight.applyAsInt(i) * b * b;
        }
        boolean firstFlat = isFlat(ofFirst, meanFirst, first.length);
        boolean secondFlat = isFlat(ofSecond, meanSecond, second.length);
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

    private static boolean isFlat(double spread, double mean, int values) {
        return spread <= FLAT * values * Math.max(mean * mean, FLAT);
    }
}
