package org.tongxin.core.forecast;

import java.util.Arrays;
import org.tongxin.core.random.SequentialRandom;
import org.tongxin.core.random.Variates;

/**
 * Moves resampled copies of a parameter apart again, after Liu and West [3 in the package documentation]: each is drawn a
 * little to the common mean and then disturbed, so that mean and variance of the cloud stay what they are.
 */
final class Jitter {

    private final double shrinkage;
    private final double disturbance;

    /** @param discount above 0.5, at most 1 */
    Jitter(double discount) {
        shrinkage = (3 * discount - 1) / (2 * discount);
        disturbance = Math.sqrt(1 - shrinkage * shrinkage);
    }

    /** Changes equally weighted values in place. */
    void move(double[] values, SequentialRandom random) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        double deviation = Math.sqrt(squares / values.length);
        for (int index = 0; index < values.length; index++) {
            values[index] = shrinkage * values[index]
                    + (1 - shrinkage) * mean
                    + disturbance * deviation * Variates.normal(random);
        }
    }
}
