package org.tongxin.core.detection;

/** Mean and sample standard deviation (divisor n - 1) of a run of counts; both NaN when a count is missing. */
record BaseWindow(double mean, double deviation) {

    private static final BaseWindow INCOMPLETE = new BaseWindow(Double.NaN, Double.NaN);

    /** The counts from {@code start} (inclusive) to {@code end} (exclusive). */
    static BaseWindow of(double[] counts, int start, int end, double minDeviation) {
        if (start < 0) {
            return INCOMPLETE;
        }
        double mean = mean(counts, start, end);
        if (Double.isNaN(mean)) {
            return INCOMPLETE;
        }
        double squares = 0;
        for (int index = start; index < end; index++) {
            squares += (counts[index] - mean) * (counts[index] - mean);
        }
        double deviation = Math.sqrt(squares / (end - start - 1));
        return new BaseWindow(mean, Math.max(deviation, minDeviation));
    }

    boolean isComplete() {
        return !Double.isNaN(mean);
    }

    /** A constant window has exactly its constant as mean, so that rounding cannot turn "as always" into an alarm. */
    private static double mean(double[] counts, int start, int end) {
        double sum = 0;
        boolean constant = true;
        for (int index = start; index < end; index++) {
            sum += counts[index];
            constant &= counts[index] == counts[start];
        }
        return constant ? counts[start] : sum / (end - start);
    }
}
