package org.tongxin.app.simulation;

/**
 * Whom a vaccination is offered to; the strength of its rule is the share of them who come on a day.
 *
 * @param fromAge youngest age in years, 0 to 80 in tens
 * @param most per cent of them who will have come in the end, 1 to 100
 */
public record Doses(int fromAge, int most) {

    /** From a dose until it protects: an assumption. */
    public static final int PROTECT_AFTER_DAYS = 14;

    private static final int DECADE = 10;
    private static final int OLDEST = 80;
    private static final int ALL = 100;

    /** Whether both lie in their ranges. */
    public boolean fit() {
        return fromAge >= 0 && fromAge <= OLDEST && fromAge % DECADE == 0 && most >= 1 && most <= ALL;
    }
}
