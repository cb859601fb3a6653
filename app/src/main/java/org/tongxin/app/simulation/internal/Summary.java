package org.tongxin.app.simulation.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import org.tongxin.app.simulation.Aim;
import org.tongxin.app.simulation.Capacities;
import org.tongxin.app.simulation.Course;
import org.tongxin.app.simulation.Harm;
import org.tongxin.app.simulation.Means;
import org.tongxin.app.simulation.ModeNumbers;
import org.tongxin.app.simulation.Outlook;
import org.tongxin.app.simulation.ScenarioResult;
import org.tongxin.app.simulation.ScenarioResult.Breach;
import org.tongxin.app.simulation.ScenarioResult.CourseResult;
import org.tongxin.app.simulation.ScenarioResult.Curve;
import org.tongxin.app.simulation.ScenarioResult.Difference;
import org.tongxin.app.simulation.ScenarioResult.HarmSpread;
import org.tongxin.core.epidemic.Ensemble;
import org.tongxin.core.epidemic.Series;
import org.tongxin.core.search.HarmRate;
import org.tongxin.core.search.Quantity;

/**
 * Adds runs up to what the pages show, in the district's numbers.
 *
 * <p>Ranking: by severe cases and deaths; where their paired ratio is not sure, or within a twentieth of 1, by infections
 * likewise; where these do not tell either, the course that restricts less comes first. Beside it stand which
 * courses no other beats in all aims, and how sure the first place is. Intervals of differences treat the draws of the situation as the sample, since runs from
 * one draw resemble each other.
 */
final class Summary {

    /** Ratios nearer to 1 do not matter: a rule of the house. */
    private static final double MATTERS = 0.05;

    private final double scale;
    private final Capacities capacities;

    Summary(double scale, Capacities capacities) {
        this.scale = scale;
        this.capacities = capacities;
    }

    ScenarioResult of(List<CourseRuns> all, boolean complete, double seconds) {
        List<CourseRuns> courses = all.stream().filter(each -> !each.later()).toList();
        CourseRuns nothing = courses.stream()
                .filter(each -> each.course().code().equals(Course.NOTHING.code()))
                .findFirst()
                .orElseThrow();
        List<CourseRuns> order = ranked(courses);
        CourseFront front = new CourseFront(order);
        List<CourseResult> results = new ArrayList<>();
        for (CourseRuns runs : order) {
            results.add(result(runs, results.size(), order.getFirst(), front, nothing, all));
        }
        return new ScenarioResult(nothing.members().size(), complete, results, FirstPlace.of(order), seconds);
    }

    private CourseResult result(
            CourseRuns runs, int place, CourseRuns first, CourseFront front, CourseRuns nothing, List<CourseRuns> all) {
        Map<Aim, Difference> twoDaysLater = all.stream()
                .filter(each -> each.later()
                        && each.course().code().equals(runs.course().code()))
                .findFirst()
                .map(later -> differences(later, runs))
                .orElse(Map.of());
        return new CourseResult(
                runs.course().code(),
                place + 1,
                !beats(first, runs),
                front.beatenBy(place),
                front.isKnee(place),
                curves(runs),
                aims(runs),
                runs == nothing ? Map.of() : againstNothing(runs, nothing),
                runs == nothing ? Map.of() : ratios(runs, nothing),
                runs == nothing ? Map.of() : ratiosOfMeans(runs, nothing),
                breaches(runs),
                harms(runs),
                twoDaysLater);
    }

    /** Fewest that surely do better first; among equals, who restricts less. */
    private static List<CourseRuns> ranked(List<CourseRuns> courses) {
        List<CourseRuns> distinct = CourseRuns.distinct(courses);
        return courses.stream()
                .sorted(Comparator.comparingLong((CourseRuns each) -> distinct.stream()
                                .filter(other -> beats(other, each))
                                .count())
                        .thenComparingDouble(each -> AimValues.mean(each, AimValues.of(Aim.PERSON_DAYS_RESTRICTED)))
                        .thenComparing(each -> each.course().code()))
                .toList();
    }

    /** By severe cases and deaths; where these do not tell two courses apart, by infections. */
    private static boolean beats(CourseRuns one, CourseRuns other) {
        int severe = order(one, other, Aim.SEVERE_AND_DEATHS);
        return severe != 0 ? severe < 0 : order(one, other, Aim.INFECTIONS) < 0;
    }

    /** Below 0 when the first surely has less of it, by enough to matter; 0 when that is not known. */
    private static int order(CourseRuns one, CourseRuns other, Aim aim) {
        Difference ratio = PairedRuns.logRatios(one, other, aim).ratio();
        boolean sure = ratio.low95() > 1 || ratio.high95() < 1;
        boolean matters = Math.abs(ratio.mean() - 1) >= MATTERS;
        return sure && matters ? (ratio.mean() < 1 ? -1 : 1) : 0;
    }

    private Map<Outlook, Curve> curves(CourseRuns runs) {
        Map<Outlook, Curve> curves = new EnumMap<>(Outlook.class);
        for (Outlook what : Outlook.values()) {
            curves.put(what, curve(runs, series(what)));
        }
        return curves;
    }

    private Curve curve(CourseRuns runs, Series what) {
        int days = runs.members().getFirst().run().days();
        double[][] byDay = IntStream.rangeClosed(0, days)
                .mapToObj(day -> runs.members().stream()
                        .mapToDouble(member -> member.run().on(what, day))
                        .toArray())
                .toArray(double[][]::new);
        return new Curve(
                quantiles(byDay, 0.05),
                quantiles(byDay, 0.25),
                quantiles(byDay, 0.5),
                quantiles(byDay, 0.75),
                quantiles(byDay, 0.95));
    }

