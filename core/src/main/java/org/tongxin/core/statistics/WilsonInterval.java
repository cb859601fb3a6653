package org.tongxin.core.statistics;

/**
 * The interval in which a proportion lies, from so many successes in so many trials.
 *
 * <p>It stays inside 0..1 and keeps a sensible width where all or none succeeded, as the textbook interval does not.
 * Source: Wilson, Journal of the American Statistical Association 22 (1927) 209-212. Immutable and safe for use by several
 * threads.
 *
 * @param low lower end, 0 to 1
 * @param high upper end, 0 to 1
 */
public record WilsonInterval(double low, double high) {

    /**
     * The interval that covers the proportion with a confidence.
     *
     * @param successes 0 to {@code trials}
     * @param trials 1 or more
     * @param confidence above 0 and below 1, such as 0.95
     * @throws IllegalArgumentException when a value is outside its range
     */
    public static WilsonInterval of(int successes, int trials, double confidence) {
        if (trials < 1 || successes < 0 || successes > trials) {
            throw new IllegalArgumentException("The successes (" + successes + ") must lie in 0.." + trials
                    + ", of 1 trial or more. Without a trial nothing can be said.");
        }
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("The confidence (" + confidence + ") must lie above 0 and below 1.");
        }
        double z = NormalDistribution.upperQuantile((1 - confidence) / 2);
        double share = successes / (double) trials;
        double scale = 1 + z * z / trials;
        double middle = (share + z * z / (2 * trials)) / scale;
        double half = z * Math.sqrt(share * (1 - share) / trials + z * z / (4.0 * trials * trials)) / scale;
        return new WilsonInterval(Math.max(0, middle - half), Math.min(1, middle + half));
    }
}
