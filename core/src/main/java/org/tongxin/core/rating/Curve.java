package org.tongxin.core.rating;

import java.util.Arrays;

/**
 * Maps an indicator to 0..1 by straight lines between published points; level beyond the first and the last. Immutable.
 *
 * @param at {@code [point]}: values of the indicator, rising
 * @param share {@code [point]}: 0 to 1 at that value, never falling for a curve that rises with danger, never rising for
 *     one that falls
 */
public record Curve(double[] at, double[] share) {

    /** @throws IllegalArgumentException when the points do not make a monotone curve; the message names the value */
    public Curve {
        at = at.clone();
        share = share.clone();
        if (at.length < 2 || at.length != share.length) {
            throw new IllegalArgumentException("A curve needs at least 2 points and a share for each; it has "
                    + at.length + " values and " + share.length + " shares.");
        }
        double direction = Math.signum(share[share.length - 1] - share[0]);
        for (int point = 0; point < at.length; point++) {
            if (!Double.isFinite(at[point])) {
                throw new IllegalArgumentException("The value (" + at[point] + ") of a curve must be a finite number.");
            }
            if (!(share[point] >= 0 && share[point] <= 1)) {
                throw new IllegalArgumentException("The share (" + share[point] + ") of a curve must lie in 0..1.");
            }
            if (point > 0 && !(at[point] > at[point - 1])) {
                throw new IllegalArgumentException(
                        "The values of a curve must rise; " + at[point] + " follows " + at[point - 1] + ".");
            }
            double step = point == 0 ? 0 : Math.signum(share[point] - share[point - 1]);
            if (step != 0 && step != direction) {
                throw new IllegalArgumentException("The shares of a curve must go one way; " + share[point]
                        + " follows " + share[point - 1] + ".");
            }
        }
    }

    @Override
    public double[] at() {
        return at.clone();
    }

    @Override
    public double[] share() {
        return share.clone();
    }

    /** The share of a value, 0 to 1. */
    public double of(double value) {
        if (value <= at[0]) {
            return share[0];
        }
        for (int point = 1; point < at.length; point++) {
            if (value <= at[point]) {
                double part = (value - at[point - 1]) / (at[point] - at[point - 1]);
                return share[point - 1] + part * (share[point] - share[point - 1]);
            }
        }
        return share[share.length - 1];
    }

    /** A share kept within those that the curve reaches. */
    double within(double target) {
        double first = share[0];
        double last = share[share.length - 1];
        return Math.clamp(target, Math.min(first, last), Math.max(first, last));
    }

    /**
     * The value nearest to {@code from} at which the share is {@code target}: where an indicator would have to go.
     *
     * @return NaN when the curve never reaches the target
     */
    public double valueOf(double target, double from) {
        double nearest = Double.NaN;
        for (int point = 1; point < at.length; point++) {
            double low = Math.min(share[point - 1], share[point]);
            double high = Math.max(share[point - 1], share[point]);
            if (target >= low && target <= high) {
                double span = share[point] - share[point - 1];
                double value = span == 0
                        ? Math.clamp(from, at[point - 1], at[point])
                        : at[point - 1] + (target - share[point - 1]) / span * (at[point] - at[point - 1]);
                nearest = Double.isNaN(nearest) || Math.abs(value - from) < Math.abs(nearest - from) ? value : nearest;
            }
        }
        return nearest;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Curve that && Arrays.equals(at, that.at) && Arrays.equals(share, that.share);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(at) + Arrays.hashCode(share);
    }

    @Override
    public String toString() {
        return "Curve[at=" + Arrays.toString(at) + ", share=" + Arrays.toString(share) + ']';
    }
}
