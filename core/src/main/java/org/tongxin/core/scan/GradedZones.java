package org.tongxin.core.scan;

import java.util.Arrays;

/**
 * The zones, each with a grade that says how much is expected in it at least, so that thresholds need to be known for a few
 * grades only.
 *
 * <p>The <i>measure</i> of a zone is its smallest share, over the windows, of what is expected in all places. Where place
 * and time do not mix in the expectation, all windows have the same share and the bound is sharp. Grades grow by equal
 * factors; 512 of them over a range of ten thousand are less than 2 % apart.
 */
final class GradedZones {

    private static final int MEMBER_BITS = 20;

    private static final int MEMBER_MASK = (1 << MEMBER_BITS) - 1;

    private static final int MOST_GRADES = 512;
    private static final int FEWEST_GRADES = 64;

    /** Zones a grade should have, or computing its thresholds costs more than it saves. */
    private static final int ZONES_A_GRADE = 64;

    /** Against rounding in sums: a lower bound must stay one. */
    private static final double SAFETY = 1 - 1e-9;

    private final Zones zones;
    private final int[] gradedEntries;
    private final double[] leastMeasureByGrade;

    private GradedZones(Zones zones, int[] gradedEntries, double[] leastMeasureByGrade) {
        this.zones = zones;
        this.gradedEntries = gradedEntries;
        this.leastMeasureByGrade = leastMeasureByGrade;
    }

    static GradedZones of(Zones zones, Expectations expectations) {
        double[] measures = measures(zones, expectations);
        double[] least = leastMeasures(measures);
        int[] entries = new int[zones.entries()];
        for (int entry = 0; entry < entries.length; entry++) {
            int grade = zones.isZone(entry) ? gradeOf(measures[entry], least) : least.length;
            entries[entry] = grade << MEMBER_BITS | zones.member(entry);
        }
        return new GradedZones(zones, entries, least);
    }

    /** The last grade that starts at or below the measure. */
    private static int gradeOf(double measure, double[] least) {
        int found = Arrays.binarySearch(least, measure);
        return found >= 0 ? found : -found - 2;
    }

    /** Smallest share by entry. */
    private static double[] measures(Zones zones, Expectations expectations) {
        double[] measures = new double[zones.entries()];
        Arrays.fill(measures, Double.POSITIVE_INFINITY);
        for (int window = 0; window < expectations.windows(); window++) {
            double total = expectations.totalWeight(window);
            if (total > 0) {
                lower(measures, zones, expectations.weights(window), total);
            }
        }
        return measures;
    }

    private static void lower(double[] measures, Zones zones, double[] weights, double total) {
        for (int centre = 0; centre < zones.centres(); centre++) {
            double weight = 0;
            for (int entry = zones.start(centre); entry < zones.start(centre + 1); entry++) {
                weight += weights[zones.member(entry)];
                measures[entry] = Math.min(measures[entry], weight / total);
            }
        }
    }

    /** Grade 0 starts at 0, grade 1 at the smallest measure above 0. */
    private static double[] leastMeasures(double[] measures) {
        double smallest = 1;
        double largest = 0;
        for (double measure : measures) {
            if (measure > 0) {
                smallest = Math.min(smallest, measure);
                largest = Math.max(largest, Math.min(1, measure));
            }
        }
        int grades = Math.clamp(measures.length / ZONES_A_GRADE, FEWEST_GRADES, MOST_GRADES);
        double factor = Math.pow(Math.max(1, largest / smallest), 1.0 / grades);
        double[] least = new double[grades + 1];
        for (int grade = 1; grade <= grades; grade++) {
            least[grade] = smallest * Math.pow(factor, grade - 1) * SAFETY;
        }
        return least;
    }

    Zones zones() {
        return zones;
    }

    /** {@code [entry]}, to be read with {@link #member} and {@link #grade}. */
    int[] entries() {
        return gradedEntries;
    }

    static int member(int gradedEntry) {
        return gradedEntry & MEMBER_MASK;
    }

    /** From 0; {@link #grades} stands for an entry where no zone ends. */
    static int grade(int gradedEntry) {
        return gradedEntry >>> MEMBER_BITS;
    }

    int grades() {
        return leastMeasureByGrade.length;
    }

    /** Every zone of the grade has at least this share of what is expected in all places, in every window. */
    double leastMeasure(int grade) {
        return leastMeasureByGrade[grade];
    }
}
