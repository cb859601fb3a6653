package org.tongxin.app.resources;

import java.util.List;

/**
 * What a unit that does not arrive costs in a plan of goods, in metres of transport. Version {@value #VERSION}; every figure
 * is a suggested value.
 *
 * <p>A need has three tiers: its first {@value #FIRST_PER_CENT} in a hundred, up to {@value #SECOND_PER_CENT}, and the rest. Each
 * price of a tier, at the lowest priority, is above that of the next tier at the highest, so that the first half of every need comes
 * before the second tier of any. All prices are above the longest way within a district, so that what can be delivered
 * is.
 *
 * <p>Where it fails: ways count too. A second tier at the lowest priority is 15,000 metres above a third tier at the highest, so
 * that a need more than that farther away comes after it; between the first and the second tier it is 100,000 metres. Inside a
 * tier a unit costs the same wherever it is missing: while stock is short of the first tier, nearer needs are filled up to it first.
 */
public final class ShortageTable {

    public static final String VERSION = "1";

    /** The first tier ends here, in hundredths of what was asked for. */
    public static final int FIRST_PER_CENT = 50;

    /** The second tier ends here. */
    public static final int SECOND_PER_CENT = 80;

    /** Price of a missing unit of the first, second and third tier, times the factor of the priority. */
    public static final long FIRST = 1_000_000;

    public static final long SECOND = 300_000;

    public static final long THIRD = 95_000;

    /** Price of any missing unit where tiers do not count, times the factor of the priority. */
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

    /** Prices of the tiers under a rule. */
    public static long[] prices(GoodsPlan.Rule rule) {
        return rule == GoodsPlan.Rule.TIERS ? new long[] {FIRST, SECOND, THIRD} : new long[] {FLAT, FLAT, FLAT};
    }

    /**
     * What is missing of each tier.
     *
     * @param asked base units asked for
     * @param had of these, what has arrived or is promised; it counts for the first tiers
     */
    public static List<Long> missing(long asked, long had) {
        long first = share(asked, FIRST_PER_CENT);
        long second = share(asked, SECOND_PER_CENT);
        return List.of(between(0, first, had), between(first, second, had), between(second, asked, had));
    }

    /** Rounded up, so that one unit of one is in the first tier. */
    private static long share(long asked, int hundredths) {
        return (asked * hundredths + 99) / 100;
    }

    private static long between(long from, long to, long had) {
        return Math.max(0, to - Math.max(from, had));
    }
}
