package org.tongxin.app.resources;

/**
 * What a unit that does not arrive costs in a plan of goods, in metres of transport. Version {@value #VERSION}; every figure
 * is a suggested value.
 *
 * <p>A need has three tiers: its first {@value #FIRST_PER_CENT} in a hundred, up to {@value #SECOND_PER_CENT}, and the rest; {@link
 * FairShares} says how far all needs are raised together. What a need is to get in any case has the first rank, the rest of the
 * tier that is reached the second, and all beyond the third.
 *
 * <p>Ranks dominate: the price of a rank at the lowest priority is above that of the next at the highest, the {@link
 * #LONGEST_WAY_METRES longest way} and the longest wait together, so that neither turns the order of ranks round. All prices
 * are above way and wait, so that what can be delivered is. A source that is farther from a place than the longest way
 * is left out for it, and the plan says so. What comes after the last day of a need is of no use to it and never sent.
 *
 * <p>Version 3 knows days: waiting costs, the more the more pressing the need, so that of two who can wait the less pressing waits.
 */
public final class ShortageTable {

    public static final String VERSION = "3";

    /** How many tiers a need has. */
    static final int TIERS = 3;

    /** The first tier ends here, in hundredths of what was asked for. */
    public static final int FIRST_PER_CENT = 50;

    /** The second tier ends here. */
    public static final int SECOND_PER_CENT = 80;

    /** A source farther away than this is left out for a place; the longest way within Pudong is some 80 km. Assumption. */
    public static final long LONGEST_WAY_METRES = 100_000;

    /** How many days a plan looks at, today included. Assumption. */
    public static final int HORIZON_DAYS = 14;

    /** What a day of waiting costs for a unit, times the factor of the priority. */
    public static final long WAIT_METRES = 5_000;

    /** A producer that is asked today delivers its first day's output so many days later. Assumption. */
    public static final int PRODUCER_FROM_DAY = 1;

    /** Price of a missing unit of the first, second and third rank, times the factor of the priority. */
    public static final long FIRST = 3_900_000;

    public static final long SECOND = 1_200_000;

    public static final long THIRD = 300_000;

    /** Price of any missing unit where ranks do not count, times the factor of the priority. */
    public static final long FLAT = 300_000;

    /** What a way is taken for where the position of one end is not known, in metres. Assumption. */
    public static final long UNKNOWN_METRES = 20_000;

    /**
     * A lot must still be good so many days after the day of the plan, or a quarter of its shelf life where that is less: the
     * time to deliver and to use it.
     */
    public static final int KEEPS_DAYS = 2;

    private ShortageTable() {}

    /** By how much a shortage counts: 3 where a life hangs on it, 2 where work stops, 1 otherwise. */
    public static long factor(NeedPriority priority) {
        return switch (priority) {
            case LIFE -> 3;
            case URGENT -> 2;
            case ORDINARY -> 1;
        };
    }

    /** Prices of the ranks under a rule. */
    public static long[] prices(GoodsPlan.Rule rule) {
        return rule == GoodsPlan.Rule.TIERS ? new long[] {FIRST, SECOND, THIRD} : new long[] {FLAT, FLAT, FLAT};
    }

    /** Where a tier ends, in base units, rounded up so that one unit of one is in the first; 0 before the first tier. */
    static long end(int tier, long asked) {
        return switch (tier) {
            case -1 -> 0;
            case 0 -> share(asked, FIRST_PER_CENT);
            case 1 -> share(asked, SECOND_PER_CENT);
            default -> asked;
        };
    }

    private static long share(long asked, int hundredths) {
        return (asked * hundredths + 99) / 100;
    }
}
