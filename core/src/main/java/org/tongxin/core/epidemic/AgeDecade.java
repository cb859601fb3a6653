package org.tongxin.core.epidemic;

/** Decades of age by which susceptibility and severity are told: 0-9, 10-19, …, 80-89, 90 and older. */
public final class AgeDecade {

    /** Number of bands. */
    public static final int COUNT = 10;

    private static final int YEARS = 10;

    private AgeDecade() {}

    /** The band of an age in years, 0 .. {@value #COUNT} - 1. */
    public static int of(int years) {
        return Math.min(years / YEARS, COUNT - 1);
    }
}
