package org.tongxin.core.epidemic;

import java.util.Arrays;

/**
 * Protection that people have at the start, by vaccination or infection before.
 *
 * @param coverage share of protected people, by {@link AgeDecade}; copied
 * @param protection what it does
 */
public record Immunity(double[] coverage, Measure.Protection protection) {

    /** Nobody is protected. */
    public static final Immunity NONE = new Immunity(new double[AgeDecade.COUNT], Measure.Protection.NONE);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when there is not one share of 0..1 for each age band
     */
    public Immunity {
        coverage = coverage.clone();
        if (coverage.length != AgeDecade.COUNT
                || !Arrays.stream(coverage).allMatch(share -> share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("The coverage needs " + AgeDecade.COUNT + " shares of 0..1, but is "
                    + Arrays.toString(coverage) + ".");
        }
    }

    /** By age band; a copy. */
    @Override
    public double[] coverage() {
        return coverage.clone();
    }
}
