package org.tongxin.app.simulation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the runs add up to, in the district's own numbers: synthetic, scaled back.
 *
 * @param members runs of each course that are in it
 * @param complete false while runs are still to come
 * @param courses best first; see {@link CourseResult#rank()}
 * @param firstIsBest probability, at least, that the first course has the least of an aim, given the model and its
 *     assumptions; empty where there are too few draws of the situation to say
 * @param seconds how long it took
 */
public record ScenarioResult(
        int members, boolean complete, List<CourseResult> courses, Map<Aim, Double> firstIsBest, double seconds) {

    /** With fewer draws of the situation nothing is said of the first place. A rule of the house. */
    public static final int LEAST_DRAWS = 6;

    public ScenarioResult {
        courses = List.copyOf(courses);
        firstIsBest = Map.copyOf(firstIsBest);
    }

    /** The course of a code. */
    public CourseResult course(String code) {
        return courses.stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The scenario has no course " + code + "."));
    }

    /**
     * One course.
     *
     * @param rank 1 for the best; courses that cannot be told apart follow each other, the less restrictive first
     * @param tied whether the best cannot be told apart from it in severe cases, deaths and infections
     * @param beatenBy codes of courses of the front that are at least as good in all aims and better in one; empty on the front
     * @param knee whether the front bends here: see {@link org.tongxin.core.search.ParetoFront}
     * @param curves by day
     * @param aims over the whole length
     * @param againstNothing difference to doing nothing new, run by run, of severe cases with deaths and of infections by the
     *     ratio of means; empty for that one
     * @param ratios ratio to doing nothing new, run by run, of severe cases with deaths and of infections, one synthetic
     *     person added to both, by which courses are ranked; empty likewise
     * @param ratiosOfMeans mean by the mean of doing nothing new, of the same two; empty likewise
     * @param breaches when something runs out
     * @param harms what the restrictions do to people, over the whole length
     * @param twoDaysLater what starting two days later adds, run by run; empty where it was not asked
     */
    public record CourseResult(
            String code,
            int rank,
            boolean tied,
            List<String> beatenBy,
            boolean knee,
            Map<Outlook, Curve> curves,
            Map<Aim, Spread> aims,
            Map<Aim, Difference> againstNothing,
            Map<Aim, Difference> ratios,
            Map<Aim, Difference> ratiosOfMeans,
            Map<Means, Breach> breaches,
            Map<Harm, HarmSpread> harms,
            Map<Aim, Difference> twoDaysLater) {

        /** Whether no other course is at least as good in all aims and better in one, by the means. */
        public boolean onFront() {
            return beatenBy.isEmpty();
        }

        /** Severe cases and deaths against doing nothing new; {@code null} for that one. */
        public @Nullable Difference severe() {
            return againstNothing.get(Aim.SEVERE_AND_DEATHS);
        }

        /** The ratio of means of severe cases and deaths where these surely become fewer, else that of infections. */
        public @Nullable Difference ratio() {
            return ratiosOfMeans.get(fewerSevere() ? Aim.SEVERE_AND_DEATHS : Aim.INFECTIONS);
        }

        /** Whether severe cases and deaths surely become fewer, by both ratios. */
        public boolean fewerSevere() {
            Difference severe = ratios.get(Aim.SEVERE_AND_DEATHS);
            Difference ofMeans = ratiosOfMeans.get(Aim.SEVERE_AND_DEATHS);
            return severe != null && ofMeans != null && severe.high95() < 1 && ofMeans.high95() < 1;
        }

        /** Restricted person-days likewise. */
        public @Nullable Difference restricted() {
            return againstNothing.get(Aim.PERSON_DAYS_RESTRICTED);
        }
    }

    /** Quantiles of each day, from day 0 on. */
    public record Curve(
            List<Double> low90, List<Double> low50, List<Double> median, List<Double> high50, List<Double> high90) {}

    /** Mean over the runs, and between which values nine in ten runs lie. */
    public record Spread(double mean, double low90, double high90) {}

    /**
     * A harm at the assumed rates, and how far the rates leave it open.
     *
     * @param low90 nine in ten runs lie from here @param high90 to here
     * @param least the mean with the rates as small as they may be @param most as large: assumptions both
     */
    public record HarmSpread(double mean, double low90, double high90, double least, double most) {}

    /** Mean difference or ratio and its 95 % interval, by the draws of the situation; no interval with a single draw. */
    public record Difference(double mean, double low95, double high95) {

        /** Whether the interval leaves out zero. */
        public boolean sure() {
            return low95 > 0 || high95 < 0;
        }
    }

    /**
     * When something runs out.
     *
     * @param share of runs in which it does, 0 .. 1
     * @param low90 day by which it does in one of twenty of those runs
     * @param median day by which it does in half of those runs
     * @param high90 day by which it does in nineteen of twenty of those runs
     */
    public record Breach(double share, int low90, int median, int high90) {}
}
