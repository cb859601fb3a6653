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

    /** Rows from one degree of susceptibility to the next. */
    static final int DEGREE = Layer.COUNT * COURSES;

    /** Where a person meets the most susceptible of all: {@link #mostEarly}. */
    static final int HOME = 0;

    static final int NEARBY = 1;
    static final int STRANGERS = 2;
    private static final Layer[] LAYERS = {Layer.HOUSEHOLD, Layer.COMMUNITY, Layer.RANDOM};
    /** Two values for each of them, rounded up to a power of two. */
    private static final int MOST = 8;

    private static final int LATER = 1;
    private static final int PER_EARLY = 2;
    private static final int PER_LATER = 3;
    private static final int VALUES = 4;

    /** By row, side by side as they are read together: hazard of an early day, of a later one, and 1 divided by each. */
    private final double[] table;
    /** By course, layer after layer: hazard of an early day and of a later one with the most susceptible. */
    private final double[] most = new double[MOST * COURSES];

    final int earlyDays;
    /** The values of susceptibility that occur, rising; a degree is a number in this list. */
    private final double[] degrees;

    private final byte[] degreeOfAge = new byte[Population.MAX_AGE + 1];
    /** By class or team: highest degree of its members; at least one entry. */
    private final byte[] highestIn;

    Spread(Disease disease, Contacts contacts, Population population) {
        double[] byBand = disease.susceptibility();
        degrees = Arrays.stream(byBand).sorted().distinct().toArray();
        for (int years = 0; years < degreeOfAge.length; years++) {
            degreeOfAge[years] = (byte) Arrays.binarySearch(degrees, byBand[AgeDecade.of(years)]);
        }
        highestIn = highestIn(population);
        Infectiousness infectiousness = disease.infectiousness();
        earlyDays = infectiousness.earlyDays();
        table = new double[VALUES * degrees.length * Layer.COUNT * COURSES];
        for (int degree = 0; degree < degrees.length; degree++) {
            for (Layer layer : Layer.values()) {
                fill(row(degree, layer.ordinal()), contacts.transmission(layer) * degrees[degree], infectiousness);
            }
        }
        layMost();
    }

    private byte[] highestIn(Population population) {
        Groups groups = population.groups();
        byte[] highest = new byte[Math.max(1, groups.count())];
        for (int group = 0; group < groups.count(); group++) {
            highest[group] = (byte) highestIn(groups, group, population);
        }
        return highest;
    }

    private int highestIn(Groups groups, int group, Population population) {
        int highest = 0;
        for (int place = groups.start(group); place < groups.start(group) + groups.size(group); place++) {
            highest = Math.max(highest, degree(population.age(groups.member(place))));
        }
        return highest;
    }

    private void layMost() {
        for (int course = 0; course < COURSES; course++) {
            for (int i = 0; i < LAYERS.length; i++) {
                int row = row(degrees.length - 1, LAYERS[i].ordinal()) + course;
                most[MOST * course + 2 * i] = early(row);
                most[MOST * course + 2 * i + LATER] = later(row);
            }
        }
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

    /** Highest degree of susceptibility in a class or team; any when the number is below 0, for none. */
    int highestIn(int group) {
        return highestIn[group & ~(group >> 31)];
    }

    /** Hazard of one contact on an early day with whoever is the most susceptible. @param where {@link #HOME} and the two after it */
    double mostEarly(int where, int course) {
        return most[MOST * course + 2 * where];
    }

    /** The same on a later day. */
    double mostLater(int where, int course) {
        return most[MOST * course + 2 * where + LATER];
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

    /**
     * Whole days that a hazard on one contact stands for: since no later day has more hazard than an early one, the larger of
     * two straight lines.
     *
     * @param earlyDays with which it begins
     */
    int daysPassed(int row, double hazard, int earlyDays) {
        double left = hazard - earlyDays * early(row);
        double whenEarly = hazard * table[VALUES * row + PER_EARLY];
        return Math.max((int) whenEarly, (int) (earlyDays + left * table[VALUES * row + PER_LATER]));
    }
}
