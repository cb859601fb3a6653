package org.tongxin.core.forecast;

/**
 * What if: from a day on R is multiplied by a factor, on top of all that is known. Several changes in force multiply.
 * Immutable and safe for use by several threads.
 *
 * @param fromDay first day on which it acts
 * @param factor 0 to 20
 */
public record ReproductionChange(int fromDay, double factor) {

    /** @throws IllegalArgumentException when the factor is outside its range */
    public ReproductionChange {
        Checks.within("factor", factor, 0, 20);
    }
}
