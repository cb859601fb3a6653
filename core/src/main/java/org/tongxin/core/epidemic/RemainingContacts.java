package org.tongxin.core.epidemic;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * The share of contacts that remains to people under a {@link Restriction}, by layer in the order of {@link Layer}. A contact
 * between two restricted people is reduced by both.
 *
 * <p>Immutable; safe for use by several threads.
 */
public final class RemainingContacts {

    /**
     * Assumptions: at home, half of the contacts with the household and a tenth of those in the neighbourhood remain; in a
     * place or a hospital none.
     */
    public static final RemainingContacts ASSUMED = of(Map.of(
            Restriction.QUARANTINE_AT_HOME, new double[] {0.5, 0, 0, 0.1, 0.1},
            Restriction.QUARANTINE_PLACE, new double[] {0, 0, 0, 0, 0},
            Restriction.ISOLATION_AT_HOME, new double[] {0.5, 0, 0, 0.1, 0.1},
            Restriction.ISOLATION_PLACE, new double[] {0, 0, 0, 0, 0},
            Restriction.HOSPITAL, new double[] {0, 0, 0, 0, 0},
            Restriction.DEAD, new double[] {0, 0, 0, 0, 0}));

    private final double[] share;

    private RemainingContacts(double[] share) {
        this.share = share;
    }

    /**
     * Shares by restriction; where one is not given, everything remains.
     *
     * @param byRestriction five numbers of 0..1 each, household first; none for {@link Restriction#NONE}
     * @throws IllegalArgumentException when there are not five numbers or one lies outside 0..1
     */
    public static RemainingContacts of(Map<Restriction, double[]> byRestriction) {
        double[] share = new double[Restriction.COUNT * Layer.COUNT];
        Arrays.fill(share, 1);
        new EnumMap<>(byRestriction).forEach((restriction, shares) -> {
            boolean fine = restriction != Restriction.NONE
                    && shares.length == Layer.COUNT
                    && Arrays.stream(shares).allMatch(each -> each >= 0 && each <= 1);
            if (!fine) {
                throw new IllegalArgumentException("The contacts that remain under " + restriction + " must be "
                        + Layer.COUNT + " shares of 0..1, but are " + Arrays.toString(shares) + ".");
            }
            System.arraycopy(shares, 0, share, restriction.ordinal() * Layer.COUNT, Layer.COUNT);
        });
        return new RemainingContacts(share);
    }

    /** The share that remains in a layer, 0 .. 1. */
    public double share(Restriction restriction, Layer layer) {
        return share(restriction.ordinal(), layer.ordinal());
    }

    double share(int restriction, int layer) {
        return share[restriction * Layer.COUNT + layer];
    }
}