    private List<Double> quantiles(double[][] byDay, double probability) {
        return Arrays.stream(byDay)
                .map(values -> round(Ensemble.quantile(values, probability) / scale))
                .toList();
    }

    private static Series series(Outlook what) {
        return switch (what) {
            case INFECTIONS -> Series.INFECTED;
            case REPORTS -> Series.REPORTED;
            case BEDS -> Series.NEEDING_BEDS;
            case INTENSIVE_CARE -> Series.NEEDING_INTENSIVE_CARE;
            case BEYOND_BEDS -> Series.BEYOND_BEDS;
            case TESTS -> Series.TESTS;
            case ISOLATED -> Series.ISOLATED;
            case QUARANTINED -> Series.QUARANTINED;
            case STAFF -> Series.STAFF;
            case VOLUNTEERS -> Series.VOLUNTEERS;
            case PARCELS -> Series.PARCELS;
            case MASKS -> Series.MASKS;
            case DEATHS -> Series.DIED;
        };
    }

    private Map<Aim, ScenarioResult.Spread> aims(CourseRuns runs) {
        Map<Aim, ScenarioResult.Spread> aims = new EnumMap<>(Aim.class);
        for (Aim aim : Aim.values()) {
            double[] values =
                    AimValues.all(runs, aim).map(value -> value / by(aim)).toArray();
            aims.put(
                    aim,
                    new ScenarioResult.Spread(
                            round(Arrays.stream(values).average().orElseThrow()),
                            round(Ensemble.quantile(values, 0.05)),
                            round(Ensemble.quantile(values, 0.95))));
        }
        return aims;
    }

    private double by(Aim aim) {
        return aim == Aim.UNEQUAL_BURDEN ? 1 : scale;
    }

    private Map<Aim, Difference> differences(CourseRuns one, CourseRuns other) {
        Map<Aim, Difference> differences = new EnumMap<>(Aim.class);
        for (Aim aim : Aim.values()) {
            differences.put(aim, difference(one, other, aim));
        }
        return differences;
    }

    /**
     * The two aims that have a ratio of means in the heading have their difference by it, so that both are sure of the same; a
     * ratio to none has no such difference.
     */
    private Map<Aim, Difference> againstNothing(CourseRuns one, CourseRuns nothing) {
        Map<Aim, Difference> differences = differences(one, nothing);
        ratiosOfMeans(one, nothing).forEach((aim, ratio) -> {
            double by = AimValues.mean(nothing, AimValues.of(aim)) / by(aim);
            if (by > 0) {
                differences.put(
                        aim,
                        new Difference(
                                round((ratio.mean() - 1) * by),
                                round((ratio.low95() - 1) * by),
                                round((ratio.high95() - 1) * by)));
            }
        });
        return differences;
    }

    private Map<Harm, HarmSpread> harms(CourseRuns runs) {
        Map<Harm, HarmSpread> harms = new EnumMap<>(Harm.class);
        for (Harm harm : Harm.values()) {
            HarmRate rate = harm.rate();
            double[] values = harms(runs, rate::harm);
            harms.put(
                    harm,
                    new HarmSpread(
                            round(mean(values)),
                            round(Ensemble.quantile(values, 0.05)),
                            round(Ensemble.quantile(values, 0.95)),
                            round(mean(harms(runs, rate::least))),
                            round(mean(harms(runs, rate::most)))));
        }
        return harms;
    }

    /** @param harm by days held and limited */
    private double[] harms(CourseRuns runs, DoubleBinaryOperator harm) {
        return runs.members().stream()
                .map(CourseRuns.Member::outcome)
                .mapToDouble(
                        each -> harm.applyAsDouble(each.of(Quantity.HELD_DAYS), each.of(Quantity.LIMITED_DAYS)) / scale)
                .toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static Map<Aim, Difference> ratios(CourseRuns one, CourseRuns other) {
        return Map.of(
                Aim.SEVERE_AND_DEATHS,
                PairedRuns.logRatios(one, other, Aim.SEVERE_AND_DEATHS).ratio(),
                Aim.INFECTIONS,
                PairedRuns.logRatios(one, other, Aim.INFECTIONS).ratio());
    }

    private static Map<Aim, Difference> ratiosOfMeans(CourseRuns one, CourseRuns other) {
        return Map.of(
                Aim.SEVERE_AND_DEATHS,
                PairedRuns.ratioOfMeans(one, other, Aim.SEVERE_AND_DEATHS),
                Aim.INFECTIONS,
                PairedRuns.ratioOfMeans(one, other, Aim.INFECTIONS));
    }

    private Difference difference(CourseRuns one, CourseRuns other, Aim aim) {
        Difference exact = PairedRuns.differences(one, other, aim).interval();
        double by = by(aim);
        return new Difference(round(exact.mean() / by), round(exact.low95() / by), round(exact.high95() / by));
    }

    private Map<Means, Breach> breaches(CourseRuns runs) {
        ModeNumbers mode = runs.course().mode();
        return new Shortages(scale, mode == null ? capacities : mode.of(capacities)).of(runs);
    }

    private static double round(double value) {
        if (Double.isInfinite(value)) {
            return value;
        }
        return Math.abs(value) < 100 ? Math.round(value * 100) / 100.0 : Math.round(value);
    }
}
