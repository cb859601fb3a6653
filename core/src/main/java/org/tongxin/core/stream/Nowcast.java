package org.tongxin.core.stream;

import java.util.ArrayList;
import java.util.List;
import org.tongxin.core.statistics.NegativeBinomial;

/**
 * Estimates how many cases of the newest days will have been reported in the end: the chain ladder.
 *
 * <p>For each delay the ratio of the cases known up to it and up to the delay before, over the days for which both are
 * known, says how a day's figure grows; multiplied over the delays still to come they say how complete it is. Given
 * completeness c and n known cases, the cases to come are negative binomial with size n + 1/2 and success probability c
 * (a Poisson day with Jeffreys' prior); their central 95 of 100 make the interval. The doubt about c itself is not in it.
 *
 * <p>Below a floor of cases, or when too few days show how figures grow, nothing is estimated: near zero such estimates
 * run high. Source: Mack, ASTIN Bulletin 23 (1993) 213-225, for the chain ladder; van de Kassteele, Eilers, Wallinga,
 * Epidemiology 30 (2019) 737-745, for its use on days of a disease. Stateless; safe for use by several threads.
 */
public final class Nowcast {

    /** Known cases of a day below which it is left as it is. Suggested value. */
    public static final int COUNT_FLOOR = 5;

    /** Cases behind each ratio below which it is not trusted. Suggested value. */
    public static final int RATIO_FLOOR = 20;

    private static final double TAIL = 0.025;

    private Nowcast() {}

    /** What is said of a day. */
    public enum State {
        /** Every delay has passed: the figure stands. */
        COMPLETE,
        /** An estimate with its interval. */
        ESTIMATED,
        /** Too few cases, of the day or of earlier ones: no estimate. */
        TOO_FEW
    }

    /**
     * One day. Without an estimate, {@code estimate}, {@code lower} and {@code upper} are the known cases.
     *
     * @param known cases reported so far
     * @param completeness share of the day's cases that is known, above 0 up to 1; NaN where it is not estimated
     */
    public record Day(int known, double completeness, double estimate, int lower, int upper, State state) {}

    /** One result a day of the triangle, in its order; none without days. */
    public static List<Day> of(ReportingTriangle triangle) {
        if (triangle.days() == 0) {
            return List.of();
        }
        double[] completeness = completeness(triangle);
        List<Day> days = new ArrayList<>(triangle.days());
        for (int day = 0; day < triangle.days(); day++) {
            int delay = triangle.knownDelay(day);
            days.add(day(triangle.upTo(day, delay), completeness[delay], delay == triangle.delays() - 1));
        }
        return days;
    }

    private static Day day(int known, double completeness, boolean complete) {
        if (complete) {
            return new Day(known, 1, known, known, known, State.COMPLETE);
        }
        if (known < COUNT_FLOOR || Double.isNaN(completeness)) {
            return new Day(known, completeness, known, known, known, State.TOO_FEW);
        }
        double size = known + 0.5;
        if (completeness >= 1) {
            return new Day(known, 1, known, known, known, State.ESTIMATED);
        }
        NegativeBinomial open = NegativeBinomial.ofFailure(size, 1 - completeness);
        return new Day(
                known,
                completeness,
                known / completeness,
                known + open.quantile(TAIL),
                known + open.upperQuantile(TAIL),
                State.ESTIMATED);
    }

    /** {@code [delay]}: share of a day's cases known after it; NaN where the ratios rest on too few cases. */
    private static double[] completeness(ReportingTriangle triangle) {
        double[] share = new double[triangle.delays()];
        share[share.length - 1] = 1;
        for (int delay = share.length - 1; delay > 0; delay--) {
            long before = 0;
            long after = 0;
            for (int day = 0; day + delay < triangle.days(); day++) {
                before += triangle.upTo(day, delay - 1);
                after += triangle.upTo(day, delay);
            }
            share[delay - 1] = after < RATIO_FLOOR || before == 0 ? Double.NaN : share[delay] * before / after;
        }
        return share;
    }
}
