package org.tongxin.core.population;

/**
 * Makes a synthetic population: everybody lives in one household or room, in a community of a street, and learns or works
 * with at most one group. See the package for the idea, its limits and its sources.
 *
 * <p>Pure: the same totals, settings, scale and seed give the same population, byte by byte. Safe for use by several threads.
 */
public final class Synthesiser {

    private final DistrictTotals totals;
    private final SynthesisSettings settings;
    private final int people;
    private final long seed;

    private Synthesiser(DistrictTotals totals, SynthesisSettings settings, int people, long seed) {
        this.totals = totals;
        this.settings = settings;
        this.people = people;
        this.seed = seed;
    }

    /**
     * A population of a district.
     *
     * @param scale people for each resident, more than 0, at most 1: at 0.02 the district has a fiftieth of its people, in the
     *     same streets and communities, with households, classes and teams of the same size
     * @throws IllegalArgumentException when the scale is outside its range, so small that a community would have nobody, or the
     *     totals contradict each other
     */
    public static Synthesis synthesise(DistrictTotals totals, SynthesisSettings settings, double scale, long seed) {
        if (!(scale > 0 && scale <= 1)) {
            throw new IllegalArgumentException("The scale (" + scale + ") must be more than 0 and at most 1.");
        }
        int people = (int) Math.round(totals.residents() * scale);
        return new Synthesiser(totals, settings, people, seed).synthesise();
    }

    private Synthesis synthesise() {
        Settlement settlement = Settlement.of(totals, settings, people, seed);
        int[][] bySexAndAge = RakedAges.of(totals, settings, people);
        Homes homes = homes(settlement, minors(bySexAndAge));
        Ages ages = Ages.of(homes, bySexAndAge, settings, people, seed);
        Places places = homes.places(settlement, settings.whole(Parameter.HOMES_PER_COMPOUND));
        Groups groups = groups(settlement, homes, ages.ageAndSex());
        Population population = Population.of(places, ages.ageAndSex(), homes.sizes(), groups, Links.none());
        ContactRates rates = Calibration.rates(population, totals.contacts());
        double scale = (double) people / totals.residents();
        return new Synthesis(totals, settings, scale, seed, population, rates, HomeCounts.of(homes, ages.misfits()));
    }

    private static int minors(int[][] bySexAndAge) {
        int minors = 0;
        for (int[] byAge : bySexAndAge) {
            for (int age = 0; age < Ages.ADULT; age++) {
                minors += byAge[age];
            }
        }
        return minors;
    }

    private Homes homes(Settlement settlement, int minors) {
        CollectiveQuarters collective = totals.collective();
        int inRooms = (int) Math.round(people * collective.share());
        int students = (int) Math.round(inRooms * collective.students());
        int inCare = (int) Math.min(inRooms - students, Math.round(inRooms * collective.inCare()));
        int[] byKind = {students, inRooms - students - inCare, inCare};
        Dormitories dormitories = Dormitories.of(settlement, settings, byKind, seed);
        int[] families = FamilyPlan.of(totals, settings, people - inRooms, minors);
        return Homes.of(families, dormitories, settlement, settings.whole(Parameter.ROOM_SIZE), seed);
    }

    private Groups groups(Settlement settlement, Homes homes, byte[] ageAndSex) {
        byte[] activity = Activities.of(homes, ageAndSex, settings, totals.contacts(), seed);
        GroupList groups = new GroupList(people);
        Schools.add(settlement, ageAndSex, activity, groups, settings, seed);
        Workplaces.add(settlement, activity, groups, settings, seed);
        return groups.groups();
    }
}
