package org.tongxin.core.detection;

/** The three methods of the Early Aberration Reporting System (EARS); see {@link Ears} for what each computes. */
public enum EarsMethod {
    /** Base window directly before the tested point. */
    C1(0.001, 0, 0),
    /** Base window that ends two points earlier, so that the start of an outbreak does not raise its own bound. */
    C2(0.001, 2, 0),
    /** C2 that also counts the excess of the two points before: sensitive to slow rises. */
    C3(0.025, 2, 2);

    private final double defaultAlpha;
    private final int guardBand;
    private final int memory;

    EarsMethod(double defaultAlpha, int guardBand, int memory) {
        this.defaultAlpha = defaultAlpha;
        this.guardBand = guardBand;
        this.memory = memory;
    }

    /** Probability of a false alarm used when none is set: 0.001 for C1 and C2, 0.025 for C3, as in Salmon et al. 2016. */
    public double defaultAlpha() {
        return defaultAlpha;
    }

    /** Number of points between the base window and the tested point. */
    int guardBand() {
        return guardBand;
    }

    /** Number of earlier points whose own excess counts. */
    int memory() {
        return memory;
    }
}
