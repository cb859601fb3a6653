package org.tongxin.core.epidemic;

import java.util.Arrays;
import org.tongxin.core.population.Groups;
import org.tongxin.core.population.Population;

/**
 * Hazards of infection made ready for drawing: for each degree of susceptibility, layer, class of infectiousness, with or
 * without symptoms, early and later in the infectious period. A hazard h stands for the probability 1 - exp(-h) of one contact
 * on one day. Immutable.
 */
final class Spread {

    /** A probability of 1 would be an infinite hazard. */
    private static final double ALMOST_CERTAIN = 1 - 1e-12;

    private static final int COURSES = 2 * Infectiousness.CLASSES;

    private static final int LATER = 1;
    private static final int PER_EARLY = 2;
    private static final int PER_LATER = 3;
    private static final int VALUES = 4;

    /** By row, side by side as they are read together: hazard of an early day, of a later one, and 1 divided by each. */
    private final double[] table;

    final int earlyDays;
    /** The values of susceptibility that occur, rising; a degree is a number in this list. */
    private final double[] degrees;

    private final byte[] degreeOfAge = new byte[Population.MAX_AGE + 1];
    private final int[] highest = new int[Layer.COUNT];

    Spread(Disease disease, Contacts contacts, Population population) {
        double[] byBand = disease.susceptibility();
        degrees = Arrays.stream(byBand).sorted().distinct().toArray();
        for (int years = 0; years < degreeOfAge.length; years++) {
            degreeOfAge[years] = (byte) Arrays.binarySearch(degrees, byBand[AgeDecade.of(years)]);
        }
        findHighest(population);
        Infectiousness infectiousness = disease.infectiousness();
        earlyDays = infectiousness.earlyDays();
        table = new double[VALUES * degrees.length * Layer.COUNT * COURSES];
        for (int degree = 0; degree < degrees.length; degree++) {
            for (Layer layer : Layer.values()) {
                fill(row(degree, layer.ordinal()), contacts.transmission(layer) * degrees[degree], infectiousness);
            }
        }
    }

    /** In classes and teams those of their members, elsewhere those of all. */
    private void findHighest(Population population) {
        Arrays.fill(highest, degrees.length - 1);
        Groups groups = population.groups();
        highest[Layer.SCHOOL.ordinal()] = highest(population, 0, groups.start(groups.classes()));
        highest[Layer.WORK.ordinal()] = highest(population, groups.start(groups.classes()), groups.members());
    }

    private int highest(Population population, int from, int to) {
        int degree = 0;
        for (int place = from; place < to && degree < degrees.length - 1; place++) {
            degree = Math.max(
                    degree, degreeOfAge[population.age(population.groups().member(place))]);
        }
        return degree;
    }

    private void fill(int row, double probability, Infectiousness infectiousness) {
        double[] classes = infectiousness.classes();
        for (int each = 0; each < classes.length; each++) {
            double symptomatic = probability * classes[each];
            fill(row + course(true, each), symptomatic, infectiousness.earlyFactor());
            fill(
                    row + course(false, each),
                    symptomatic * infectiousness.asymptomaticFactor(),
                    infectiousness.earlyFactor());
        }
    }

    private void fill(int row, double probability, double earlyFactor) {
        int at = VALUES * row;
        table[at] = hazard(probability * earlyFactor);
        table[at + LATER] = hazard(probability);
        table[at + PER_EARLY] = 1 / table[at];
        table[at + PER_LATER] = 1 / table[at + LATER];
    }

    private static double hazard(double probability) {
        return -Math.log1p(-Math.min(probability, ALMOST_CERTAIN));
    }

    /** Degree of susceptibility of an age. */
    int degree(int years) {
        return degreeOfAge[years];
    }

    /** Highest degree of susceptibility that is met in a layer. */
    int highest(int layer) {
        return highest[layer];
    }

    /** First row of a degree of susceptibility and a layer; those of the courses follow. */
    static int row(int degree, int layer) {
        return (degree * Layer.COUNT + layer) * COURSES;
    }

    /** Number of a course of the disease in one who infects. */
    static int course(boolean symptomatic, int infectiousness) {
        return course(symptomatic ? 1 : 0, infectiousness);
    }

    /** The same by 1 or 0. */
    static int course(int symptomatic, int infectiousness) {
        return symptomatic * Infectiousness.CLASSES + infectiousness;
    }

    /** Hazard of one contact on an early day. */
    double early(int row) {
        return table[VALUES * row];
    }

    /** Hazard of one contact on a later day. */
    double later(int row) {
        return table[VALUES * row + LATER];
    }

    /** Hazard of one contact on a day, by the days passed before it, the first of which are early. */
    double onDay(int row, int passed, int earlyDays) {
        return table[VALUES * row + LATER - (passed - earlyDays >>> 31)];
    }

    /** Hazard of one contact over some days, the first of which are early. */
    double hazard(int row, int earlyDays, int days) {
        return early(row) * earlyDays + later(row) * (days - earlyDays);
    }

    /** Hazard of so many days; since no later day has more than an early one, the smaller of two straight lines. */
    double hazardOf(int row, int days, int earlyDays) {
        return Math.min(early(row) * days, hazard(row, earlyDays, days));
    }

    /**
     * Whole days that a hazard on one contact stands for: since no later day has more hazard than an early one, the larger of
     * two straight lines.
     *
     * @param earlyDays with which it begins
     */
    int daysPassed(int row, double hazard, int earlyDays) {
        double left = hazard - earlyDays * early(row);
        double whenEarly = hazard * table[VALUES * row + PER_EARLY];
        return (int) Math.max(whenEarly, earlyDays + left * table[VALUES * row + PER_LATER]);
    }
}
