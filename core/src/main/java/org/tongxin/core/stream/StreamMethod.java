package org.tongxin.core.stream;

/** How an expectation was made; which one is chosen follows from the length of the history. */
public enum StreamMethod {
    /** Too little history: the stream's fixed threshold. */
    FIXED_THRESHOLD,
    /** Mean and deviation of seven counts, two counts before the tested one left out: EARS C2, deviation floored. */
    EARS_C2_FLOORED,
    /** Quasi-Poisson regression on weekday and holiday; for weeks on the level alone. */
    REGRESSION,
    /** The same with a trend. */
    REGRESSION_TREND,
    /** The same with a trend and the season of the year; for weeks the harmonic form of Farrington's regression. */
    REGRESSION_SEASON;

    public boolean regression() {
        return ordinal() >= REGRESSION.ordinal();
    }
}
