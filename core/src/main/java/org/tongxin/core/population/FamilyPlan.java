package org.tongxin.core.population;

import java.util.List;

/**
 * How many family households of each kind there are: sizes from a published table, tilted to the published mean and made to
 * hold exactly the people there are; kinds from shares; more homes with children where there are too few for all minors.
 */
final class FamilyPlan {

    private static final int TILT_STEPS = 60;
    private static final double TILT_LIMIT = 8;

    private FamilyPlan() {}

    /** Homes by {@link HomeKind}. */
    static int[] of(DistrictTotals totals, SynthesisSettings settings, int people, int minors) {
        int[] homes = kinds(sizes(totals, people), settings);
        makeRoomForChildren(homes, minors);
        return homes;
    }

    /** Homes by size, at index size; together they hold all people. */
    static int[] sizes(DistrictTotals totals, int people) {
        int fewest = Math.ceilDiv(people, DistrictTotals.MAX_FAMILY);
        int homes = Math.clamp(Math.round(people / totals.meanFamilySize()), fewest, people);
        double[] shares = tilted(totals.familySizes(), totals.meanFamilySize());
        int[] bySize = new int[DistrictTotals.MAX_FAMILY + 1];
        System.arraycopy(Apportionment.split(shares, homes, 0), 0, bySize, 1, shares.length);
        settle(bySize, people);
        return bySize;
    }

    /** Multiplies the share of size k by exp(t k), with t such that the mean is right: the least change, by entropy. */
    private static double[] tilted(List<Double> table, double mean) {
        double low = -TILT_LIMIT;
        double high = TILT_LIMIT;
        for (int step = 0; step < TILT_STEPS; step++) {
            double middle = (low + high) / 2;
            if (mean(tilted(table, middle, DistrictTotals.MAX_FAMILY)) < mean) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return tilted(table, high, DistrictTotals.MAX_FAMILY);
    }

    private static double[] tilted(List<Double> table, double tilt, int sizes) {
        double[] shares = new double[sizes];
        for (int i = 0; i < table.size(); i++) {
            shares[Math.min(i, sizes - 1)] += table.get(i);
        }
        for (int i = 0; i < sizes; i++) {
            shares[i] *= Math.exp(tilt * (i + 1 - sizes / 2.0));
        }
        return shares;
    }

    private static double mean(double[] shares) {
        double sum = 0;
        double homes = 0;
        for (int i = 0; i < shares.length; i++) {
            sum += (i + 1) * shares[i];
            homes += shares[i];
        }
        return sum / homes;
    }

    /** Rounding leaves a few people too many or too few: some homes change by one person. */
    private static void settle(int[] bySize, int people) {
        int housed = 0;
        for (int size = 1; size < bySize.length; size++) {
            housed += size * bySize[size];
        }
        while (housed < people) {
            housed += move(bySize, 1, 1);
        }
        while (housed > people) {
            housed += move(bySize, 2, -1);
        }
    }

    /** Moves one home of the commonest size that can change. */
    private static int move(int[] bySize, int least, int by) {
        int from = least;
        for (int size = least; size - least < bySize.length - 2; size++) {
            from = bySize[size] > bySize[from] ? size : from;
        }
        bySize[from]--;
        bySize[from + by]++;
        return by;
    }

    private static int[] kinds(int[] bySize, SynthesisSettings settings) {
        int[] homes = new int[HomeKind.FAMILIES];
        homes[HomeKind.SINGLE.ordinal()] = bySize[1];
        split(
                homes,
                bySize[2],
                HomeKind.COUPLE,
                settings.value(Parameter.COUPLE_SHARE),
                HomeKind.LONE_PARENT,
                settings.value(Parameter.LONE_PARENT_SHARE),
                HomeKind.PAIR);
        split(
                homes,
                bySize[3],
                HomeKind.COUPLE_CHILD,
                settings.value(Parameter.COUPLE_WITH_CHILD_SHARE),
                HomeKind.COUPLE_CHILD,
                0,
                HomeKind.COUPLE_PARENT);
        split(
                homes,
                bySize[4],
                HomeKind.COUPLE_TWO_CHILDREN,
                settings.value(Parameter.TWO_CHILDREN_SHARE),
                HomeKind.THREE_GENERATIONS,
                0,
                HomeKind.THREE_GENERATIONS);
        homes[HomeKind.COUPLE_CHILD_TWO_PARENTS.ordinal()] = bySize[5];
        homes[HomeKind.COUPLE_TWO_CHILDREN_TWO_PARENTS.ordinal()] = bySize[6];
        return homes;
    }

    private static void split(
            int[] homes,
            int all,
            HomeKind first,
            double firstShare,
            HomeKind second,
            double secondShare,
            HomeKind rest) {
        int firsts = (int) Math.round(all * firstShare);
        int seconds = Math.min(all - firsts, (int) Math.round(all * secondShare));
        homes[first.ordinal()] += firsts;
        homes[second.ordinal()] += seconds;
        homes[rest.ordinal()] += all - firsts - seconds;
    }

    private static void makeRoomForChildren(int[] homes, int minors) {
        int missing = minors;
        for (int kind = 0; kind < homes.length; kind++) {
            missing -= homes[kind] * HomeKind.of(kind).children;
        }
        missing -= exchange(homes, missing, HomeKind.PAIR, HomeKind.LONE_PARENT);
        missing -= exchange(homes, missing, HomeKind.COUPLE_PARENT, HomeKind.COUPLE_CHILD);
        missing -= exchange(homes, missing, HomeKind.THREE_GENERATIONS, HomeKind.COUPLE_TWO_CHILDREN);
        missing -= exchange(homes, missing, HomeKind.COUPLE, HomeKind.LONE_PARENT);
        if (missing > 0) {
            throw new IllegalArgumentException("The homes of the district have no place for " + missing + " of its "
                    + minors + " minors. Maybe the mean size of a family household is too small for its ages.");
        }
    }

    private static int exchange(int[] homes, int missing, HomeKind without, HomeKind with) {
        int exchanged = Math.clamp(missing, 0, homes[without.ordinal()]);
        homes[without.ordinal()] -= exchanged;
        homes[with.ordinal()] += exchanged;
        return exchanged;
    }
}
