package org.tongxin.core.allocation;

import java.math.BigInteger;

/**
 * How much of a need is met, as an exact fraction. Kept in lowest terms, so that equal coverages are equal. Immutable and
 * safe for use by several threads.
 *
 * @param met units delivered, 0 .. needed
 * @param needed units needed, 1 or more
 */
public record Coverage(long met, long needed) implements Comparable<Coverage> {

    /** Everything is there. */
    public static final Coverage FULL = new Coverage(1, 1);

    /** @throws IllegalArgumentException when a value is outside its range */
    public Coverage {
        if (needed < 1 || met < 0 || met > needed) {
            throw new IllegalArgumentException("The coverage (" + met + "/" + needed
                    + ") must have a need of 1 or more, and from 0 to all of it must be met.");
        }
        long common = BigInteger.valueOf(met).gcd(BigInteger.valueOf(needed)).longValueExact();
        met /= common;
        needed /= common;
    }

    /** The fewest units of a need that cover at least this share. */
    public long unitsOf(long need) {
        return product(need)
                .add(BigInteger.valueOf(needed - 1))
                .divide(BigInteger.valueOf(needed))
                .longValueExact();
    }

    /** The fewest units of a need that cover more than this share; one above the need where this is all. */
    public long unitsAbove(long need) {
        return product(need).divide(BigInteger.valueOf(needed)).longValueExact() + 1;
    }

    private BigInteger product(long need) {
        return BigInteger.valueOf(met).multiply(BigInteger.valueOf(need));
    }

    @Override
    public int compareTo(Coverage other) {
        return product(other.needed).compareTo(other.product(needed));
    }

    /** The fraction as text, such as {@code 2/3}. */
    @Override
    public String toString() {
        return met + "/" + needed;
    }
}
