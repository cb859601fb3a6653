package org.tongxin.core.search;

/** Mean, variance and skewness of the differences between two candidates, observation by observation. */
record Paired(int number, double mean, double variance, double skewness) {

    /** Of one minus other; variance with n - 1, skewness 0 when all differences are equal. */
    static Paired of(double[] one, double[] other, int number) {
        double mean = 0;
        for (int i = 0; i < number; i++) {
            mean += (one[i] - other[i]) / number;
        }
        double squares = 0;
        double cubes = 0;
        for (int i = 0; i < number; i++) {
            double deviation = one[i] - other[i] - mean;
            squares += deviation * deviation;
            cubes += deviation * deviation * deviation;
        }
        double skewness = squares > 0 ? cubes / number / Math.pow(squares / number, 1.5) : 0;
        return new Paired(number, mean, squares / (number - 1), skewness);
    }

    static Paired of(double[] one, double[] other) {
        return of(one, other, one.length);
    }

    /** Half the width of a one-sided interval of the mean. @param tail probability left out, below 0.5 */
    double bound(double tail) {
        return StudentQuantile.upper(tail, number - 1.0) * error();
    }

    /** Standard error of the mean. */
    double error() {
        return Math.sqrt(variance / number);
    }

    /**
     * How far the skewness is from that of a normal sample, in standard errors of the latter (Joanes and Gill, The
     * Statistician 47 (1998) 183-189).
     */
    double skewnessInErrors() {
        double n = number;
        return Math.abs(skewness)
                / Math.sqrt(6 * n * (n - 1) / ((n - 2) * (n + 1) * (n + 3)))
                * Math.sqrt(n * (n - 1))
                / (n - 2);
    }
}
