package org.tongxin.core.scan;

/**
 * What a model expects in each zone and window, as sums of weights that are kept apart from their common factor: where the
 * weights are whole numbers the sums are exact in any order, and equal zones get equal likelihood ratios.
 */
final class Expectations {

    private final double[][] weightByWindowAndPlace;
    private final double numerator;
    private final double denominator;

    /** Expected = sum of {@code weightByWindowAndPlace[window][place]} · numerator / denominator. */
    Expectations(double[][] weightByWindowAndPlace, double numerator, double denominator) {
        this.weightByWindowAndPlace = weightByWindowAndPlace;
        this.numerator = numerator;
        this.denominator = denominator;
    }

    double[] weights(int window) {
        return weightByWindowAndPlace[window];
    }

    int windows() {
        return weightByWindowAndPlace.length;
    }

    double expected(double weight) {
        return weight * numerator / denominator;
    }

    double totalWeight(int window) {
        double sum = 0;
        for (double weight : weightByWindowAndPlace[window]) {
            sum += weight;
        }
        return sum;
    }
}
