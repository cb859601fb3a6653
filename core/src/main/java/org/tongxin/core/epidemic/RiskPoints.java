package org.tongxin.core.epidemic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.tongxin.core.population.Groups;
import org.tongxin.core.population.Places;
import org.tongxin.core.population.Population;

/**
 * Ranks schools, workplaces, compounds and checkpoints by how many infections passed through them in some runs, infections
 * that come from those included. Each infection counts once for each place on the way from its arrival to it.
 *
 * <p><b>Cost.</b> A run with its genealogy, and a walk back to the arrival for each infection. <b>Where it fails.</b> The number
 * is an upper bound of what covering a place averts; two places on the same way both count it. Thread-safe, as nothing is kept.
 */
public final class RiskPoints {

    /** Infections counted between two questions whether to stop. */
    private static final int BETWEEN_QUESTIONS = 1 << 12;

    private final Population population;
    private final Places places;
    private final Groups groups;
    private final int firstCompound;
    private final int firstCheckpoint;
    private final int[] direct;
    /** At a run, and a place. */
    private final int[][] through;

    private final int[] runs;
    private final int[] seenBy;
    private final int[] lastRun;
    private int stamp;

    private RiskPoints(Population population, int runs) {
        this.population = population;
        places = population.places();
        groups = population.groups();
        firstCompound = groups.units();
        firstCheckpoint = firstCompound + places.compounds();
        int all = firstCheckpoint + places.communities();
        direct = new int[all];
        through = new int[runs][all];
        this.runs = new int[all];
        seenBy = new int[all];
        lastRun = new int[all];
        Arrays.fill(lastRun, -1);
    }

    /**
     * The places through which most infections pass.
     *
     * @param runs of the ensemble that the seed names, 1 or more
     * @param most how many places to give
     * @return by {@link RiskPoint#through}, the largest first; equal ones by kind and number
     */
    public static List<RiskPoint> of(Simulator simulator, long seed, int runs, int most) {
        return of(simulator, seed, runs, most, () -> false);
    }

    /**
     * The same, and can be stopped.
     *
     * @param stopped asked on each day of a run, and every few thousand infections while they are counted
     * @throws CancellationException when it says so
     */
    public static List<RiskPoint> of(Simulator simulator, long seed, int runs, int most, BooleanSupplier stopped) {
        if (runs < 1 || most < 1) {
            throw new IllegalArgumentException(
                    "The number of runs (" + runs + ") and of places (" + most + ") must be 1 or more.");
        }
        RiskPoints points = new RiskPoints(simulator.model().population(), runs);
        Simulator keeping = simulator.withGenealogy();
        for (int number = 0; number < runs; number++) {
            keeping.run(Ensemble.seed(seed, number), stopped);
            points.count(keeping.genealogy(), number, stopped);
        }
        return points.ranked(runs, most);
    }

    private void count(Genealogy genealogy, int run, BooleanSupplier stopped) {
        for (int i = 0; i < genealogy.size(); i++) {
            if (i % BETWEEN_QUESTIONS == 0 && stopped.getAsBoolean()) {
                throw new CancellationException("The count of places was stopped after " + i + " infections.");
            }
            countDirect(placeOf(genealogy, i), run);
            stamp++;
            for (int each = i; genealogy.before(each) >= 0; each = genealogy.before(each)) {
                countThrough(placeOf(genealogy, each), run);
            }
        }
    }

    private void countDirect(int place, int run) {
        if (place >= 0) {
            direct[place]++;
            runs[place] += lastRun[place] == run ? 0 : 1;
            lastRun[place] = run;
        }
    }

    private void countThrough(int place, int run) {
        if (place >= 0 && seenBy[place] != stamp) {
            seenBy[place] = stamp;
            through[run][place]++;
        }
    }

    /** Below 0 for arrivals and homes, and for strangers of the own community. */
    private int placeOf(Genealogy genealogy, int i) {
        int before = genealogy.before(i);
        if (before < 0) {
            return -1;
        }
        int source = genealogy.person(before);
        return switch (Layer.of(genealogy.layer(i))) {
            case HOUSEHOLD -> -1;
            case SCHOOL, WORK -> groups.unit(population.group(source));
            case COMMUNITY -> firstCompound + places.compoundOf(source);
            case RANDOM -> checkpoint(source, genealogy.person(i));
        };
    }

    private int checkpoint(int source, int target) {
        int community = population.community(target);
        return community == population.community(source) ? -1 : firstCheckpoint + community;
    }

    private List<RiskPoint> ranked(int runs, int most) {
        List<RiskPoint> points = new ArrayList<>();
        for (int place = 0; place < direct.length; place++) {
            if (isOnTheWay(place)) {
                points.add(point(place, runs));
            }
        }
        points.sort(Comparator.comparingDouble(RiskPoint::through)
                .reversed()
                .thenComparing(RiskPoint::kind)
                .thenComparing(RiskPoint::number));
        return List.copyOf(points.subList(0, Math.min(most, points.size())));
    }

    private boolean isOnTheWay(int place) {
        return Arrays.stream(through).anyMatch(run -> run[place] > 0);
    }

    private RiskPoint point(int place, int all) {
        double in = (double) direct[place] / all;
        List<Integer> each = Arrays.stream(through).map(run -> run[place]).toList();
        double from = (double) each.stream().mapToInt(run -> run).sum() / all;
        double share = (double) runs[place] / all;
        if (place >= firstCheckpoint) {
            int community = place - firstCheckpoint;
            return new RiskPoint(RiskPoint.Kind.CHECKPOINT, community, community, in, from, share, each);
        }
        if (place >= firstCompound) {
            int compound = place - firstCompound;
            int community = places.communityOfCompound(compound);
            return new RiskPoint(RiskPoint.Kind.COMPOUND, compound, community, in, from, share, each);
        }
        RiskPoint.Kind kind = isSchool(place) ? RiskPoint.Kind.SCHOOL : RiskPoint.Kind.WORKPLACE;
        return new RiskPoint(kind, place, groups.communityOfUnit(place), in, from, share, each);
    }

    /** Units of classes come first, as classes do. */
    private boolean isSchool(int unit) {
        return groups.classes() > 0 && unit <= groups.unit(groups.classes() - 1);
    }
}
